import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext } from '@playwright/test';

/** `usual`: Open Sans, similar to Segoe UI. `wide`: DejaVu Sans, the widest of the common system fonts. */
export type Font = 'usual' | 'wide';

const { resolve } = createRequire(import.meta.url);
const files: Readonly<Record<Font, readonly string[]>> = {
  usual: ['latin', 'latin-ext'].flatMap((subset) =>
    [400, 600, 700].map((weight) => `@fontsource/open-sans/files/open-sans-${subset}-${weight}-normal.woff2`),
  ),
  wide: [400, 700].map((weight) => `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff2`),
};

/** Replaces Segoe UI with a bundled font, so that widths do not depend on installed fonts. */
export async function pinFont(context: BrowserContext, font: Font): Promise<void> {
  const faces = files[font].map((file) => ({
    weight: font === 'wide' && file.includes('-700-') ? '600 700' : (/-(\d+)-/.exec(file)?.[1] ?? ''),
    unicodeRange: file.includes('latin-ext')
      ? 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0'
      : 'U+0000-00FF, U+2000-206F, U+20AC, U+2122',
    data: readFileSync(resolve(file)).toString('base64'),
  }));
  await context.addInitScript((all) => {
    for (const { weight, unicodeRange, data } of all) {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      // Loads from bytes, since the content security policy allows no data: fonts.
      document.fonts.add(new FontFace('Segoe UI', bytes, { weight, unicodeRange }));
    }
  }, faces);
}
