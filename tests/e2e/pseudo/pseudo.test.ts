import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../sandbox.js';
import { carrier, speakPseudo } from './pseudoLanguage.js';
import { whatIsShown } from '../whatIsShown.js';

const widths = [320, 390, 768, 1280];

/** A short list, a long one, one of special cases, and people who meet a problem. */
const people = ['amina', 'ruth', 'miriam', 'priya', 'bilal'];

/** Data of people, numbers and dates come from elsewhere; initials too. */
async function foreignTo(page: Page, tenantUrl: string): Promise<(text: string) => boolean> {
  const answer = await page.request.get(`${tenantUrl}tenant.json`);
  const { people: all } = (await answer.json()) as { people: Record<string, unknown>[] };
  const data = all.flatMap((person) => Object.values(person).filter((value) => typeof value === 'string'));
  const known = new Set(data.flatMap((text) => [text, ...text.split(' · ')]));
  return (text) =>
    known.has(text) ||
    text.split(' · ').every((part) => known.has(part)) ||
    /^[\d\s.,:·–()+-]+$/.test(text) ||
    /^\p{Lu}{1,2}$/u.test(text);
}

async function lookAround(tab: FrameLocator): Promise<void> {
  const details = tab.locator('main details > summary');
  for (const summary of await details.all()) await summary.click();
}

for (const alias of people) {
  test(`in the pseudo language ${alias} sees whole words, all of them from a language’s folder`, async ({
    openAs,
    page,
    sandboxUrl,
  }, testInfo) => {
    await speakPseudo(page);
    const tab = await openAs(alias, { locale: carrier });
    await expect(tab.locator('h1, h2').first()).toContainText('[');
    await lookAround(tab);
    const isForeign = await foreignTo(page, sandboxUrl);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const shown = await whatIsShown(tab);
      await page.screenshot({ path: testInfo.outputPath(`${alias}-${width}.png`) });

      expect.soft({ width, sideways: shown.sidewaysScroll }).toEqual({ width, sideways: 0 });
      expect.soft({ width, cutOff: shown.cutOff.filter((text) => text.includes('[')) }).toEqual({
        width,
        cutOff: [],
      });
      expect({
        width,
        hardCoded: shown.texts.filter((text) => !/[[\]]/.test(text) && !isForeign(text)),
      }).toEqual({ width, hardCoded: [] });
    }
  });
}
