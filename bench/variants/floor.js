import { app, authentication } from '@microsoft/teams-js';

/** A minimal tab with the same two lists: teams-js, two requests, plain DOM. */
const { hostOrigins } = JSON.parse(document.getElementById('page-config').textContent);
await app.initialize(hostOrigins);
const headers = { authorization: `Bearer ${await authentication.getAuthToken({ silent: true })}` };
const lists = await Promise.all(
  ['delegators', 'delegates'].map(async (list) => (await fetch(`/api/${list}`, { headers })).json()),
);
const table = document.createElement('table');
for (const { person, allowedActions } of lists.flatMap(({ value }) => value)) {
  const row = table.insertRow();
  const name = document.createElement('th');
  name.scope = 'row';
  name.textContent = person?.displayName;
  row.append(name);
  for (const isAllowed of Object.values(allowedActions)) row.insertCell().textContent = isAllowed;
}
document.getElementById('root').replaceChildren(table);
app.notifySuccess();
