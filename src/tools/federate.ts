import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { environmentFiles, readEnvironment } from './environmentFiles.js';
import { azureCliToken, graphEndpointOf } from './registration/azureCli.js';
import { federate } from './registration/federate.js';
import { createGraph } from './registration/graph.js';
import { reportOn } from './registration/reportOn.js';

/**
 * `npm run federate [-- --env dev]`: lets the managed identity MANAGED_IDENTITY_PRINCIPAL_ID authenticate as
 * the app. It uses the account that is signed in to the Azure CLI.
 */
const { values } = parseArgs({ options: { env: { type: 'string', default: 'dev' } } });

await reportOn(async () => {
  const variables = readEnvironment(process.cwd(), values.env, process.env);
  const endpoint = graphEndpointOf(variables);
  const { accessToken: token, tenant } = await azureCliToken(endpoint, variables['AAD_APP_TENANT_ID']);
  const graph = createGraph({ endpoint, token, wait: setTimeout });
  const done = await federate(
    graph,
    { ...variables, AAD_APP_TENANT_ID: tenant },
    environmentFiles(values.env)[0],
  );
  process.stdout.write(`✓ ${done}\n`);
});
