/** What the server hands to its own pages, as JSON in the element with this id. Nothing in it is secret. */
export const pageConfigElementId = 'page-config';

export type PageConfig = {
  /** The app registration; the consent pop-up signs in to it. */
  readonly clientId: string;
  /** A tenant GUID or `organizations`. */
  readonly tenantId: string;
  /** Public origin of the tab. `location.origin` differs when a proxy such as Defender for Cloud Apps serves the tab. */
  readonly tabEndpoint: string;
  /** The identity provider's origin. */
  readonly authorityHost: string;
  /** Microsoft Graph's origin; the names of its scopes begin with it. */
  readonly graphEndpoint: string;
  /** Origins beside Microsoft's own that may talk teams-js with the tab. */
  readonly hostOrigins: readonly string[];
  /** Where people get help: a mail address or a website; missing: the administrator knows. */
  readonly supportContact?: { readonly text: string; readonly href: string };
};
