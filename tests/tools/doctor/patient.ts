import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examine, type Examination } from '../../../src/tools/doctor/examine.js';
import type { CheckResult } from '../../../src/tools/doctor/CheckResult.js';
import { RegistrationError } from '../../../src/tools/registration/RegistrationError.js';
import { makeCertificate, type MadeCertificate } from '../../support/certificate.js';
import { freePort, startServer, type TestServer } from '../../support/startServer.js';

export type Patient = {
  readonly server: TestServer;
  /** Temporary folder, deleted on `close`. */
  readonly folder: string;
  /** A certificate that the emulated Entra knows. */
  readonly certificate: MadeCertificate;
  /** Variables of a working setup with changes. */
  readonly toVariables: (change?: Change) => Change;
  readonly results: (
    change?: Change,
    how?: Partial<Pick<Examination, 'graphToken' | 'nowMs' | 'root' | 'azureCliToken'>>,
  ) => Promise<ReadonlyMap<string, CheckResult>>;
  /** Stops all fault injection. */
  readonly heal: () => void;
  readonly close: () => Promise<void>;
};

/** The behavior of `azureCliToken` without an Azure CLI. */
export const notSignedIn = () => Promise.reject(new RegistrationError('No token.'));

export type Change = Readonly<Record<string, string | undefined>>;

export const root = fileURLToPath(new URL('../../..', `file://${__filename}`));
export const teamsAppId = '99999999-9999-4999-8999-999999999999';

/**
 * Starts a working setup for the doctor.
 * @param env variables in addition to the sandbox’s
 */
export async function startPatient(env: Readonly<Record<string, string>> = {}): Promise<Patient> {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const certificate = makeCertificate(folder, 'good', 365);
  const port = await freePort();
  const tabEndpoint = `http://localhost:${port}`;
  const server = await startServer({
    port,
    env: { DATA_DIR: folder, ...env },
    sandbox: { tabEndpoint, certificate: certificate.certificate },
  });
  const toVariables = (change: Change = {}) => ({
    ...server.sandbox.env,
    TEAMS_APP_ID: teamsAppId,
    TAB_DOMAIN: new URL(tabEndpoint).host,
    DATA_DIR: folder,
    ...env,
    ...change,
  });

  return {
    server,
    folder,
    certificate,
    toVariables,
    results: async (change = {}, how = {}) => {
      const results = new Map<string, CheckResult>();
      for await (const result of examine({
        variables: toVariables(change),
        root,
        environment: 'dev',
        graphToken: undefined,
        azureCliToken: notSignedIn,
        nowMs: () => Date.now(),
        ...how,
      })) {
        results.set(result.check, result);
      }
      return results;
    },
    heal: () => {
      server.sandbox.idp.script = undefined;
      server.sandbox.graph.script = undefined;
      server.sandbox.idp.clockAhead = 0;
      server.sandbox.idp.isDown = false;
      server.sandbox.state.appRoles = new Set();
    },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const failures = (results: ReadonlyMap<string, CheckResult>) =>
  [...results.values()].filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
