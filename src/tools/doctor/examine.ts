import { setGlobalDispatcher } from 'undici';
import { ConfigError, parseConfig, type Config } from '../../server/config.js';
import { createProxyDispatcher } from '../../server/outbound/outboundProxy.js';
import type { Environment } from '../environmentFiles.js';
import { checkAuthority } from './authority.js';
import { checkCertificate, checkCredential } from './credential.js';
import { checkDocuments } from './documents.js';
import { checkGraph, checkTab } from './endpoints.js';
import { of, type CheckResult } from './CheckResult.js';
import { checkGraphCalls } from './graphCalls.js';
import { checkNotifications } from './notifications.js';
import { checkPages } from './pages.js';
import { checkRegistration, type AzureCliToken } from './registration.js';
import { checkDatabase, checkRedis } from './stores.js';
import { uncheckedConsent } from './uncheckedConsent.js';

export type Examination = {
  readonly variables: Environment;
  /** The folder that contains `appPackage/` and `aad.manifest.json`. */
  readonly root: string;
  /** Results refer to this name: `env/.env.{name}`. */
  readonly environment: string;
  /** A delegated Graph token. With it the doctor calls each operation once. */
  readonly graphToken: string | undefined;
  readonly azureCliToken: AzureCliToken;
  readonly nowMs: () => number;
};

/**
 * Runs all checks in the order in which an operator fixes a setup, and yields each result as soon as it is
 * available.
 */
export async function* examine(options: Examination): AsyncGenerator<CheckResult> {
  const { variables, root, environment, graphToken, azureCliToken, nowMs } = options;
  const config = readConfig(variables, nowMs());
  yield* config.results;
  if (config.value === undefined) return;

  const { outboundProxy } = config.value;
  // Node's `fetch` uses this dispatcher too.
  if (outboundProxy !== undefined) setGlobalDispatcher(createProxyDispatcher(outboundProxy));

  const { results, isUsable } = await checkAuthority(config.value, nowMs);
  yield* results;
  yield* checkCertificate(config.value.credential, nowMs());
  if (isUsable) yield* await checkCredential(config.value);
  else yield of('Credential').skipped('The authority must be reachable first.');
  yield* checkDocuments(config.value, root, variables, environment);
  yield* await checkRegistration(config.value, environment, azureCliToken);
  yield uncheckedConsent;
  yield await checkTab(config.value);
  yield await checkPages(config.value, variables);
  yield await checkGraph(config.value);
  yield await checkRedis(config.value);
  yield await checkDatabase(config.value);
  yield* await checkNotifications(config.value, { root, environment, isEntraUsable: isUsable });
  if (graphToken === undefined) {
    yield of('Graph calls').skipped(
      'Pass --token and a delegated Graph token on standard input to try each one.',
    );
  } else {
    yield* await checkGraphCalls(config.value, graphToken);
  }
}

function readConfig(
  variables: Environment,
  nowMs: number,
): {
  readonly value: Config | undefined;
  readonly results: readonly CheckResult[];
} {
  const { ok, failed } = of('Variables');
  try {
    const value = parseConfig(variables, nowMs);
    return { value, results: [ok('All required variables are set.')] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      value: undefined,
      results: error.lines.map((line) =>
        failed(line, 'Set it in the environment, or select a file of env/ with --env.'),
      ),
    };
  }
}
