import { createGraph, type Graph } from '../../../src/tools/registration/graph.js';
import { federate } from '../../../src/tools/registration/federate.js';
import { startPretendGraph, type PretendGraph } from './pretendGraph.js';

const tenantId = '22222222-2222-4222-8222-222222222222';
const principal = '88888888-8888-4888-8888-888888888888';
const file = 'env/.env.dev';
let pretend: PretendGraph;
let graph: Graph;
let clientId: string;

beforeEach(async () => {
  pretend = await startPretendGraph('token');
  graph = createGraph({ endpoint: pretend.endpoint, token: 'token', wait: () => Promise.resolve() });
  await graph('POST', '/applications', { body: { displayName: 'Call Delegates' } });
  clientId = pretend.applications[0]?.appId ?? '';
});
afterEach(() => pretend.close());

const variables = (principalId: string) => ({
  AAD_APP_CLIENT_ID: clientId,
  AAD_APP_TENANT_ID: tenantId,
  MANAGED_IDENTITY_PRINCIPAL_ID: principalId,
});
const credentials = () => pretend.applications[0]?.credentials;
const trusted = {
  issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  subject: principal,
  audiences: ['api://AzureADTokenExchange'],
};

test('adds the managed identity as a federated credential of the app', async () => {
  await federate(graph, variables(principal), file);

  expect(credentials()).toEqual([
    { ...trusted, id: expect.any(String) as string, name: 'call-delegates-server' },
  ]);
});

test('changes nothing in a second run', async () => {
  await federate(graph, variables(principal), file);
  pretend.asked.length = 0;

  expect(await federate(graph, variables(principal), file)).toContain('already');
  expect(pretend.asked).toEqual([expect.stringMatching(/^GET /)]);
});

test('replaces the credential of an earlier identity', async () => {
  await federate(graph, variables('99999999-9999-4999-8999-999999999999'), file);
  await federate(graph, variables(principal), file);

  expect(credentials()).toEqual([expect.objectContaining(trusted)]);
});

test('keeps a matching credential that was added manually under another name', async () => {
  await graph('POST', `/applications(appId='${clientId}')/federatedIdentityCredentials`, {
    body: { ...trusted, name: 'by-hand' },
  });

  expect(await federate(graph, variables(principal), file)).toContain('by-hand');
  expect(credentials()).toHaveLength(1);
});

test('names missing variables and sends Graph no request', async () => {
  pretend.asked.length = 0;

  await expect(federate(graph, variables(''), file)).rejects.toThrow(
    'MANAGED_IDENTITY_PRINCIPAL_ID: must be a GUID; set it in env/.env.dev',
  );
  expect(pretend.asked).toEqual([]);
});
