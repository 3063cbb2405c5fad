import type { ManagedIdentityApplication } from '@azure/msal-node';
import { z } from 'zod';
import { systemClock, type Clock } from '../http/clock.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../http/httpClient.js';
import { EntraRefusal, misconfigured } from './entraProblem.js';
import { loadMsal } from './msal.js';
import { unavailable } from './openidConfiguration.js';
import type { OwnFault } from './ownFaults.js';

/** The audience of a managed identity's token that stands in for a secret (workload identity federation). */
const tokenExchangeAudience = 'api://AzureADTokenExchange';
/** Milliseconds that the endpoint beside the server may take, retries included. */
const deadlineMs = 5_000;
/** It is there, and has no time: everything else that it refuses stays refused until somebody mends it. */
const passing = new Set([429, 502, 503, 504]);

const tokenAnswer = z.looseObject({ access_token: z.string().min(1) });

const endpoint = 'The managed identity’s endpoint';
const fault: OwnFault = {
  seen: 'The managed identity gives no token.',
  mend: 'Assign the identity of AAD_APP_MANAGED_IDENTITY_CLIENT_ID to where the server runs, in Azure, and check that variable.',
};

export type ManagedIdentityOptions = {
  readonly http: HttpClient;
  /** Of the identity. */
  readonly clientId: string;
  readonly clock?: Clock;
};

/**
 * Gives the assertion of a managed identity, from the endpoint that Azure puts beside the server; kept until it expires.
 * Throws Problem `misconfigured` when there is no such endpoint or it refuses, `entra_unavailable` when it has no time.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function createManagedIdentity({ http, clientId, clock = systemClock }: ManagedIdentityOptions) {
  let seen: { answer?: HttpAnswer; failure?: unknown } = {};
  // Where servers run, the endpoint is asked with GET alone.
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
      // msal would take an answer without a token for one with an empty token, whatever its status.
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
        throw unavailable(new EntraRefusal(`${endpoint} answered ${status}`, `HTTP ${status}`));
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

/** @param msalCode why no endpoint was asked */
function toRefusal(status: number | undefined, failure: unknown, msalCode: string): EntraRefusal {
  if (status !== undefined)
    return new EntraRefusal(`${endpoint} answered ${status}`, `HTTP ${status}`, fault);
  if (failure instanceof NoAnswer || failure instanceof DOMException) {
    const code = failure instanceof NoAnswer ? failure.code : failure.name;
    return new EntraRefusal(`${endpoint} cannot be reached (${code})`, code, fault);
  }
  return new EntraRefusal(`There is no managed identity here (${msalCode})`, msalCode, fault);
}
