import type { TeamsPhone } from '../../../src/contract/me.js';
import { getTeamsPhone, toTeamsPhone } from '../../../src/server/graph/me.js';
import { endRequests } from '../../support/asker.js';
import { graphThat } from '../../support/graphThat.js';

afterEach(endRequests);

const phone = '4828c8ec-dc2e-4779-b502-87ac9ce28ab7';
const government = 'db23fce2-a974-42ef-9002-d78dd42a0f22';
const smallBusiness = 'ed777b71-af04-42ca-9798-84344c66f7c6';
const teams = '57ff2da0-773e-42df-b2af-ffb7a2317929';
const resourceAccount = 'f47330e9-c134-43b3-9993-e7f004506889';
const callingPlan = '4ed3ff63-69d7-4fb7-b984-5aec7f605ca8';
const skype = '0feaeb32-d00e-4d66-bd5a-43b5b83db82c';

const plan = (servicePlanId: unknown, capabilityStatus: unknown = 'Enabled') => ({
  assignedDateTime: '2025-02-03T09:12:44Z',
  service: 'MicrosoftCommunicationsOnline',
  servicePlanId,
  capabilityStatus,
});
const user = (...assignedPlans: unknown[]) => ({
  id: 'x',
  accountEnabled: true,
  userType: 'Member',
  assignedPlans,
});

test.each<[string, unknown, TeamsPhone | null]>([
  ['Teams Phone', user(plan(teams), plan(phone)), 'enabled'],
  ['Teams Phone of a government', user(plan(government)), 'enabled'],
  ['Teams Phone for small businesses', user(plan(smallBusiness)), 'enabled'],
  ['an id in capitals, a status in small letters', user(plan(phone.toUpperCase(), 'enabled')), 'enabled'],
  ['a past entry and a present one', user(plan(phone, 'Deleted'), plan(phone)), 'enabled'],
  [
    'a present entry and a suspended one of another plan',
    user(plan(phone), plan(smallBusiness, 'Suspended')),
    'enabled',
  ],
  ['a present entry and one that says nothing known', user(plan(phone, 'Melted'), plan(phone)), 'enabled'],
  ['an account that is blocked', { ...user(plan(phone)), accountEnabled: false }, 'enabled'],

  ['a grace period', user(plan(phone, 'Warning')), 'warning'],
  ['a grace period and a past entry', user(plan(phone, 'Deleted'), plan(phone, 'WARNING')), 'warning'],
  [
    'a grace period and a suspended entry',
    user(plan(phone, 'Suspended'), plan(government, 'Warning')),
    'warning',
  ],

  ['a suspended plan', user(plan(phone, 'Suspended')), 'suspended'],
  ['a locked plan', user(plan(phone, 'LockedOut')), 'suspended'],
  ['a suspended entry and a past one', user(plan(phone, 'Deleted'), plan(phone, 'Suspended')), 'suspended'],

  ['a past plan', user(plan(teams), plan(phone, 'Deleted')), 'none'],
  ['plans, and none of them ours', user(plan(teams), plan(skype)), 'none'],
  ['a calling plan alone', user(plan(callingPlan)), 'none'],
  ['the plan of a resource account', user(plan(resourceAccount)), 'none'],
  ['no plan at all, in an answer that is whole', user(), 'none'],
  ['a past plan without an id', user(plan(null, 'Deleted')), 'none'],

  [
    'an answer that was thinned out',
    { id: 'x', accountEnabled: null, userType: null, assignedPlans: [] },
    null,
  ],
  ['an answer that was thinned out, but for a plan', { ...user(plan(phone)), accountEnabled: null }, null],
  ['an answer that lost a member', { id: 'x', assignedPlans: [plan(phone)] }, null],
  ['plans that are null', { ...user(), assignedPlans: null }, null],
  ['plans that are missing', { id: 'x', accountEnabled: true }, null],
  ['plans that are no list', { ...user(), assignedPlans: {} }, null],
  ['a status that is null', user(plan(phone, null)), null],
  ['a status that is new', user(plan(phone, 'Melted')), null],
  [
    'a status that is new, beside a suspended one',
    user(plan(phone, 'Suspended'), plan(smallBusiness, 'Melted')),
    null,
  ],
  ['a plan without an id that may be ours', user(plan(teams), plan(null)), null],
  ['a plan that is no object', user(plan(teams), 7), null],
  ['a list', [], null],
  ['nothing', null, null],
  ['text', 'Teams Phone', null],
])('%s', (_, answer, teamsPhone) => {
  expect(toTeamsPhone(answer)).toBe(teamsPhone);
});

test.each(['constructor', '__proto__', 'toString'])('a status called %s is no status', (status) => {
  expect(toTeamsPhone(user(plan(phone, status)))).toBeNull();
});

test('it is asked for with all that tells whether the answer is whole', async () => {
  const graph = graphThat(() => user(plan(phone)));

  expect(await getTeamsPhone(graph)).toBe('enabled');
  expect(graph.asked.map(({ path }) => path)).toEqual([
    '/v1.0/me?$select=id,accountEnabled,userType,assignedPlans',
  ]);
});

test('what cannot be read is not known; a caller who went away gets no answer', async () => {
  const graph = graphThat(() => Promise.reject(new Error('Refused.')));
  expect(await getTeamsPhone(graph)).toBeNull();
  graph.leave();

  await expect(getTeamsPhone(graph)).rejects.toThrow('went away');
});
