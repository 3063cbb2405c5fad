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
  type PowerShellLines,
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
  const { what, how } = toInstruction(task, messages);
  const paragraphs = [
    messages.greeting,
    what,
    // Removes line breaks, so that a name cannot start a new line.
    ...(names === '' ? [] : [toParagraph(messages.people({ names }))]),
    ...how,
    from === undefined ? messages.askedByNobody({ at }) : toParagraph(messages.asked({ from, at })),
    ...(reason === undefined
      ? []
      : [messages.reason({ reason: toParagraph(reason).slice(0, longestReason) })]),
    ...(supportCode === undefined ? [] : [messages.supportCode({ code: supportCode })]),
    messages.thanks,
  ];
  return { subject: messages.subject[task.task], text: paragraphs.join('\n\n') };
}

/** The paragraphs of one task. `how`: a link, object ids, or commands with their explanation. */
type Instruction = { readonly what: string; readonly how: readonly string[] };

function toInstruction(task: AdministratorTask, messages: AdministratorMessages): Instruction {
  const { whatToDo, commands } = messages;
  switch (task.task) {
    case 'consent':
      return { what: whatToDo.consent, how: [task.link] };
    case 'removeDelegations':
      return toRemoval(task, messages);
    case 'changeRights': {
      const lines = task.pairs.flatMap((pair) => toSetLines(pair, task.wanted));
      return { what: whatToDo.changeRights, how: explain(commands.change, lines) };
    }
    case 'checkDelegations': {
      const lines = [...new Set(task.pairs.flatMap(toLookLines))];
      return { what: whatToDo.checkDelegations, how: explain(commands.look, lines) };
    }
    case 'allowDelegation':
      return { what: whatToDo.allowDelegation, how: explain(commands.look, toPolicyLines(task.userId)) };
    case 'lookAtApp':
      return { what: whatToDo.lookAtApp({ code: task.code }), how: [] };
    case 'lookAtSignIn': {
      const what = whatToDo.lookAtSignIn[task.because];
      const refused = task.code === undefined ? '' : `${whatToDo.refused({ code: task.code })} `;
      return { what: `${refused}${what}`, how: [] };
    }
    case 'assignTeamsPhone':
    case 'allowNotifications':
      return { what: whatToDo[task.task], how: [] };
  }
}

function toRemoval(
  { because, pairs }: Extract<AdministratorTask, { readonly task: 'removeDelegations' }>,
  { whatToDo, commands, accounts }: AdministratorMessages,
): Instruction {
  switch (because) {
    case 'goneDelegate':
      return {
        what: whatToDo.removeGone,
        how: explain(commands.remove, toRemoveGoneLines(pairs), commands.removeMayNotShow),
      };
    case 'goneDelegator':
      return {
        what: whatToDo.removeGoneDelegator,
        how: [accounts({ ids: pairs.map(({ delegatorId }) => delegatorId).join(', ') })],
      };
    case 'disabled':
      return { what: whatToDo.removeDisabled, how: explain(commands.change, pairs.flatMap(toRemoveLines)) };
  }
}

/** Says nothing about commands when there are none. */
const explain = (before: string, lines: PowerShellLines, ...after: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [before, lines.join('\n'), ...after];
