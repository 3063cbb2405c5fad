import { languages } from '../../../src/contract/languages.js';
import { loadLanguage } from '../../../src/tab/i18n/loadLanguage.js';

test.each(languages)('$tag has its own messages and direction $direction', async ({ tag, direction }) => {
  const language = await loadLanguage(tag);

  expect(language).toMatchObject({ tag, direction });
  expect(language.messages.appName).toBe('Call Delegates');
});

test('keeps the host’s region and falls back for an invalid locale', async () => {
  expect(await loadLanguage('en-gb')).toMatchObject({ tag: 'en', locale: 'en-GB' });
  expect(await loadLanguage('de-AT')).toMatchObject({ tag: 'de', locale: 'de-AT' });
  expect(await loadLanguage('eo')).toMatchObject({ tag: 'en', locale: 'en' });
  expect(await loadLanguage('not a locale')).toMatchObject({ tag: 'en', locale: 'en' });
  expect(await loadLanguage('ar-sa')).toMatchObject({ tag: 'ar', direction: 'rtl', locale: 'ar-SA' });
});
