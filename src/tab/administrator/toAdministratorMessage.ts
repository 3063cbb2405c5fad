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

/** Delegations, with the known names of the other people. Names go into sentences, never into commands. */
type Delegations = { readonly pairs: readonly DelegationPair[]; readonly names: readonly string[] };

/**
 * The setting that an administrator must change when Entra refuses a sign-in.
 * `location`: Conditional Access evaluates the server's outbound address. `device`: it requires a managed device.
 * `assignment`: the app requires assignment. `account`: the account is unknown in the tenant, or disabled.
 * `policy`: any other reason.
 */
export type BlockReason = 'location' | 'device' | 'assignment' | 'account' | 'policy';

export type AdministratorTask =
  /** `tenantId`: the tenant where consent is missing. Defaults to the host's. */
  | { readonly task: 'consent'; readonly tenantId?: string }
  /** No command accepts a delegator whose account is deleted. */
  | ({
      readonly task: 'removeDelegations';
      readonly because: 'goneDelegate' | 'goneDelegator' | 'disabled';
    } & Delegations)
  | ({ readonly task: 'changeRights'; readonly wanted: Partial<AllowedActions> } & Delegations)
  /** The delegations are inactive, or differ from what one of the two expects. */
  | ({ readonly task: 'checkDelegations' } & Delegations)
  /**
   * `assignTeamsPhone`: the licence is missing or suspended, or this user may make no calls. `allowDelegation`: a calling
   * policy forbids delegation to this user, or Teams Phone is missing. `allowNotifications`: the app may not notify this
   * user, or is not installed for them.
   */
  | { readonly task: 'assignTeamsPhone' | 'allowDelegation' | 'allowNotifications' }
  /** Entra refuses the sign-in to the app. `code`: Entra's error code, if it named one. */
  | { readonly task: 'lookAtSignIn'; readonly because: BlockReason; readonly code: string | undefined }
  /** The app is misconfigured, or fails repeatedly. */
  | { readonly task: 'lookAtApp'; readonly code: TabProblem['code'] };

export type AdministratorRequest = {
  readonly task: AdministratorTask;
  /** Support code of the problem. Missing when there was no problem. */
  readonly supportCode?: string | undefined;
  /** Text from the host or Microsoft about a failed sign-in. */
  readonly reason?: string | undefined;
};

type Sender = {
  /** Name or sign-in name of the user. Undefined when the host reports neither. */
  readonly from: string | undefined;
  /** Formatted date and time, with the time zone. */
  readonly at: string;
  /** The user's object id. Empty when the host does not report it. */
  readonly userId: string;
  /** The address at which an administrator consents for everyone. */
  readonly consentLink: string;
};

/** Characters. Some hosts report whole library responses as the reason. */
const longestReason = 300;

/** One paragraph each: the task, the link or commands, the user and time, and the support code. */
export function toAdministratorMessage(
  { task, supportCode, reason }: AdministratorRequest,
  sender: Sender,
  messages: AdministratorMessages,
  locale: string,
): { readonly subject: string; readonly text: string } {
  const { from, at } = sender;
  const names = 'names' in task ? new Intl.ListFormat(locale).format(task.names) : '';
  const [what, ...how] = toInstruction(task, sender, messages);
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

/** `how`: a link, object ids, or commands with their explanation. */
type Instruction = readonly [what: string, ...how: string[]];

function toInstruction(
  task: AdministratorTask,
  { userId, consentLink }: Sender,
  messages: AdministratorMessages,
): Instruction {
  const { whatToDo, commands } = messages;
  switch (task.task) {
    case 'consent':
      return [whatToDo.consent, consentLink];
    case 'removeDelegations':
      return toRemoval(task, messages);
    case 'changeRights': {
      const lines = task.pairs.flatMap((pair) => toSetLines(pair, task.wanted));
      return [whatToDo.changeRights, ...explain(commands.change, lines)];
    }
    case 'checkDelegations':
      return [
        whatToDo.checkDelegations,
        ...explain(commands.look, [...new Set(task.pairs.flatMap(toLookLines))]),
      ];
    case 'allowDelegation':
      return [whatToDo.allowDelegation, ...explain(commands.look, toPolicyLines(userId))];
    case 'lookAtApp':
      return [whatToDo.lookAtApp({ code: task.code })];
    case 'lookAtSignIn': {
      const refused = task.code === undefined ? '' : `${whatToDo.refused({ code: task.code })} `;
      return [`${refused}${whatToDo.lookAtSignIn[task.because]}`];
    }
    case 'assignTeamsPhone':
    case 'allowNotifications':
      return [whatToDo[task.task]];
  }
}

function toRemoval(
  { because, pairs }: Extract<AdministratorTask, { readonly task: 'removeDelegations' }>,
  { whatToDo, commands, accounts }: AdministratorMessages,
): Instruction {
  switch (because) {
    case 'goneDelegate':
      return [
        whatToDo.removeGone,
        ...explain(commands.remove, toRemoveGoneLines(pairs), commands.removeMayNotShow),
      ];
    case 'goneDelegator':
      return [
        whatToDo.removeGoneDelegator,
        accounts({ ids: pairs.map(({ delegatorId }) => delegatorId).join(', ') }),
      ];
    case 'disabled':
      return [whatToDo.removeDisabled, ...explain(commands.change, pairs.flatMap(toRemoveLines))];
  }
}

/** Says nothing about commands when there are none. */
const explain = (before: string, lines: readonly string[], ...after: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [before, lines.join('\n'), ...after];
