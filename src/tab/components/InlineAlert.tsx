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
  readonly actions?: ReactNode;
  /** Use `status` when the user did not start the action: screen readers then finish speaking first. */
  readonly role?: 'alert' | 'status';
};

/** Message shown next to the part that failed. */
export function InlineAlert({ title, children, actions, role = 'alert' }: InlineAlertProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <ErrorCircleRegular className={styles.icon} />
      {/* Only the text is live: status changes of a button must not repeat it. */}
      <span className={styles.words} role={role}>
        <Text weight="semibold">{title}</Text> {children}
      </span>
      {actions}
    </div>
  );
}
