/** One item of a person's activity feed. */
export type Activity = {
  readonly userId: string;
  readonly type: string;
  readonly topic: string;
  readonly webUrl: string;
  readonly preview: string;
  readonly chainId: number | undefined;
  /** Ms since the epoch. */
  readonly atMs: number;
};

/** Our app as Teams knows it, person by person: object ids. Whoever is in none of these has it, and agreed to be told. */
export type TeamsApp = {
  readonly notInstalled: Set<string>;
  /** Installed before it asked to tell them anything. */
  readonly withoutConsent: Set<string>;
  /** Two copies of it, one of them sideloaded. */
  readonly installedTwice: Set<string>;
  /** People who have switched off notices of ours. */
  readonly muted: Set<string>;
  /** Newest last. */
  activities: Activity[];
  /** When each was told something: person and moment. */
  readonly told: { readonly userId: string; readonly atMs: number }[];
};

export const createTeamsApp = (): TeamsApp => ({
  notInstalled: new Set(),
  withoutConsent: new Set(),
  installedTwice: new Set(),
  muted: new Set(),
  activities: [],
  told: [],
});
