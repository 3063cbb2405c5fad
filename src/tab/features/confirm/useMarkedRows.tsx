import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { useEffect } from 'react';
import type { Changed, ShowBefore } from '../../delegation/RightMark.js';
import { sayHeld } from '../../delegation/wording.js';
import { useMessages } from '../../i18n/useMessages.js';
import type { ChangeGroup } from './changes.js';

/** Marks the rows that changed since the last confirmation, until this component is gone. */
export function useMarkedRows(items: readonly ChangeGroup[], mark: (changed: Changed) => void): void {
  // A string, so that equal values do not render the rows again.
  const groups = JSON.stringify(items.filter(({ changes }) => changes.length > 0));
  useEffect(() => {
    const changed = (JSON.parse(groups) as ChangeGroup[]).map(({ id, changes }) => {
      const showBefore: ShowBefore = (right) => {
        const change = changes.find((each) => each.kind === 'right' && each.right === right);
        return change?.kind === 'right' ? <RightBefore was={change.was} /> : null;
      };
      return [id, showBefore] as const;
    });
    mark(new Map(changed));
    return () => mark(new Map());
  }, [groups, mark]);
}

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginInlineEnd: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'none',
    verticalAlign: 'middle',
  },
  arrow: { '&:dir(rtl)': { transform: 'scaleX(-1)' } },
});

/** A right's value at the last confirmation, shown before its current value. */
function RightBefore({ was }: { readonly was: boolean | null }) {
  const styles = useStyles();
  const messages = useMessages();
  return (
    <del className={styles.root}>
      {sayHeld(was, messages)}
      <ArrowRightRegular className={styles.arrow} />
    </del>
  );
}
