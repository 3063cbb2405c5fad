import type { ListName } from '../../../../contract/delegation.js';
import type { LanguageName } from '../../../i18n/languages.js';
import { en } from './en.js';

type ByList<Words> = Readonly<Record<ListName, Words>>;

/** What confirming says, apart from the words of the first screen, which it need not be there for. */
export type ConfirmationWords = {
  /** What its reader states by confirming. */
  readonly statement: (count: number, date: string) => string;
  readonly confirm: string;
  readonly confirmNew: string;
  readonly confirming: string;
  readonly invitation: string;
  readonly confirmedToday: string;
  readonly confirmedOn: (date: string) => string;
  readonly nothingChanged: string;
  readonly changesSince: (count: number, date: string) => string;
  readonly listChanged: string;
  readonly unavailable: string;
  readonly changes: {
    readonly added: ByList<(name: string) => string>;
    readonly removed: ByList<(name: string) => string>;
    readonly gained: ByList<(verb: string, name: string) => string>;
    readonly lost: ByList<(verb: string, name: string) => string>;
    /** Microsoft reports it no longer. */
    readonly unreported: (right: string, name: string) => string;
    readonly activated: (name: string) => string;
    readonly deactivated: (name: string) => string;
    readonly statusUnreported: (name: string) => string;
  };
  readonly history: {
    readonly open: string;
    readonly title: string;
    readonly first: string;
    readonly noChanges: string;
    readonly people: (count: number) => string;
    readonly empty: string;
    readonly more: string;
    readonly export: string;
    readonly delete: string;
    readonly deleteQuestion: string;
    readonly deleteForGood: string;
    readonly keep: string;
    readonly when: string;
    readonly change: string;
  };
};

const loaders: Readonly<Record<LanguageName, () => Promise<ConfirmationWords>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  'pt-BR': async () => (await import('./ptBr.js')).ptBr,
  ja: async () => (await import('./ja.js')).ja,
  'zh-CN': async () => (await import('./zhCn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
};

/** English when they cannot be loaded. */
export const loadWords = (language: LanguageName): Promise<ConfirmationWords> =>
  loaders[language]().catch(() => en);
