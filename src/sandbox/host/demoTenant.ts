export type DemoPerson = {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly story: string;
  readonly problem?: string;
  readonly username: string;
  readonly isOnCoopOnly?: boolean;
};

/** Content of the sandbox's `/tenant.json`. */
export type Tenant = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly companyName: string;
  readonly authorityHost: string;
  readonly tabEndpoint: string;
  /** True under `npm run dev`: the page reloads after each change. */
  readonly reloads: boolean;
  readonly people: readonly DemoPerson[];
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
};
