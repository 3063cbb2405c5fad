/**
 * Makes the two Graph calls of a list without validating the answers.
 * @param {string} graph
 * @param {string} token
 */
export async function readList(graph, token) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${graph}/beta/me/communications/callSettings/delegators`, { headers });
  const { value } = /** @type {{ value: { id: string }[] }} */ (await answer.json());
  const requests = value.map(({ id }, index) => ({
    id: String(index),
    method: 'GET',
    url: `/users/${id}?$select=id,displayName,jobTitle,department,mail,userPrincipalName`,
  }));
  const batch = await fetch(`${graph}/v1.0/$batch`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ requests }),
  });
  const { responses } = /** @type {{ responses: { body: object }[] }} */ (await batch.json());
  return { value: value.map((entry, index) => ({ ...entry, person: responses[index]?.body })) };
}
