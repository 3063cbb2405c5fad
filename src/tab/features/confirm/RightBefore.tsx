import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { useMessages } from '../../i18n/useMessages.js';

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
export function RightBefore({ was }: { readonly was: boolean | null }) {
  const styles = useStyles();
  const messages = useMessages();
  return (
    <del className={styles.root}>
      {was === null ? messages.notReported : was ? messages.yes : messages.no}
      <ArrowRightRegular className={styles.arrow} />
    </del>
  );
}
