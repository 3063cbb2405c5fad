import type { ListName } from '../../../contract/delegation.js';

/** `danger`: needs a fix. `warning`: does not work, perhaps only for now. `info`: good to know. */
export type Severity = 'danger' | 'warning' | 'info';

/** Every finding with its severity. The order of the keys breaks ties between equal severities. */
export const severities = {
  accountGone: 'danger',
  accountDisabled: 'danger',
  otherSaysWrong: 'warning',
  stillWrong: 'warning',
  nobodyReceives: 'warning',
  onlyOneReceives: 'info',
  everybodyAway: 'warning',
  mayChangeSettings: 'info',
  inactive: 'warning',
  bothWays: 'info',
  nearLimit: 'info',
  noTeamsPhone: 'warning',
  notReported: 'info',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof severities;

/** The single next step for a finding. `ids` is empty when the step concerns no one in the list. */
export type NextStep = {
  readonly step:
    /** Only an administrator can act. */
    | 'sendToAdministrator'
    /** The delegators can act. The user asks them for a change. */
    | 'ask'
    /** The user can act, in Teams' settings under *Manage delegates*. */
    | 'manageDelegates'
    /** The user can act, in Teams' settings under *Calls*, which hold the rules for unanswered calls. */
    | 'checkCallSettings'
    /** Nothing to do but read the details. */
    | 'openDetails';
  readonly ids: readonly string[];
};

/** One finding can cover several people. */
export type Finding = {
  readonly code: FindingCode;
  readonly list: ListName;
  readonly severity: Severity;
  /** Affected people, in list order. */
  readonly ids: readonly string[];
  /** People with unreported values that could change the finding. The text must say that they are unknown. */
  readonly unsure: readonly string[];
  /** Only for `noTeamsPhone`: the licence's state, or that the host forbids calls. */
  readonly reason?: 'none' | 'suspended' | 'callingNotAllowed';
  readonly next: NextStep;
};

/** Data that could not be read, and for whom. Allows no conclusion, good or bad. */
export type Unread = {
  readonly what:
    /** The profile, and so whether the account still exists. */
    | 'names'
    /** The account is blocked. */
    | 'accounts'
    /** Presence of the people who may answer. */
    | 'presence'
    /** The user's own licence. */
    | 'licence'
    /** The user's last confirmation. */
    | 'confirmation'
    | 'otherList';
  readonly ids: readonly string[];
};
