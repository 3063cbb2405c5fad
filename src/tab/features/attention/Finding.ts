import type { ListName } from '../../../contract/delegation.js';

/** `danger`: mend it. `warning`: something does not work, or does not work now. `info`: know it. */
export type Severity = 'danger' | 'warning' | 'info';

/** What deserves attention, in the order of the contract, with how bad it is. */
export const severities = {
  accountGone: 'danger',
  accountDisabled: 'danger',
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

/** The one thing to do about a finding, and for whom; no ids where it concerns nobody in the list. */
export type NextStep = {
  readonly step:
    /** Only an administrator can. */
    | 'sendToAdministrator'
    /** The delegators can: ask them for a change. */
    | 'ask'
    /** The reader can, in Teams' own settings under *Manage delegates*. */
    | 'manageDelegates'
    /** The reader can, in Teams' own settings under *Calls*: what happens to calls that nobody answers. */
    | 'checkCallSettings'
    /** Nothing but to look. */
    | 'openDetails';
  readonly ids: readonly string[];
};

/** Several people with the same finding are one finding. */
export type Finding = {
  readonly code: FindingCode;
  readonly list: ListName;
  readonly severity: Severity;
  /** Whom it concerns, in the order of the list. */
  readonly ids: readonly string[];
  /** Who would change the finding if Microsoft reported more of them: say that they are not known. */
  readonly unsure: readonly string[];
  /** Of `noTeamsPhone` only: what the licence says, or else that the host lets this person make no calls. */
  readonly reason?: 'none' | 'suspended' | 'callingNotAllowed';
  readonly next: NextStep;
};

/** What could not be read, and of whom. It says nothing of them, neither good nor bad. */
export type Unread = {
  readonly what:
    /** Who somebody is, and so whether their account still exists. */
    | 'names'
    /** Whether an account is blocked. */
    | 'accounts'
    /** Whether those who may answer are there. */
    | 'presence'
    /** The reader's own licence. */
    | 'licence'
    /** What the reader last confirmed. */
    | 'confirmation'
    | 'otherList';
  readonly ids: readonly string[];
};
