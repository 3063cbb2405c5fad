import type { ManagedIdentityApplication } from '@azure/msal-node';
import { z } from 'zod';
import { systemClock, type Clock } from '../time/clock.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../outbound/httpClient.js';
import { EntraRefusal, misconfigured } from './entraProblem.js';
import { loadMsal } from './msal.js';
import { unavailable } from './openidConfiguration.js';
import type { OwnFault } from './ownFaults.js';

/** Audience that Entra requires of a workload identity federation assertion. */
const tokenExchangeAudience = 'api://AzureADTokenExchange';
/** Deadline for the identity endpoint, including retries. */
const deadlineMs = 5_000;
/** Transient statuses. Any other error status persists until the configuration changes. */
const passing = new Set([429, 502, 503, 504]);

const tokenAnswer = z.looseObject({ access_token: z.string().min(1) });

const endpoint = 'The managed identity endpoint';
const fault: OwnFault = {
  message: 'The managed identity did not return a token.',
  fix: 'Check AAD_APP_MANAGED_IDENTITY_CLIENT_ID, and in Azure assign that identity to the resource that runs the server.',
};

export type ManagedIdentityOptions = {
  readonly http: HttpClient;
  /** Client id of the user-assigned identity, not of the app. */
  readonly clientId: string;
  readonly clock?: Clock;
};

/**
 * Returns a function that gets the managed identity's assertion from Azure's local endpoint. msal caches it
 * until expiry. The function throws Problem `misconfigured` if there is no endpoint or it refuses, and
 * `entra_unavailable` if it is temporarily unavailable.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function createManagedIdentity({ http, clientId, clock = systemClock }: ManagedIdentityOptions) {
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
    return new EntraRefusal(`${endpoint} returned ${status}`, `HTTP ${status}`, fault);
  if (failure instanceof NoAnswer || failure instanceof DOMException) {
    const code = failure instanceof NoAnswer ? failure.code : failure.name;
    return new EntraRefusal(`${endpoint} cannot be reached (${code})`, code, fault);
  }
  return new EntraRefusal(`No managed identity is available (${msalCode})`, msalCode, fault);
}
