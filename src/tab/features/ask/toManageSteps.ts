import type { Right } from '../../../contract/delegation.js';
import type { TeamsClient } from '../../components/useTeamsClient.js';
import type { RequestedChange } from './ChangeRequest.js';
import { listRights, type AskLanguage } from './askLanguage.js';

/** One step in Teams' settings, for which no deep link exists. */
export type ManageStep =
  | { readonly step: 'openSettings' | 'openDelegates' | 'openCalls'; readonly client: TeamsClient }
  | { readonly step: 'findPerson' | 'addPerson' | 'removePerson' }
  | { readonly step: 'switchOn' | 'switchOff'; readonly rights: readonly Right[] }
  /** Return to this page to check the outcome. */
  | { readonly step: 'comeBack' };

/** A delegator's change for one person, or for the whole list. */
export type ManageGoal = RequestedChange | { readonly kind: 'list' };

/**
 * Microsoft does not report why a delegation is inactive, so the `activate` steps only lead to it. The texts fit both
 * the current settings, with a bin next to each name, and the older dialog with two tabs.
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

/** Steps to the settings for ringing and unanswered calls. */
export const toCallSettingsSteps = (client: TeamsClient): ManageStep[] => [
  { step: 'openSettings', client },
  { step: 'openCalls', client },
];

/** @param name of the person the steps are about; null when not known */
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
