import type { Configuration } from '@azure/msal-node';
import type { Credential } from '../config.js';
import type { HttpClient } from '../outbound/httpClient.js';
import { createManagedIdentity } from './managedIdentity.js';
import { readAssertionFrom } from './workloadIdentity.js';

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
