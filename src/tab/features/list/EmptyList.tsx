import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import type { ListName } from '../../../contract/delegation.js';
import { useMessages } from '../../i18n/useMessages.js';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`,
  },
  icon: { fontSize: '48px', color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '46ch' },
});

/** Explains an empty list and how entries appear in it. */
export function EmptyList({ list }: { readonly list: ListName }) {
  const styles = useStyles();
  const { title, text } = useMessages().empty[list];
  return (
    <div className={styles.root}>
      <PeopleRegular className={styles.icon} />
      <Subtitle2 as="h2" align="center" className={styles.title}>
        {title}
      </Subtitle2>
      <Text align="center" className={styles.quiet}>
        {text}
      </Text>
    </div>
  );
}
