import { expect, test } from './sandbox.js';

for (const theme of ['default', 'dark', 'contrast'] as const) {
  test(`the theme ${theme} has a value for every token that the stylesheet uses`, async ({ openAs }) => {
    const tab = await openAs('amina', { theme });
    const { asked, missing } = await tab.getByRole('main').evaluate((main) => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
      const names = rules.flatMap(({ cssText }) => cssText.match(/(?<=var\()--\w+(?=\))/g) ?? []);
      const style = getComputedStyle(main);
      return {
        asked: new Set(names).size,
        missing: names.filter((name) => style.getPropertyValue(name) === ''),
      };
    });

    expect(asked).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
}

for (const theme of ['default', 'dark', 'contrast'] as const) {
  test(`initials have a colored background in the theme ${theme}`, async ({ openAs }) => {
    const tab = await openAs('amina', { theme });

    await expect(tab.getByText('LH', { exact: true })).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });
}
