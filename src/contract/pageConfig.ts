/** Id of the element that holds a `PageConfig` as JSON. Every visitor can read it, so it must not contain a secret. */
export const pageConfigElementId = 'page-config';

export type PageConfig = {
  /** App registration that the sign-in window signs in to. */
  readonly clientId: string;
  /** A tenant GUID or `organizations`. */
  readonly tenantId: string;
  /** Public origin of the tab. `location.origin` differs behind a proxy such as Defender for Cloud Apps. */
  readonly tabEndpoint: string;
  /** Origin of the identity provider. */
  readonly authorityHost: string;
  /** Origin of Microsoft Graph and prefix of its scopes. */
  readonly graphEndpoint: string;
  /** Origins that may host the tab, in addition to Microsoft's own. */
  readonly hostOrigins: readonly string[];
  /** Mail address or website for help. If it is missing, the pages refer to the administrator. */
  readonly supportContact?: { readonly text: string; readonly href: string };
};
