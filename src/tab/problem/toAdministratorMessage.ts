import type { AllowedActions } from '../../contract/delegation.js';
import type { TabProblem } from '../api/TabProblem.js';
import { toParagraph } from '../host/messageLinks.js';
import type { AdministratorMessages } from '../i18n/messages.js';
import {
  toLookLines,
  toPolicyLines,
  toRemoveGoneLines,
  toRemoveLines,
  toSetLines,
  type DelegationPair,
} from './powerShell.js';
import type { BlockReason } from './signIn/blockReason.js';

/** Delegations, and who the other people in them are, where that is known: names go into sentences, never into commands. */
type Delegations = { readonly pairs: readonly DelegationPair[]; readonly names: readonly string[] };

/** What only an administrator can do. */
export type AdministratorTask =
  /** `link`: where an administrator consents for everybody. */
  | { readonly task: 'consent'; readonly link: string }
  /** No command can name a delegator whose account is deleted. */
  | ({
      readonly task: 'removeDelegations';
      readonly because: 'goneDelegate' | 'goneDelegator' | 'disabled';
    } & Delegations)
  | ({ readonly task: 'changeRights'; readonly wanted: Partial<AllowedActions> } & Delegations)
  /** They are inactive, or not as one of the two says they should be. */
  | ({ readonly task: 'checkDelegations' } & Delegations)
  /** A licence for Teams Phone is missing or suspended, or this person may make no calls. */
  | { readonly task: 'assignTeamsPhone'; readonly userId: string }
  /** A calling policy forbids delegation to this person, or Teams Phone is missing. */
  | { readonly task: 'allowDelegation'; readonly userId: string }
  /** The app may not notify this person, or is not there for them. */
  | { readonly task: 'allowNotices' }
  /** Entra refuses the sign-in to the app. `code`: Entra's, when it named one. */
  | { readonly task: 'lookAtSignIn'; readonly because: BlockReason; readonly code: string | undefined }
  /** The app itself is set up wrongly, or fails again and again. */
  | { readonly task: 'lookAtApp'; readonly code: TabProblem['code'] };

export type AdministratorRequest = {
  readonly task: AdministratorTask;
  /** Who asks: name or sign-in name; undefined when the host tells neither. */
  readonly from: string | undefined;
  /** Date, time and zone, in words. */
  readonly at: string;
  /** Of the problem that the reader met; undefined when there was none. */
  readonly supportCode: string | undefined;
  /** The host's or Microsoft's words for a failed sign-in. */
  readonly reason?: string | undefined;
};

/** For a mail, or to copy: this page knows no administrator whom one could chat with. */
export type AdministratorMessage = { readonly subject: string; readonly text: string };

/** Characters: hosts put whole answers of their libraries into a reason. */
const longestReason = 300;

/** What to do, the link or the commands, who asks and when, and the support code, each in a paragraph of its own. */
export function toAdministratorMessage(
  { task, from, at, supportCode, reason }: AdministratorRequest,
  messages: AdministratorMessages,
  locale: string,
): AdministratorMessage {
  const names = 'names' in task ? new Intl.ListFormat(locale).format(task.names) : '';
  const lines = toLines(task);
  const isGoneDelegate = task.task === 'removeDelegations' && task.because === 'goneDelegate';
  const paragraphs = [
    messages.greeting,
    toWhatToDo(task, messages),
    // A name with a line break in it must not begin a line.
    ...(names === '' ? [] : [toParagraph(messages.people({ names }))]),
    ...(task.task === 'consent' ? [task.link] : []),
    ...(task.task === 'removeDelegations' && task.because === 'goneDelegator'
      ? [messages.accounts({ ids: task.pairs.map(({ delegatorId }) => delegatorId).join(', ') })]
      : []),
    ...(lines.length > 0 ? [messages.commands[toCommandsKey(task)], lines.join('\n')] : []),
    ...(lines.length > 0 && isGoneDelegate ? [messages.commands.removeMayNotShow] : []),
    from === undefined ? messages.askedByNobody({ at }) : toParagraph(messages.asked({ from, at })),
    ...(reason === undefined
      ? []
      : [messages.reason({ reason: toParagraph(reason).slice(0, longestReason) })]),
    ...(supportCode === undefined ? [] : [messages.supportCode({ code: supportCode })]),
    messages.thanks,
  ];
  return { subject: messages.subject[task.task], text: paragraphs.join('\n\n') };
}

function toWhatToDo(task: AdministratorTask, { whatToDo }: AdministratorMessages): string {
  switch (task.task) {
    case 'removeDelegations':
      return {
        goneDelegate: whatToDo.removeGone,
        goneDelegator: whatToDo.removeGoneDelegator,
        disabled: whatToDo.removeDisabled,
      }[task.because];
    case 'lookAtApp':
      return whatToDo.lookAtApp({ code: task.code });
    case 'lookAtSignIn': {
      const what = whatToDo.lookAtSignIn[task.because];
      return task.code === undefined ? what : `${whatToDo.refused({ code: task.code })} ${what}`;
    }
    case 'consent':
    case 'changeRights':
    case 'checkDelegations':
    case 'assignTeamsPhone':
    case 'allowDelegation':
    case 'allowNotices':
      return whatToDo[task.task];
  }
}

function toCommandsKey(task: AdministratorTask): 'remove' | 'change' | 'look' {
  if (task.task === 'changeRights') return 'change';
  if (task.task !== 'removeDelegations') return 'look';
  return task.because === 'goneDelegate' ? 'remove' : 'change';
}

function toRemovalLines({
  because,
  pairs,
}: Extract<AdministratorTask, { readonly task: 'removeDelegations' }>): readonly string[] {
  switch (because) {
    case 'goneDelegate':
      return toRemoveGoneLines(pairs);
    case 'goneDelegator':
      return [];
    case 'disabled':
      return pairs.flatMap((pair) => toRemoveLines(pair) ?? []);
  }
}

function toLines(task: AdministratorTask): readonly string[] {
  switch (task.task) {
    case 'removeDelegations':
      return toRemovalLines(task);
    case 'changeRights':
      return task.pairs.flatMap((pair) => toSetLines(pair, task.wanted) ?? []);
    case 'checkDelegations':
      return [...new Set(task.pairs.flatMap((pair) => toLookLines(pair) ?? []))];
    case 'allowDelegation':
      return toPolicyLines(task.userId) ?? [];
    case 'consent':
    case 'assignTeamsPhone':
    case 'allowNotices':
    case 'lookAtApp':
    case 'lookAtSignIn':
      return [];
  }
}
