import type { Frame, Page } from '@playwright/test';
import type { Preparation } from './prepare.js';

/** Somebody in front of a screen: what a tour needs to get there and to take its pictures. */
export type Visit = {
  readonly page: Page;
  readonly prepare: Preparation;
  /** Opens the tab in its host and waits until it has settled. */
  readonly openTab: (subPageId?: string) => Promise<Frame>;
  /** Opens a page that stands alone. */
  readonly openPage: (path: string) => Promise<void>;
  /** Waits until nothing loads or moves any more. */
  readonly settle: () => Promise<void>;
  /** @param part which part of the screen, when it has several */
  readonly takePicture: (part?: string) => Promise<void>;
};
