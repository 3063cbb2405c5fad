import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { OtherSide } from './otherSide.js';

const useStyles = makeStyles({
  // A row in the table has room for this line, so that it moves nothing when it comes after the list.
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  // Fluent's Badge does not wrap.
  badge: {
    display: 'flex',
    width: 'fit-content',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0 },
});

/** Shared verdicts of the other party of each delegation, by id. */
export type RowMarks = ReadonlyMap<string, ReactNode>;

/**
 * A quiet line for what agrees, and a badge for what does not.
 * @param text the sentence for `side`
 */
export function OtherSideMark({ side, text }: { readonly side: OtherSide; readonly text: string }) {
  const styles = useStyles();
  if (side === 'wrong') {
    return (
      <span className={styles.badge} data-other-side={side}>
        <WarningFilled className={styles.icon} />
        <span>{text}</span>
      </span>
    );
  }
  return (
    <Text size={200} className={styles.quiet} data-other-side={side}>
      {text}
    </Text>
  );
}
