import { languages } from '../../../src/contract/languages.js';
import { loadLanguage } from '../../../src/tab/i18n/loadLanguage.js';

test.each(languages)('$tag has its own words, written $direction', async ({ tag, direction }) => {
  const language = await loadLanguage(tag);

  expect(language).toMatchObject({ tag, direction });
  expect(language.messages.appName).toBe('Call Delegates');
});

test('dates keep the host’s region; a locale that is none falls back', async () => {
  expect(await loadLanguage('en-gb')).toMatchObject({ tag: 'en', locale: 'en-GB' });
  expect(await loadLanguage('de-AT')).toMatchObject({ tag: 'de', locale: 'de-AT' });
  expect(await loadLanguage('eo')).toMatchObject({ tag: 'en', locale: 'en' });
  expect(await loadLanguage('not a locale')).toMatchObject({ tag: 'en', locale: 'en' });
  expect(await loadLanguage('ar-sa')).toMatchObject({ tag: 'ar', direction: 'rtl', locale: 'ar-SA' });
});
