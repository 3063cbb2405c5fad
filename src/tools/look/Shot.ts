import type { LanguageTag } from '../../contract/languages.js';
import type { ScreenName } from './screens.js';

export const themes = ['default', 'dark', 'contrast'] as const;

/** CSS pixels of the frame that a host gives the tab: a desktop, a tablet, a phone, a small phone or a page zoomed to 400 %. */
export const widths = [1280, 768, 390, 320] as const;

/** One way to look at one screen. */
export type Shot = {
  readonly screen: ScreenName;
  /** Alias of whoever is signed in; undefined: nobody. */
  readonly person: string | undefined;
  readonly theme: (typeof themes)[number];
  readonly width: number;
  readonly language: LanguageTag;
};

export type Picture = {
  readonly shot: Shot;
  /** Which part of a screen that has several, such as the button that opened it. */
  readonly part: string;
  /** Its name in the folder. */
  readonly file: string;
  /** What a machine sees to be wrong: a sideways scroll, a line on the console. */
  readonly complaints: readonly string[];
};
