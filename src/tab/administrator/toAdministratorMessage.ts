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
import type { BlockReason } from './blockReason.js';

/** Delegations, with the known names of the other people. Names go into sentences, never into commands. */
type Delegations = { readonly pairs: readonly DelegationPair[]; readonly names: readonly string[] };

/** A task that only an administrator can do. */
export type AdministratorTask =
  /** `link`: the address at which an administrator consents for everyone. */
  | { readonly task: 'consent'; readonly link: string }
  /** No command accepts a delegator whose account is deleted. */
  | ({
      readonly task: 'removeDelegations';
      readonly because: 'goneDelegate' | 'goneDelegator' | 'disabled';
    } & Delegations)
  | ({ readonly task: 'changeRights'; readonly wanted: Partial<AllowedActions> } & Delegations)
  /** The delegations are inactive, or differ from what one of the two expects. */
  | ({ readonly task: 'checkDelegations' } & Delegations)
  /** The Teams Phone licence is missing or suspended, or this user may make no calls. */
  | { readonly task: 'assignTeamsPhone'; readonly userId: string }
  /** A calling policy forbids delegation to this user, or Teams Phone is missing. */
  | { readonly task: 'allowDelegation'; readonly userId: string }
  /** The app may not notify this user, or is not installed for them. */
  | { readonly task: 'allowNotifications' }
  /** Entra refuses the sign-in to the app. `code`: Entra's error code, if it named one. */
  | { readonly task: 'lookAtSignIn'; readonly because: BlockReason; readonly code: string | undefined }
  /** The app is misconfigured, or fails repeatedly. */
  | { readonly task: 'lookAtApp'; readonly code: TabProblem['code'] };

export type AdministratorRequest = {
  readonly task: AdministratorTask;
  /** Name or sign-in name of the user. Undefined when the host reports neither. */
  readonly from: string | undefined;
  /** Formatted date and time, with the time zone. */
  readonly at: string;
  /** Support code of the problem. Undefined when there was no problem. */
  readonly supportCode: string | undefined;
  /** Text from the host or Microsoft about a failed sign-in. */
  readonly reason?: string | undefined;
};

/** Sent by mail or copied. There is no chat, because the page knows no administrator. */
export type AdministratorMessage = { readonly subject: string; readonly text: string };

/** Characters. Some hosts report whole library responses as the reason. */
const longestReason = 300;

/** One paragraph each: the task, the link or commands, the user and time, and the support code. */
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
    // Removes line breaks, so that a name cannot start a new line.
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
    case 'allowNotifications':
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
    case 'allowNotifications':
    case 'lookAtApp':
    case 'lookAtSignIn':
      return [];
  }
}
