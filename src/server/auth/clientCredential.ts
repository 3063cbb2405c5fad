import { readFile } from 'node:fs/promises';
import type { Configuration } from '@azure/msal-node';
import type { Credential } from '../config.js';
import type { HttpClient } from '../outbound/httpClient.js';
import { EntraRefusal, misconfigured } from './entraProblem.js';
import { createManagedIdentity } from './managedIdentity.js';
import type { OwnFault } from './ownFaults.js';

export type MsalCredential = Pick<
  Configuration['auth'],
  'clientSecret' | 'clientCertificate' | 'clientAssertion'
>;

/** Converts the configured credential to msal-node's options. */
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
            ? createManagedIdentity({ http, clientId: credential.clientId })
            : readAssertionFrom(credential.tokenFile),
      };
  }
}

const fault: OwnFault = {
  message: 'The workload identity assertion is missing.',
  fix: 'Check the path in AZURE_FEDERATED_TOKEN_FILE, and that the pod has the label azure.workload.identity/use and its service account.',
};

/**
 * Reads the assertion on each call, because Kubernetes replaces the file about once an hour.
 * Throws Problem `misconfigured`.
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
  misconfigured(new EntraRefusal(`The file at AZURE_FEDERATED_TOKEN_FILE ${what} (${code})`, code, fault));
