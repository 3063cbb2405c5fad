import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setGlobalDispatcher } from 'undici';
import { createProxyDispatcher } from '../server/outbound/outboundProxy.js';
import { environmentFiles, readEnvironment, writeVariables } from './environmentFiles.js';
import { azureCliToken, graphEndpointOf } from './registration/azureCli.js';
import { createGraph } from './registration/graph.js';
import { addSecret, register } from './registration/register.js';
import { runTool, ToolError } from './ToolError.js';

/**
 * `npm run register [-- --env dev] [--secret] [--secret-days 365]`: writes the app registration from
 * aad.manifest.json, with the account that is signed in to the Azure CLI. Its ids go to env/.env.{env}.
 * `--secret` adds a client secret, which goes to env/.env.{env}.user.
 */
const { values } = parseArgs({
  options: {
    env: { type: 'string', default: 'dev' },
    secret: { type: 'boolean', default: false },
    'secret-days': { type: 'string', default: '365' },
  },
});
const root = process.cwd();
const [shared, own] = environmentFiles(values.env);
const say = (line: string) => void process.stdout.write(`✓ ${line}\n`);

await runTool(async () => {
  const days = Number(values['secret-days']);
  if (!Number.isInteger(days) || days < 1 || days > 730)
    throw new ToolError('--secret-days: must be a whole number from 1 to 730');
  const variables = readEnvironment(root, values.env, process.env);
  const { HTTP_PROXY: httpProxy, HTTPS_PROXY: httpsProxy, NO_PROXY: noProxy = '' } = variables;
  // Node's `fetch` uses this dispatcher too.
  setGlobalDispatcher(createProxyDispatcher({ httpProxy, httpsProxy, noProxy }));
  const endpoint = graphEndpointOf(variables);
  const { accessToken: token, tenant } = await azureCliToken(endpoint, variables['AAD_APP_TENANT_ID']);
  const graph = createGraph(endpoint, token);
  const { objectId } = await register({
    graph,
    manifest: readFileSync(join(root, 'aad.manifest.json'), 'utf8'),
    variables,
    variablesFile: shared,
    keep: (ids) => {
      writeVariables(join(root, shared), {
        AAD_APP_TENANT_ID: variables['AAD_APP_TENANT_ID'] ?? tenant,
        ...ids,
      });
    },
    say,
  });
  if (values.secret) {
    writeVariables(join(root, own), {
      SECRET_AAD_APP_CLIENT_SECRET: await addSecret(graph, objectId, days),
    });
    say(`Added a client secret for ${days} days to ${own}`);
  }
}, '✗ ');
