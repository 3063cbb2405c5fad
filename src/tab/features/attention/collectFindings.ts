import type { ConfirmedEntry } from '../../../contract/confirmation.js';
import {
  mostDelegations,
  rights,
  type Delegation,
  type ListName,
  type TeamsPhone,
} from '../../../contract/delegation.js';
import { toContact } from '../../delegation/contact.js';
import { presenceOf, toPresenceNow, type PresenceById } from '../../delegation/presenceNow.js';
import { isInForce, isUnchanged } from '../../delegation/standing.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';

/** The page's data. undefined: not loaded yet; null: failed. */
export type AttentionInput = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  /** The user's other list. */
  readonly other: readonly Delegation[] | null | undefined;
  readonly presence: PresenceById | null | undefined;
  /** Empty when nothing was ever confirmed. */
  readonly lastConfirmed: readonly ConfirmedEntry[] | null | undefined;
  /** Shared verdicts of the people in the list. undefined: not loaded, or failed. */
  readonly counterparts: Counterparts | undefined;
  readonly teamsPhone: TeamsPhone | null | undefined;
  /** undefined: the host does not report it. */
  readonly isCallingAllowed: boolean | undefined;
};

/**
 * Every finding with its severity, in the order in which they are shown: most severe first.
 * `danger`: needs a fix. `warning`: does not work, perhaps only for now. `info`: good to know.
 */
const severities = {
  accountGone: 'danger',
  accountDisabled: 'danger',
  otherSaysWrong: 'warning',
  stillWrong: 'warning',
  nobodyReceives: 'warning',
  everybodyAway: 'warning',
  inactive: 'warning',
  noTeamsPhone: 'warning',
  onlyOneReceives: 'info',
  mayChangeSettings: 'info',
  bothWays: 'info',
  nearLimit: 'info',
  notReported: 'info',
} as const;

export type FindingCode = keyof typeof severities;

/** The single next step for a finding. `ids` is empty when the step concerns no one in the list. */
type NextStep = {
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
  readonly severity: (typeof severities)[FindingCode];
  /** Affected people, in list order. */
  readonly ids: readonly string[];
  /** People with unreported values that could change the finding. The text must say that they are unknown. */
  readonly unsure: readonly string[];
  /** Only for `noTeamsPhone`: the licence's state, or that the host forbids calls. */
  readonly reason?: 'none' | 'suspended' | 'callingNotAllowed';
  readonly next: NextStep;
};

/** Undefined when there is no such finding. */
type Found = Pick<Finding, 'ids' | 'next' | 'reason'> & Partial<Pick<Finding, 'unsure'>>;
type Finders = Readonly<Record<FindingCode, (input: AttentionInput) => Found | undefined>>;

/** Remaining places in the list at which the user is warned. */
const fewPlaces = 2;

/** Returns the findings of a list, most severe first. Pure. */
export function collectFindings(input: AttentionInput): Finding[] {
  const codes = Object.keys(severities) as FindingCode[];
  return codes.flatMap((code) => {
    const found = finders[code](input);
    return found === undefined
      ? []
      : [{ unsure: [], ...found, code, list: input.list, severity: severities[code] }];
  });
}

const finders: Finders = {
  accountGone: ({ delegations }) => ofSome(delegations.filter(isGone), 'sendToAdministrator'),

  accountDisabled: ({ list, delegations }) => {
    const disabled = delegations.filter(({ person }) => person?.accountEnabled === false);
    return ofSome(disabled, list === 'delegates' ? 'manageDelegates' : 'sendToAdministrator');
  },

  otherSaysWrong: ({ list, delegations, counterparts }) => {
    const wrong = delegations.filter((delegation) => {
      const counterpart = counterparts?.get(delegation.id);
      return counterpart?.isRight === false && isUnchanged(delegation, counterpart);
    });
    return ofSome(wrong, toChange(list, wrong));
  },

  stillWrong: ({ list, delegations, lastConfirmed }) => {
    const wrong = new Map(lastConfirmed?.filter(({ isRight }) => !isRight).map((entry) => [entry.id, entry]));
    const still = delegations.filter((delegation) => isUnchanged(delegation, wrong.get(delegation.id)));
    return ofSome(still, toChange(list, still));
  },

  nobodyReceives: ({ list, delegations }) => {
    if (list !== 'delegates' || delegations.length === 0) return undefined;
    const { known, others, unsure } = findCallRecipients(delegations);
    return known.length > 0
      ? undefined
      : { ids: others, unsure, next: { step: 'manageDelegates', ids: others } };
  },

  onlyOneReceives: ({ list, delegations }) => {
    const { known, others, unsure } = findCallRecipients(delegations);
    if (list !== 'delegates' || known.length !== 1) return undefined;
    return { ids: known, unsure, next: { step: 'manageDelegates', ids: others } };
  },

  everybodyAway: ({ list, delegations, presence }) => {
    const { known, unsure } = findCallRecipients(delegations);
    const areAway = known.every((id) => toPresenceNow(presenceOf(presence, id)) === 'away');
    if (list !== 'delegates' || known.length === 0 || !areAway) return undefined;
    return { ids: known, unsure, next: { step: 'checkCallSettings', ids: [] } };
  },

  mayChangeSettings: ({ list, delegations }) => {
    const mayChange = delegations.filter(
      (delegation) =>
        isInForce(delegation) && delegation.allowedActions.manageCallAndDelegateSettings === true,
    );
    return list === 'delegates' ? ofSome(mayChange, 'openDetails') : undefined;
  },

  inactive: ({ list, delegations }) => {
    const inactive = delegations.filter(({ isActive }) => isActive === false);
    return ofSome(inactive, toChange(list, inactive));
  },

  bothWays: ({ delegations, other }) => {
    const others = new Set(other?.map(({ id }) => id.toLowerCase()));
    const mutual = delegations.filter(({ id }) => id !== '' && others.has(id.toLowerCase()));
    return ofSome(mutual, 'openDetails');
  },

  nearLimit: ({ list, delegations }) => {
    if (delegations.length < mostDelegations - fewPlaces) return undefined;
    return {
      ids: [],
      next: list === 'delegates' ? { step: 'manageDelegates', ids: [] } : toChange(list, delegations),
    };
  },

  noTeamsPhone: ({ teamsPhone, isCallingAllowed }) => {
    const isMissing = teamsPhone === 'none' || teamsPhone === 'suspended';
    if (!isMissing && isCallingAllowed !== false) return undefined;
    const reason = isMissing ? teamsPhone : 'callingNotAllowed';
    return { ids: [], reason, next: { step: 'sendToAdministrator', ids: [] } };
  },

  notReported: ({ delegations }) => {
    const partial = delegations.filter(
      ({ isActive, allowedActions }) =>
        isActive === null || rights.some((right) => allowedActions[right] === null),
    );
    return ofSome(partial, 'openDetails');
  },
};

/** @param next a step for all of them, or else for the people in it */
function ofSome(delegations: readonly Delegation[], next: NextStep | NextStep['step']): Found | undefined {
  if (delegations.length === 0) return undefined;
  const ids = delegations.map(({ id }) => id);
  return { ids, next: typeof next === 'string' ? { step: next, ids } : next };
}

/** A delegator changes their own settings, and a delegate asks them. If neither is possible, an administrator acts. */
function toChange(list: ListName, delegations: readonly Delegation[]): NextStep {
  const able = delegations
    .filter((delegation) =>
      list === 'delegates' ? !isGone(delegation) : toContact(delegation).mail !== null,
    )
    .map(({ id }) => id);
  if (able.length > 0) return { step: list === 'delegates' ? 'manageDelegates' : 'ask', ids: able };
  return { step: 'sendToAdministrator', ids: delegations.map(({ id }) => id) };
}

const isGone = ({ personStatus }: Delegation): boolean => personStatus === 'notFound';

/** Ids of active delegations by *receive calls*: held, not held, or not reported. */
export function findCallRecipients(delegates: readonly Delegation[]) {
  const inForce = delegates.filter(isInForce);
  const idsWith = (held: boolean | null) =>
    inForce.filter(({ allowedActions }) => allowedActions.receiveCalls === held).map(({ id }) => id);
  return { known: idsWith(true), others: idsWith(false), unsure: idsWith(null) };
}
