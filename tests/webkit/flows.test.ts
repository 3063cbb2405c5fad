import { By } from 'selenium-webdriver';
import { button, expect, find, test, text } from './window.js';

/** Main flows in the engine of Teams on iOS and macOS. The Chromium tests check appearance and details. */

test('an assistant sees her list', async ({ openAs }) => {
  const tab = await openAs('amina');

  await text(tab, 'You can act for 2 people; 1 is inactive');
  for (const name of ['Diego Marenco', 'Miriam Feld', 'Lars Hedlund'])
    expect(await (await find(tab, 'table')).getText()).toContain(name);
});

test('a problem has its message and its way out', async ({ openAs }) => {
  const tab = await openAs('elena');

  await text(tab, 'Call delegation isn’t turned on for you');
  await text(tab, /Support code: [0-9a-f-]{36}/);
  await (await button(tab, 'Send to my administrator')).click();
  await text(tab, /Get-CsUserPolicyAssignment -Identity [0-9a-f-]{36}/);
});

test('a user who consents in the pop-up sees the list', async ({ openAs }) => {
  const tab = await openAs('priya', { window: 'opener', bridge: 'off' });
  const host = await tab.getWindowHandle();
  await (await button(tab, 'I can approve it myself')).click();
  const other = await tab.wait(
    async () => (await tab.getAllWindowHandles()).find((handle) => handle !== host),
    30_000,
  );
  await tab.switchTo().window(other ?? '');
  await (await button(tab, 'Accept')).click();

  await tab.switchTo().window(host);
  await tab.switchTo().frame(await find(tab, '#tab'));
  await text(tab, 'You can act for 1 person');
  await text(tab, 'Beatrice Sand');
});

test('an executive confirms the list', async ({ openAs }) => {
  const tab = await openAs('diego');
  await (await button(tab, 'Confirm this list')).click();

  await text(tab, /Confirmed at /);
});

test('the dark theme is dark', async ({ openAs }) => {
  const tab = await openAs('amina', { theme: 'dark' });

  await find(tab, 'html[data-theme="dark"]');
  const background = await tab.executeScript<string>(
    'return getComputedStyle(document.querySelector(".fui-FluentProvider") ?? document.body).backgroundColor;',
  );
  const [red = 255] = [...background.matchAll(/\d+/g)].map(Number);
  expect(red).toBeLessThan(80);
});

test('Arabic is shown from right to left', async ({ openAs }) => {
  const tab = await openAs('amina', { locale: 'ar' });

  await find(tab, 'html[dir="rtl"]');
  const heading = await (await find(tab, 'h1')).getRect();
  const width = await tab.executeScript<number>('return innerWidth;');
  expect(heading.x + heading.width).toBeGreaterThan(width * 0.8);
});

test('a phone shows cards, and nothing scrolls sideways', async ({ openAs }) => {
  const tab = await openAs('amina', { width: 'phone' });

  await text(tab, 'Diego Marenco');
  expect(await tab.findElements(By.css('table'))).toHaveLength(0);
  expect(
    await tab.executeScript(
      'return document.documentElement.scrollWidth <= document.documentElement.clientWidth;',
    ),
  ).toBe(true);
});
