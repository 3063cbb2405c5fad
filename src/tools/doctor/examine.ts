import { setGlobalDispatcher } from 'undici';
import { requiredScopes } from '../../contract/graphScopes.js';
import { ConfigError, parseConfig, type Config } from '../../server/config.js';
import { createProxyDispatcher } from '../../server/outbound/outboundProxy.js';
import type { Environment } from '../environmentFiles.js';
import { checkAuthority } from './authority.js';
import { checkCertificate, checkCredential } from './credential.js';
import { checkDocuments } from './documents.js';
import { checkGraph, checkPages, checkTab } from './endpoints.js';
import { of, type CheckResult } from './CheckResult.js';
import { checkGraphCalls } from './graphCalls.js';
import { checkNotifications } from './notifications.js';
import { checkRegistration, type AzureCliToken } from './registration.js';
import { checkDatabase, checkRedis } from './stores.js';

export type Examination = {
  readonly variables: Environment;
  /** The folder that contains `appPackage/` and `aad.manifest.json`. */
  readonly root: string;
  /** Results refer to this name: `env/.env.{name}`. */
  readonly environment: string;
  /** A delegated Graph token. With it the doctor calls each operation once. */
  readonly graphToken: string | undefined;
  readonly azureCliToken: AzureCliToken;
};

/** States what the doctor cannot check, so that no one mistakes silence for success. */
const uncheckedConsent: CheckResult = of('Consent').skipped(
  `Not checked: consent to ${requiredScopes.join(', ')}. ` +
    'docs/administrator.md has the link, and the tab shows it to anyone without consent.',
);

/**
 * Runs all checks in the order in which an operator fixes a setup, and yields each result as soon as it is
 * available.
 */
export async function* examine(options: Examination): AsyncGenerator<CheckResult> {
  const { variables, root, environment, graphToken, azureCliToken } = options;
  const { ok, failed } = of('Variables');
  let config: Config;
  try {
    config = parseConfig(variables);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const fix = 'Set it in the environment, or select a file of env/ with --env.';
    for (const line of error.lines) yield failed(line, fix);
    return;
  }
  yield ok('All required variables are set.');

  // Node's `fetch` uses this dispatcher too.
  if (config.outboundProxy) setGlobalDispatcher(createProxyDispatcher(config.outboundProxy));

  let isUsable = false;
  for await (const result of checkAuthority(config)) {
    yield result;
    if (result.check === 'Authority') isUsable = result.outcome === 'ok';
  }
  yield* checkCertificate(config.credential);
  if (isUsable) yield* checkCredential(config);
  else yield of('Credential').skipped('The authority must be reachable first.');
  yield* checkDocuments(config, root, variables, environment);
  yield* checkRegistration(config, environment, azureCliToken);
  yield uncheckedConsent;
  yield await checkTab(config);
  yield await checkPages(config, variables);
  yield await checkGraph(config);
  yield await checkRedis(config);
  yield await checkDatabase(config);
  yield* checkNotifications(config, { root, environment, isEntraUsable: isUsable });
  if (graphToken !== undefined) yield* checkGraphCalls(config, graphToken);
  else
    yield of('Graph calls').skipped(
      'Pass --token and a delegated Graph token on standard input to try each one.',
    );
}
