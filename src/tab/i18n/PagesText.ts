/** How consent can end, as the page says it to whoever comes back from Microsoft. */
export type ConsentEnd =
  | 'signedIn'
  | 'granted'
  | 'onePerson'
  | 'declined'
  | 'needsAdmin'
  | 'requested'
  | 'refused'
  | 'notSetUp'
  | 'unknown';

/** What is read or kept, and what there is to say of it. */
export type Fact = { readonly term: string; readonly text: string };

/**
 * The words of the pages that stand alone: home, privacy, terms, and the consent pop-up. `{{host}}` and `{{days}}` are filled
 * in by the server, which knows them; sentences with `{{days}}` come in each plural form of the language.
 */
export type PagesText = {
  readonly layout: {
    /** Names the links between the pages, for those who hear them. */
    readonly pages: string;
    readonly languages: string;
    readonly home: string;
    readonly privacy: string;
    readonly terms: string;
    /** Stands behind a link to somebody else's website. */
    readonly otherWebsite: string;
  };
  readonly contact: {
    readonly heading: string;
    readonly write: string;
    /** When nobody has told the server where people get help. */
    readonly administrator: string;
  };
  readonly openInTeams: string;
  readonly home: {
    readonly lead: string;
    readonly readsOnly: string;
    readonly steps: {
      readonly heading: string;
      readonly apps: string;
      readonly search: string;
      readonly open: string;
    };
    readonly administrators: { readonly heading: string; readonly text: string };
  };
  readonly privacy: {
    readonly lead: string;
    readonly scope: { readonly heading: string; readonly text: string; readonly responsible: string };
    readonly reads: {
      readonly heading: string;
      readonly text: string;
      /** In its place, where the server also reads in the background. */
      readonly watching: string;
      readonly delegations: Fact;
      readonly people: Fact;
      readonly presence: Fact;
      readonly license: Fact;
      readonly signIn: Fact;
    };
    readonly keeps: {
      readonly heading: string;
      readonly confirmations: Fact;
      readonly retention: Plural;
      readonly notices: Fact;
      readonly tokens: Fact;
      /** Only where several servers share them. */
      readonly sharedTokens: string;
      readonly logs: Fact;
      readonly browser: Fact;
      readonly nothingElse: string;
    };
    /** Only where the server may tell people of changes. */
    readonly notices: {
      readonly heading: string;
      readonly asked: string;
      readonly content: string;
      /** Only where it reminds them to confirm. */
      readonly reminder: string;
      readonly opened: string;
      /** In its place, where the server also reads in the background. */
      readonly watched: string;
      readonly others: string;
      readonly delivery: string;
    };
    readonly where: {
      readonly heading: string;
      readonly kept: string;
      readonly passedOn: string;
      readonly passedOnButNotices: string;
    };
    readonly deleting: {
      readonly heading: string;
      readonly confirmations: Fact;
      readonly notices: Fact;
      readonly uninstall: Fact;
      /** In place of its text, where the server also reads in the background. */
      readonly uninstallWatched: string;
      readonly organization: Fact;
      readonly backups: Fact;
    };
    readonly protection: {
      readonly heading: string;
      readonly connections: string;
      readonly requests: string;
      readonly tokens: string;
      readonly ids: string;
    };
  };
  readonly terms: {
    readonly lead: string;
    readonly shows: Section;
    readonly preview: Section;
    readonly confirmations: Section;
    readonly notices: Section;
    readonly use: Section;
    readonly ending: Section;
    readonly warranty: Section;
  };
  readonly consent: {
    /** The page's title until it knows better. */
    readonly title: string;
    readonly signingIn: string;
    readonly needsScript: string;
    readonly nothingToDo: Section;
    readonly ends: Readonly<Record<ConsentEnd, Section>>;
    readonly mayRead: {
      readonly heading: string;
      readonly delegations: string;
      readonly people: string;
      readonly presence: string;
    };
    readonly undo: Section;
    /** Leads to Microsoft's consent page for the whole organization. */
    readonly grantForAll: string;
    /** In a sign-in window, below how it ended. */
    readonly backToTeams: string;
    /** Stands before Microsoft's number for what went wrong. */
    readonly code: string;
  };
};

export type Section = { readonly heading: string; readonly text: string };

/** A sentence with `{{days}}` in each plural form that the language has. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
