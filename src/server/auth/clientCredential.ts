import { ManagedIdentityApplication, type Configuration } from '@azure/msal-node';
import type { Credential } from '../config.js';

type MsalCredential = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** The audience of a managed identity's token that stands in for a secret (workload identity federation). */
const tokenExchangeAudience = 'api://AzureADTokenExchange';

/**
 * How the server proves to Entra which app it is, in the form that msal-node takes.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function toMsalCredential(credential: Credential): MsalCredential {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate': {
      const { thumbprintSha256, privateKey, certificate } = credential.certificate;
      return { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate } };
    }
    case 'managedIdentity': {
      const identity = new ManagedIdentityApplication({
        managedIdentityIdParams: { userAssignedClientId: credential.clientId },
      });
      return {
        clientAssertion: async () => {
          const { accessToken } = await identity.acquireToken({ resource: tokenExchangeAudience });
          return accessToken;
        },
      };
    }
  }
}
