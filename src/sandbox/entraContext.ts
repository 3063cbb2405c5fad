import type { ManagedIdentity } from './managedIdentity.js';
import type { SandboxState } from './state.js';
import type { SigningKey } from './tokens.js';

/** State and settings that the endpoints of the identity provider share. */
export type EntraContext = {
  readonly state: SandboxState;
  /** The app's registration. Its client id and tenant id are constants of the tenant. */
  readonly registration: {
    readonly secret: string;
    /** The App ID URI, `api://{tab domain}/{client id}`. */
    readonly identifierUri: string;
    readonly redirectUris: readonly string[];
    /** PEM. Set if the app may also authenticate with a certificate. */
    readonly certificate: string | undefined;
    /** The managed identity in the app's federated credential. */
    readonly managedIdentity: Pick<ManagedIdentity, 'hasIssued'> | undefined;
  };
  readonly signingKey: SigningKey;
  readonly graphOrigin: string;
  readonly issuer: string;
};
