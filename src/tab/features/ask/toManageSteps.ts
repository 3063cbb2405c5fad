import type { Right } from '../../../contract/delegation.js';
import type { TeamsClient } from '../../components/useTeamsClient.js';
import type { AskedChange } from './AskedChange.js';
import { listRights, type AskLanguage } from './AskLanguage.js';

/** One thing for a delegator to do in Teams, whose settings no link opens. */
export type ManageStep =
  | { readonly step: 'openSettings' | 'openDelegates' | 'openCalls'; readonly client: TeamsClient }
  | { readonly step: 'findPerson' | 'addPerson' | 'removePerson' }
  | { readonly step: 'switchOn' | 'switchOff'; readonly rights: readonly Right[] }
  /** To this page, which says then whether it has happened. */
  | { readonly step: 'comeBack' };

/** What a delegator wants to do about one person, or about the list as a whole. */
export type ManageGoal = AskedChange | { readonly kind: 'list' };

/**
 * Microsoft does not say why a delegation is inactive, so these steps only lead to it. The sentences fit the settings of today, with
 * a bin next to each name, and the older dialog with two tabs.
 * @see https://support.microsoft.com/office/16307929-a51f-43fc-8323-3b1bf115e5a8
 */
export function toManageSteps(goal: ManageGoal, client: TeamsClient): ManageStep[] {
  return [
    { step: 'openSettings', client },
    { step: 'openDelegates', client },
    ...toOwnSteps(goal),
    { step: 'comeBack' },
  ];
}

function toOwnSteps(goal: ManageGoal): ManageStep[] {
  switch (goal.kind) {
    case 'rights':
      return [
        { step: 'findPerson' },
        ...[
          { step: 'switchOn', rights: goal.give } as const,
          { step: 'switchOff', rights: goal.take } as const,
        ].filter(({ rights }) => rights.length > 0),
      ];
    case 'activate':
      return [{ step: 'findPerson' }];
    case 'end':
      return [{ step: 'removePerson' }];
    case 'list':
      return [{ step: 'addPerson' }, { step: 'removePerson' }];
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
    case 'removePerson':
      return steps[step.step]({ name });
    case 'switchOn':
    case 'switchOff':
      return steps[step.step]({ permissions: listRights(step.rights, language) });
    case 'addPerson':
    case 'comeBack':
      return steps[step.step];
  }
}
