import { Button, makeStyles, Text, tokens, type ButtonProps } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PersonSupportRegular } from '@fluentui/react-icons/svg/person-support';
import { useId, useState } from 'react';
import { copyText } from '../host/teams.js';
import { fitIntoLink, toMailLink } from '../host/messageLinks.js';
import { formatZonedMoment } from '../i18n/formatDate.js';
import { useAdministratorMessages } from '../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { toAdminConsentUrl } from './consentUrls.js';
import { toAdministratorMessage, type AdministratorRequest } from './toAdministratorMessage.js';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    flexBasis: '100%',
    minWidth: 0,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    textAlign: 'start',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: {
    maxHeight: '240px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    // Keeps commands left to right within Arabic text.
    unicodeBidi: 'plaintext',
    userSelect: 'text',
  },
  // Stretches links to the height of the button next to them.
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  copyStatus: { alignSelf: 'center' },
});

export type MessageDisclosureProps = AdministratorRequest & {
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly size?: NonNullable<ButtonProps['size']>;
};

/** A button that opens the message to an administrator, as it will be sent, with the ways to send it. */
export function MessageDisclosure({
  appearance = 'secondary',
  size = 'medium',
  ...request
}: MessageDisclosureProps) {
  const { send } = useAdministratorMessages();
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance={appearance}
        size={size}
        icon={<PersonSupportRegular />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {send}
      </Button>
      {isOpen && <MessagePanel id={panelId} {...request} />}
    </>
  );
}

function MessagePanel({ id, ...request }: AdministratorRequest & { readonly id: string }) {
  const styles = useStyles();
  const { copied, copyFailed } = useMessages();
  const words = useAdministratorMessages();
  const { locale } = useLanguage();
  const { config, context } = useSession();
  const [openedMs] = useState(() => Date.now());
  const [copyStatus, setCopyStatus] = useState({ text: '', press: 0 });
  const subjectId = useId();

  const { task } = request;
  const tenantId = 'tenantId' in task ? task.tenantId : context.tenantId;
  const sender = {
    from: context.displayName ?? context.userPrincipalName,
    at: formatZonedMoment(openedMs, locale),
    userId: context.userId ?? '',
    consentLink: toAdminConsentUrl(config, tenantId),
  };
  const { subject, text } = toAdministratorMessage(request, sender, words, locale);
  const toLink = (body: string) => toMailLink('', subject, body);
  const wholeText = fitIntoLink([text], toLink);

  const copy = async (done: string) => {
    const status = await copyText(text).then(
      () => done,
      () => copyFailed.text,
    );
    setCopyStatus(({ press }) => ({ text: status, press: press + 1 }));
  };
  return (
    <div id={id} role="group" aria-labelledby={subjectId} className={styles.panel}>
      <Text id={subjectId} weight="semibold">
        {subject}
      </Text>
      <div role="group" aria-labelledby={subjectId} tabIndex={0} className={styles.text}>
        {text}
      </div>
      <div className={styles.actions}>
        <Button
          as="a"
          href={toLink(wholeText ?? words.pasteHere)}
          icon={<MailRegular />}
          onClick={() => {
            if (wholeText === undefined) void copy(words.copiedToPaste);
          }}
        >
          {words.mail}
        </Button>
        <Button icon={<CopyRegular />} onClick={() => void copy(copied)}>
          {words.copyMessage}
        </Button>
        <Text role="status" className={styles.copyStatus}>
          {/* The changing key makes screen readers announce each press, even with the same text. */}
          {copyStatus.press > 0 && <span key={copyStatus.press}>{copyStatus.text}</span>}
        </Text>
      </div>
    </div>
  );
}
