import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';

const useStyles = makeStyles({ root: { display: 'block', padding: tokens.spacingHorizontalL } });

/** Stands where the list would stand. */
export function NobodyFound() {
  return <Text className={useStyles().root}>{useLaterMessages().find.nobodyFound}</Text>;
}
