import type { TeamsPhone } from '../../../src/contract/me.js';
import { getTeamsPhone, toTeamsPhone } from '../../../src/server/graph/me.js';
import { endRequests } from '../../support/caller.js';
import { stubGraph } from '../../support/stubGraph.js';

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
  ['Teams Phone for government', user(plan(government)), 'enabled'],
  ['Teams Phone for small businesses', user(plan(smallBusiness)), 'enabled'],
  ['an id in upper case and a status in lower case', user(plan(phone.toUpperCase(), 'enabled')), 'enabled'],
  ['a deleted entry and an enabled one', user(plan(phone, 'Deleted'), plan(phone)), 'enabled'],
  [
    'an enabled entry and a suspended one of another plan',
    user(plan(phone), plan(smallBusiness, 'Suspended')),
    'enabled',
  ],
  ['an enabled entry and one with an unknown status', user(plan(phone, 'Melted'), plan(phone)), 'enabled'],
  ['a blocked account', { ...user(plan(phone)), accountEnabled: false }, 'enabled'],

  ['a grace period', user(plan(phone, 'Warning')), 'warning'],
  ['a grace period and a deleted entry', user(plan(phone, 'Deleted'), plan(phone, 'WARNING')), 'warning'],
  [
    'a grace period and a suspended entry',
    user(plan(phone, 'Suspended'), plan(government, 'Warning')),
    'warning',
  ],

  ['a suspended plan', user(plan(phone, 'Suspended')), 'suspended'],
  ['a locked plan', user(plan(phone, 'LockedOut')), 'suspended'],
  [
    'a suspended entry and a deleted one',
    user(plan(phone, 'Deleted'), plan(phone, 'Suspended')),
    'suspended',
  ],

  ['a deleted plan', user(plan(teams), plan(phone, 'Deleted')), 'none'],
  ['plans without Teams Phone', user(plan(teams), plan(skype)), 'none'],
  ['a calling plan alone', user(plan(callingPlan)), 'none'],
  ['the plan of a resource account', user(plan(resourceAccount)), 'none'],
  ['no plan in a complete response', user(), 'none'],
  ['a deleted plan without an id', user(plan(null, 'Deleted')), 'none'],

  [
    'a response with withheld data',
    { id: 'x', accountEnabled: null, userType: null, assignedPlans: [] },
    null,
  ],
  ['a response with withheld data and a plan', { ...user(plan(phone)), accountEnabled: null }, null],
  ['a response without a property', { id: 'x', assignedPlans: [plan(phone)] }, null],
  ['plans that are null', { ...user(), assignedPlans: null }, null],
  ['plans that are missing', { id: 'x', accountEnabled: true }, null],
  ['plans that are not a list', { ...user(), assignedPlans: {} }, null],
  ['a status that is null', user(plan(phone, null)), null],
  ['an unknown status', user(plan(phone, 'Melted')), null],
  [
    'an unknown status next to a suspended one',
    user(plan(phone, 'Suspended'), plan(smallBusiness, 'Melted')),
    null,
  ],
  ['an enabled plan without an id', user(plan(teams), plan(null)), null],
  ['a plan that is not an object', user(plan(teams), 7), null],
  ['a list', [], null],
  ['nothing', null, null],
  ['text', 'Teams Phone', null],
])('maps %s to the Teams Phone status', (_, answer, teamsPhone) => {
  expect(toTeamsPhone(answer)).toBe(teamsPhone);
});

test.each(['constructor', '__proto__', 'toString'])('treats the status %s as unknown', (status) => {
  expect(toTeamsPhone(user(plan(phone, status)))).toBeNull();
});

test('requests the properties that show whether the response is complete', async () => {
  const graph = stubGraph(() => user(plan(phone)));

  expect(await getTeamsPhone(graph)).toBe('enabled');
  expect(graph.asked.map(({ path }) => path)).toEqual([
    '/v1.0/me?$select=id,accountEnabled,userType,assignedPlans',
  ]);
});

test('returns null after a failure and rejects after the client disconnects', async () => {
  const graph = stubGraph(() => Promise.reject(new Error('Refused.')));
  expect(await getTeamsPhone(graph)).toBeNull();
  graph.leave();

  await expect(getTeamsPhone(graph)).rejects.toThrow('closed the connection');
});
