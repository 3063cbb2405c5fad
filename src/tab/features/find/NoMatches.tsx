import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { FilterDismissRegular } from '@fluentui/react-icons/svg/filter-dismiss';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    justifyItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
});

/** Replaces the list when no one matches. */
export function NoMatches({ clear }: { readonly clear: () => void }) {
  const { find } = useLaterMessages();
  return (
    <div className={useStyles().root}>
      <Text>{find.noOneFound}</Text>
      <Button icon={<FilterDismissRegular />} onClick={clear}>
        {find.clearFilters}
      </Button>
    </div>
  );
}
