import type { FrameLocator, Page } from '@playwright/test';
import { expect } from '../sandbox.js';
import { whatIsShown } from '../whatIsShown.js';

const widths = [320, 768, 1280];

/** Recognizes text that is not translated: names and other data of people, initials, numbers and dates. */
async function foreignTo(page: Page, sandboxUrl: string): Promise<(text: string) => boolean> {
  const answer = await page.request.get(`${sandboxUrl}tenant.json`);
  const { people: all } = (await answer.json()) as { people: Record<string, unknown>[] };
  const data = all.flatMap((person) => Object.values(person).filter((value) => typeof value === 'string'));
  const known = new Set(data.flatMap((text) => [text, ...text.split(' · ')]));
  return (text) =>
    known.has(text) ||
    text.split(' · ').every((part) => known.has(part)) ||
    /^[\d\s.,:·–()+-]+$/.test(text) ||
    /^\p{Lu}{1,2}$/u.test(text);
}

export type Place = { readonly page: Page; readonly tab: FrameLocator; readonly sandboxUrl: string };

/** Expects at every width that no text is cut off, nothing scrolls sideways and every text is translated. */
export async function expectOurWords(
  { page, tab, sandboxUrl }: Place,
  isOwn: (text: string) => boolean = () => false,
): Promise<void> {
  const isForeign = await foreignTo(page, sandboxUrl);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .configure({ soft: true })
      .poll(
        async () => {
          const { texts, cutOff, sidewaysScroll } = await whatIsShown(tab);
          return {
            width,
            sidewaysScroll,
            cutOff: cutOff.filter((text) => text.includes('[')),
            hardCoded: texts.filter((text) => !/[[\]]/.test(text) && !isForeign(text) && !isOwn(text)),
          };
        },
        { timeout: 5_000 },
      )
      .toEqual({ width, sidewaysScroll: 0, cutOff: [], hardCoded: [] });
  }
}
