import type { Right } from '../../contract/delegation.js';

/** What messages are told, by name, so that a language can put it where it belongs. */
export type Name = { readonly name: string };
export type Count = { readonly count: number };
export type CountAndDate = Count & { readonly date: string };
export type RightAndName = Name & { readonly right: Right };
export type Seconds = { readonly seconds: number };
