import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { useState } from 'react';
import type { Confirmation, ConfirmedEntry } from '../../../contract/confirmation.js';
import { rights, type Delegation } from '../../../contract/delegation.js';
import { toContact, type Contact } from '../../delegation/contact.js';
import { knownName } from '../../delegation/wording.js';
import { fitIntoLink, toChatLink, toMailLink, toParagraph } from '../../host/messageLinks.js';
import { copyText } from '../../host/teams.js';
import { getPersonActions, openLink, type PersonActions } from '../../host/teamsPeople.js';
import { formatDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { useSession } from '../../session.js';
import type { RequestedChange } from './ChangeRequest.js';
import { toAskSubject, toAskTexts, useAskLanguage } from './askTexts.js';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  message: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type AskMessageProps = {
  readonly delegation: Delegation;
  readonly change: RequestedChange;
  readonly lastConfirmation: Confirmation | undefined;
  readonly whenAsked: () => void;
};

/** A delegate's request to their delegator, with the ways to send it. The page itself sends nothing. */
export function AskMessage({ delegation, change, lastConfirmation, whenAsked }: AskMessageProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { ask } = useLaterMessages();
  const language = useAskLanguage();
  const [isCopied, setCopied] = useState(false);
  const { context } = useSession();
  const entry = lastConfirmation?.entries.find(({ id }) => id === delegation.id);
  const texts = toAskTexts(
    {
      change,
      delegatorName: knownName(delegation),
      delegateName: context.displayName,
      wasSoOn:
        lastConfirmation !== undefined && entry !== undefined && wasSo(change, entry)
          ? formatDay(lastConfirmation.confirmedAt, language.locale)
          : undefined,
    },
    language,
  );
  const subject = toAskSubject(change, language);
  const actions = getPersonActions();
  const ways = toWays(toContact(delegation), subject, texts).filter(
    ({ way }) => way !== 'chat' || actions.chat !== undefined,
  );
  const labels = {
    chat: ask.openChat,
    mail: ask.openMail,
    copy: isCopied ? messages.copied : ask.copyMessage,
  };
  return (
    <section className={styles.section}>
      <Subtitle2 as="h3" className={styles.title}>
        {ask.message}
      </Subtitle2>
      <p className={styles.message}>
        <bdi>{ways[0]?.message}</bdi>
      </p>
      <Text size={200} className={styles.quiet}>
        {ask.nothingIsSent}
      </Text>
      <div className={styles.buttons}>
        {ways.map((way, index) => (
          <ActionButton
            key={way.way}
            appearance={index === 0 ? 'primary' : 'secondary'}
            icon={icons[way.way]}
            act={async () => {
              await send(way, subject, actions);
              setCopied(way.way === 'copy');
              whenAsked();
            }}
          >
            {labels[way.way]}
          </ActionButton>
        ))}
      </div>
    </section>
  );
}

const icons = { chat: <ChatRegular />, mail: <MailRegular />, copy: <CopyRegular /> };

/** A way to deliver a message. Only the user sends it. */
type Way =
  | { readonly way: 'chat'; readonly user: string; readonly message: string }
  | { readonly way: 'mail'; readonly address: string; readonly message: string }
  | { readonly way: 'copy'; readonly message: string };

/**
 * Returns the best way first and copying last, which always works. Omits a way whose shortest text is still too long,
 * because names and the user's own text are never cut.
 * @param texts variants of the message, longest first
 */
export function toWays(contact: Contact, subject: string, texts: readonly string[]): Way[] {
  const ways: Way[] = [];
  const { chat: user, mail: address } = contact;
  if (user !== null) {
    const message = fitIntoLink(texts.map(toParagraph), (text) => toChatLink(user, text));
    if (message !== undefined) ways.push({ way: 'chat', user, message });
  }
  if (address !== null) {
    const message = fitIntoLink(texts, (text) => toMailLink(address, subject, text));
    if (message !== undefined) ways.push({ way: 'mail', address, message });
  }
  return [...ways, { way: 'copy', message: texts[0] ?? '' }];
}

async function send(way: Way, subject: string, { chat, mail }: PersonActions): Promise<void> {
  if (way.way === 'copy') await copyText(way.message);
  else if (way.way === 'chat') await chat?.(way.user, way.message);
  else if (mail !== undefined) await mail(way.address, subject, way.message);
  // Opens the mail client.
  else openLink(toMailLink(way.address, subject, way.message));
}

/** True when the last confirmation called the requested state right. */
function wasSo(change: RequestedChange, { isRight, isActive, allowedActions }: ConfirmedEntry): boolean {
  if (!isRight || change.kind === 'end') return false;
  if (change.kind === 'activate') return isActive === true;
  return rights.every(
    (right) => change.wanted[right] === undefined || change.wanted[right] === allowedActions[right],
  );
}
