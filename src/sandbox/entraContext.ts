import type { ManagedIdentity } from './managedIdentity.js';
import type { SandboxState } from './state.js';
import type { SigningKey } from './tokens.js';

/** The app's registration. Its client id and tenant id are constants of the tenant. */
export type ClientRegistration = {
  readonly secret: string;
  /** The App ID URI, `api://{tab domain}/{client id}`. */
  readonly identifierUri: string;
  readonly redirectUris: readonly string[];
  /** PEM. Set if the app may also authenticate with a certificate. */
  readonly certificate: string | undefined;
  /** The managed identity in the app's federated credential. */
  readonly managedIdentity: Pick<ManagedIdentity, 'hasIssued'> | undefined;
};

/** State and settings that the endpoints of the identity provider share. */
export type EntraContext = {
  readonly state: SandboxState;
  readonly registration: ClientRegistration;
  /** The first one signs. The array changes when the keys rotate. */
  readonly keys: SigningKey[];
  readonly graphOrigin: string;
  readonly issuer: string;
};

export function signingKeyOf({ keys: [key] }: Pick<EntraContext, 'keys'>): SigningKey {
  if (key === undefined) throw new Error('The sandbox has no key.');
  return key;
}
