import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    flexBasis: '100%',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusDangerForeground1 },
  words: { flexGrow: 1, flexBasis: '240px' },
});

type InlineAlertProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  /** `status` for what nobody has asked for: screen readers finish what they are saying first. */
  readonly role?: 'alert' | 'status';
};

/** In the place where something did not work: what, and what to do. */
export function InlineAlert({ title, children, actions, role = 'alert' }: InlineAlertProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <ErrorCircleRegular className={styles.icon} />
      {/* Only the words: what a button beside them says of itself must not bring them again. */}
      <span className={styles.words} role={role}>
        <Text weight="semibold">{title}</Text> {children}
      </span>
      {actions}
    </div>
  );
}
