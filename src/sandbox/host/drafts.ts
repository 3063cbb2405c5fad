import { element, note, pickers } from './controls.js';
import { nameOf } from './tenant.js';

type Draft = { readonly to: readonly string[]; readonly subject?: string; readonly text: string };

/** The host's answer: `[true]`, or `[false, reason]`. */
type Answer = readonly [done: true] | readonly [done: false, reason: string];

const isText = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);
const textOf = (value: unknown): string => (isText(value) ? value : '');

/** Handles `chat.openChat` and `chat.openGroupChat`. The request contains user principal names. */
export function openChat(request: unknown): Answer {
  const { members, message } = request as Record<string, unknown>;
  return openChatDraft({ to: texts(members).map(nameOf), text: textOf(message) });
}

/** Handles `mail.composeMail`. */
export function openMail(request: unknown): Answer {
  const { toRecipients, subject, message } = request as Record<string, unknown>;
  showDraft('Mail', { to: texts(toRecipients).map(nameOf), subject: textOf(subject), text: textOf(message) });
  return [true];
}

/**
 * Handles a link that the tab opens through the host. A chat link opens a draft; any other link is only
 * logged.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function openLink(address: string): Answer {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.origin !== 'https://teams.microsoft.com' || !url.pathname.startsWith('/l/chat/')) {
    note(`Teams would open ${address}`);
    return [true];
  }
  const users = (url.searchParams.get('users') ?? '').split(',').filter((user) => user !== '');
  return openChatDraft({ to: users.map(nameOf), text: url.searchParams.get('message') ?? '' });
}

function openChatDraft(draft: Draft): Answer {
  if (pickers.chat.value === 'refuses') {
    note(`Teams refuses to open a chat with ${draft.to.join(', ')}`);
    return [false, 'The chat could not be opened.'];
  }
  note(`Teams would open a chat with ${draft.to.join(', ')}`);
  showDraft('Chat', draft);
  return [true];
}

/** Shows the draft. The sandbox never sends anything. */
function showDraft(kind: string, { to, subject = '', text }: Draft): void {
  element('draft-kind').textContent = kind;
  element('draft-to').textContent = to.join(', ');
  element('draft-subject').textContent = subject;
  element('draft-text').textContent = text;
  element('draft').hidden = false;
}

export function closeDraft(): void {
  element('draft').hidden = true;
}
