import { readFile } from 'node:fs/promises';
import type { Configuration, ManagedIdentityApplication } from '@azure/msal-node';
import { z } from 'zod';
import type { Credential } from '../config.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../outbound/httpClient.js';
import { systemClock, type Clock } from '../time/clock.js';
import { EntraRefusal, misconfigured } from './entraProblem.js';
import { unavailable } from './openidConfiguration.js';
import type { OwnFault } from './ownFaults.js';

/** Load msal on first use, because loading it accounts for about a third of the startup time. */
export const loadMsal = () => import('@azure/msal-node');

export type MsalCredential = Pick<
  Configuration['auth'],
  'clientSecret' | 'clientCertificate' | 'clientAssertion'
>;

export function toMsalCredential(credential: Credential, http: HttpClient): MsalCredential {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate': {
      const { thumbprintSha256, privateKey, certificate } = credential.certificate;
      return { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate } };
    }
    case 'managedIdentity':
      return {
        clientAssertion:
          credential.tokenFile === undefined
            ? createManagedIdentity(http, credential.clientId)
            : readAssertionFrom(credential.tokenFile),
      };
  }
}

const noFile: OwnFault = {
  message: 'The workload identity assertion is missing.',
  fix: 'Check the path in AZURE_FEDERATED_TOKEN_FILE, and that the pod has the label azure.workload.identity/use and its service account.',
};

/**
 * Reads the assertion on each call, because Kubernetes replaces the file about once an hour. Throws Problem `misconfigured`.
 * @see https://learn.microsoft.com/azure/aks/workload-identity-overview
 */
const readAssertionFrom = (path: string) => async (): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    // Node's file functions reject only with this type.
    throw noAssertion('cannot be read', (error as NodeJS.ErrnoException).code ?? 'unknown');
  });
  const assertion = text.trim();
  if (assertion === '') throw noAssertion('is empty', 'empty');
  return assertion;
};

const noAssertion = (what: string, code: string) =>
  misconfigured(new EntraRefusal(`The file at AZURE_FEDERATED_TOKEN_FILE ${what} (${code})`, code, noFile));

const tokenExchangeAudience = 'api://AzureADTokenExchange';
/** Deadline for the identity endpoint, including retries. */
const deadlineMs = 5_000;
/** Transient statuses. Any other error status persists until the configuration changes. */
const passing = new Set([429, 502, 503, 504]);

const tokenAnswer = z.looseObject({ access_token: z.string().min(1) });

const endpoint = 'The managed identity endpoint';
const noIdentity: OwnFault = {
  message: 'The managed identity did not return a token.',
  fix: 'Check AAD_APP_MANAGED_IDENTITY_CLIENT_ID, and in Azure assign that identity to the resource that runs the server.',
};

/**
 * Returns a function that gets the managed identity's assertion from Azure's local endpoint. msal caches it
 * until expiry. The function throws Problem `misconfigured` if there is no endpoint or it refuses, and
 * `entra_unavailable` if it is temporarily unavailable.
 * @param clientId client id of the user-assigned identity, not of the app
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function createManagedIdentity(http: HttpClient, clientId: string, clock: Clock = systemClock) {
  let seen: { answer?: HttpAnswer; failure?: unknown } = {};
  // The endpoints of server hosts only use GET.
  const send = async (url: string, request?: { headers?: Record<string, string> }) => {
    try {
      const answer = await http.send({
        url: new URL(url),
        headers: request?.headers ?? {},
        isDirect: true,
        signal: clock.timeout(deadlineMs),
        deadlineMs: clock.nowMs() + deadlineMs,
      });
      seen.answer = answer;
      // msal treats a response without a token as an empty token, regardless of its status. Reject it here.
      return { status: 200, headers: {}, body: tokenAnswer.parse(JSON.parse(answer.text)) as never };
    } catch (error) {
      seen.failure = error;
      throw error;
    }
  };
  let identity: ManagedIdentityApplication | undefined;
  let underWay: Promise<string> | undefined;

  async function acquire(): Promise<string> {
    seen = {};
    const { AuthError, ManagedIdentityApplication } = await loadMsal();
    try {
      identity ??= new ManagedIdentityApplication({
        managedIdentityIdParams: { userAssignedClientId: clientId },
        system: {
          networkClient: { sendGetRequestAsync: send, sendPostRequestAsync: send },
          disableInternalRetries: true,
        },
      });
      const { accessToken } = await identity.acquireToken({ resource: tokenExchangeAudience });
      return accessToken;
    } catch (error) {
      const status = seen.answer?.status;
      if (status !== undefined && passing.has(status)) {
        throw unavailable(new EntraRefusal(`${endpoint} returned ${status}`, `HTTP ${status}`));
      }
      const failure = seen.failure ?? error;
      const code = failure instanceof AuthError ? failure.errorCode : 'unknown';
      throw misconfigured(toRefusal(status, failure, code));
    }
  }

  return (): Promise<string> => {
    underWay ??= acquire().finally(() => (underWay = undefined));
    return underWay;
  };
}

/** @param msalCode msal's error code if it did not call an endpoint */
function toRefusal(status: number | undefined, failure: unknown, msalCode: string): EntraRefusal {
  if (status !== undefined)
    return new EntraRefusal(`${endpoint} returned ${status}`, `HTTP ${status}`, noIdentity);
  if (failure instanceof NoAnswer || failure instanceof DOMException) {
    const code = failure instanceof NoAnswer ? failure.code : failure.name;
    return new EntraRefusal(`${endpoint} cannot be reached (${code})`, code, noIdentity);
  }
  return new EntraRefusal(`No managed identity is available (${msalCode})`, msalCode, noIdentity);
}
