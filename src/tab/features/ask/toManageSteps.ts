import type { Right } from '../../../contract/delegation.js';
import type { AskedChange } from './AskedChange.js';
import { listRights, type AskLanguage } from './AskLanguage.js';

/** Teams has its settings in other places on a phone. */
export type TeamsClient = 'computer' | 'phone';

/** One thing for a delegator to do in Teams, whose settings no link opens. */
export type ManageStep =
  | { readonly step: 'openSettings' | 'openDelegates' | 'openCalls'; readonly client: TeamsClient }
  /** The tab of that name; Teams shows *People you support* first. */
  | { readonly step: 'openYourDelegates' }
  | { readonly step: 'findPerson' | 'addPerson' | 'removePerson' }
  | { readonly step: 'switchOn' | 'switchOff'; readonly rights: readonly Right[] }
  /** To this page, which says then whether it has happened. */
  | { readonly step: 'comeBack' };

/** What a delegator sets out to do about one person. */
export type ManageGoal =
  AskedChange | { readonly kind: 'look' } | { readonly kind: 'add'; readonly give: readonly Right[] };

/**
 * In the order of doing. Why a delegation is inactive Microsoft does not say, so there is only to look.
 * @see https://support.microsoft.com/office/16307929-a51f-43fc-8323-3b1bf115e5a8
 */
export function toManageSteps(goal: ManageGoal, client: TeamsClient): ManageStep[] {
  return [
    { step: 'openSettings', client },
    { step: 'openDelegates', client },
    { step: 'openYourDelegates' },
    { step: goal.kind === 'add' ? 'addPerson' : 'findPerson' },
    ...toLastSteps(goal),
    { step: 'comeBack' },
  ];
}

function toLastSteps(goal: ManageGoal): ManageStep[] {
  switch (goal.kind) {
    case 'rights':
      return [
        { step: 'switchOn', rights: goal.give } as const,
        { step: 'switchOff', rights: goal.take } as const,
      ].filter(({ rights }) => rights.length > 0);
    case 'add':
      return [{ step: 'switchOn', rights: goal.give }];
    case 'end':
      return [{ step: 'removePerson' }];
    case 'activate':
    case 'look':
      return [];
  }
}

/** To where Teams decides whether a phone rings, and what happens to calls that nobody answers. */
export const toCallSettingsSteps = (client: TeamsClient): ManageStep[] => [
  { step: 'openSettings', client },
  { step: 'openCalls', client },
];

/** @param name the person whom the steps are about; null: not known */
export function toStepText(step: ManageStep, name: string | null, language: AskLanguage): string {
  const { steps } = language.messages;
  switch (step.step) {
    case 'openSettings':
    case 'openDelegates':
    case 'openCalls':
      return steps[step.step][step.client];
    case 'findPerson':
    case 'addPerson':
    case 'removePerson':
      return steps[step.step]({ name });
    case 'switchOn':
    case 'switchOff':
      return steps[step.step]({ permissions: listRights(step.rights, language) });
    case 'openYourDelegates':
    case 'comeBack':
      return steps[step.step];
  }
}
