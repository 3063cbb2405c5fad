/** A service plan that is, or was, assigned to a user. */
export type DemoPlan = {
  readonly servicePlanId: string;
  readonly service: string;
  readonly capabilityStatus: 'Enabled' | 'Warning' | 'Suspended' | 'LockedOut' | 'Deleted';
};

/** @see https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const ids = {
  teams: '57ff2da0-773e-42df-b2af-ffb7a2317929',
  skype: '0feaeb32-d00e-4d66-bd5a-43b5b83db82c',
  phone: '4828c8ec-dc2e-4779-b502-87ac9ce28ab7',
  phoneGovernment: 'db23fce2-a974-42ef-9002-d78dd42a0f22',
  phoneSmallBusiness: 'ed777b71-af04-42ca-9798-84344c66f7c6',
  phoneResourceAccount: 'f47330e9-c134-43b3-9993-e7f004506889',
} as const;

const plan = (
  name: keyof typeof ids,
  capabilityStatus: DemoPlan['capabilityStatus'] = 'Enabled',
): DemoPlan => ({
  servicePlanId: ids[name],
  service: name === 'teams' ? 'TeamspaceAPI' : 'MicrosoftCommunicationsOnline',
  capabilityStatus,
});

/** Sets of service plans, named by the effect on Teams Phone. */
export const licences = {
  e5: [plan('teams'), plan('phone')],
  /** Office 365 E3: Teams and the old Skype plan, which does not include Teams Phone. */
  e3: [plan('teams'), plan('skype')],
  takenAway: [plan('teams'), plan('phone', 'Deleted')],
  givenBack: [plan('phone', 'Deleted'), plan('teams'), plan('phone')],
  suspended: [plan('teams', 'Suspended'), plan('phone', 'Suspended')],
  inGracePeriod: [plan('teams', 'Warning'), plan('phone', 'Warning')],
  smallBusiness: [plan('teams'), plan('phoneSmallBusiness')],
  government: [plan('teams'), plan('phoneGovernment')],
  resourceAccount: [plan('phoneResourceAccount')],
  none: [],
} as const satisfies Record<string, readonly DemoPlan[]>;
