import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { useId, useState } from 'react';
import { copyText } from '../host/teams.js';
import { fitIntoLink, toMailLink } from '../host/messageLinks.js';
import { formatZonedMoment } from '../i18n/formatDate.js';
import { useAdministratorMessages } from '../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { toAdministratorMessage, type AdministratorTask } from './toAdministratorMessage.js';

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

type MessagePanelProps = {
  readonly id: string;
  readonly task: AdministratorTask;
  readonly supportCode: string | undefined;
  readonly reason: string | undefined;
};

type CopyResult = 'copied' | 'copiedToPaste' | 'copyFailed';

/** The message as it will be sent, with the ways to send it. */
export function MessagePanel({ id, task, supportCode, reason }: MessagePanelProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = useAdministratorMessages();
  const { locale } = useLanguage();
  const { context } = useSession();
  const [openedMs] = useState(() => Date.now());
  const [copyStatus, setCopyStatus] = useState<{ readonly result: CopyResult; readonly press: number }>();
  const subjectId = useId();

  const at = formatZonedMoment(openedMs, locale);
  const from = context.displayName ?? context.userPrincipalName;
  const { subject, text } = toAdministratorMessage({ task, from, at, supportCode, reason }, words, locale);
  const toLink = (body: string) => toMailLink('', subject, body);
  const wholeText = fitIntoLink([text], toLink);

  const copy = async (done: CopyResult) => {
    const result = await copyText(text).then(
      () => done,
      () => 'copyFailed' as const,
    );
    setCopyStatus((before) => ({ result, press: (before?.press ?? 0) + 1 }));
  };
  const copyTexts: Readonly<Record<CopyResult, string>> = {
    copied: messages.copied,
    copiedToPaste: words.copiedToPaste,
    copyFailed: messages.copyFailed.text,
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
            if (wholeText === undefined) void copy('copiedToPaste');
          }}
        >
          {words.mail}
        </Button>
        <Button icon={<CopyRegular />} onClick={() => void copy('copied')}>
          {words.copyMessage}
        </Button>
        <Text role="status" className={styles.copyStatus}>
          {/* The changing key makes screen readers announce each press, even with the same text. */}
          {copyStatus !== undefined && <span key={copyStatus.press}>{copyTexts[copyStatus.result]}</span>}
        </Text>
      </div>
    </div>
  );
}
