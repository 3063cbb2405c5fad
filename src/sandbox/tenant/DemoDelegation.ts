import { forEachRight, rights, type AllowedActions, type Right } from '../../contract/delegation.js';
import { idOf } from './DemoPerson.js';

export type DemoDelegation = {
  readonly delegatorId: string;
  readonly delegateId: string;
  readonly isActive: boolean | null;
  readonly createdDateTime: string | null;
  readonly allowedActions: Partial<AllowedActions>;
};

export const allowed = (...held: Right[]): AllowedActions => forEachRight((right) => held.includes(right));

export const everything = allowed(...rights);
export const handset = allowed('makeCalls', 'receiveCalls', 'pickUpHeldCalls');

export const delegation = (
  delegator: number,
  delegate: number,
  createdDateTime: string | null,
  allowedActions: Partial<AllowedActions>,
  isActive: boolean | null = true,
): DemoDelegation => ({
  delegatorId: idOf(delegator),
  delegateId: idOf(delegate),
  isActive,
  createdDateTime,
  allowedActions,
});
