import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { pages } from '../../../contract/paths.js';
import { OutsideLink } from '../../components/OutsideLink.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';

const article =
  'https://support.microsoft.com/office/share-a-phone-line-with-a-delegate-in-microsoft-teams-16307929-a51f-43fc-8323-3b1bf115e5a8';

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalM },
  list: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0 },
});

/** Explains that this page is read-only and how to reach Teams' settings, which have no deep link. */
export function ManageHelp() {
  const styles = useStyles();
  const { tag } = useLanguage();
  const { manage } = useLaterMessages();
  const { supportContact } = useSession().config;
  // A mail address opens the mail client.
  const Contact = supportContact?.href.startsWith('mailto:') === true ? Link : OutsideLink;
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>{manage.title}</summary>
      <ul className={styles.list}>
        {[manage.preview, manage.desktop, manage.phone].map((text) => (
          <li key={text}>
            <Text size={200}>{text}</Text>
          </li>
        ))}
        <li>
          <OutsideLink href={article}>{manage.article}</OutsideLink>
        </li>
        <li>
          <OutsideLink href={`${pages.privacy}?lang=${tag}`}>{manage.privacy}</OutsideLink>
        </li>
        {supportContact !== undefined && (
          <li>
            <Contact href={supportContact.href}>{manage.support({ contact: supportContact.text })}</Contact>
          </li>
        )}
      </ul>
    </details>
  );
}
