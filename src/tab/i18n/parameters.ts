import type { Right } from '../../contract/delegation.js';

/** What messages are told, by name, so that a language can put it where it belongs. */
export type Count = { readonly count: number };
/** Names in a list, each isolated, or how many people it is about. */
export type People = { readonly people: string };
export type CountOfPeople = People & Count;
export type CountAndDate = Count & { readonly date: string };
export type Total = { readonly total: number };
export type Seconds = { readonly seconds: number };
/** As it is written, not isolated: messages do that. null: nobody knows it, and the language says it in its own words. */
export type Name = { readonly name: string | null };
export type RightAndName = Name & { readonly right: Right };
export type DayAndSpan = { readonly day: string; /** “2 years ago” */ readonly relative: string };

/**
 * A name in a sentence, in its own direction whatever that of the sentence, or what stands there for somebody whose name
 * is not known.
 * @see https://www.unicode.org/reports/tr9/ (first strong isolate)
 */
export const who = (name: string | null, unnamed: string): string =>
  name === null ? unnamed : `\u2068${name}\u2069`;

/** The same for a file, where nobody needs the invisible characters. */
export const withoutIsolates = (sentence: string): string => sentence.replace(/[\u2068\u2069]/g, '');
