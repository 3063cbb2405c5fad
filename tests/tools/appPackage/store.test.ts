import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toTranslation, type Manifest, type Translation } from '../../../src/tools/appPackage/documents.js';
import { checkStorePages } from '../../../src/tools/appPackage/storePages.js';
import { checkStoreRules } from '../../../src/tools/appPackage/storeRules.js';
import { root } from '../../support/repository.js';

describe('the store’s rules for pages', () => {
  const built = (file: string) => {
    const path = join(root, 'dist/tab', file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };

  test.each<[file: string, line: string, change: (text: string) => string | undefined]>([
    ['terms.ja', 'is missing', () => undefined],
    ...['scope', 'retention', 'who-sees-it', 'deletion', 'protection', 'contact'].map(
      (part): [string, string, (text: string) => string] => [
        'privacy.de',
        `has no section ${part}`,
        (text) => text.replace(`id="${part}"`, ''),
      ],
    ),
    ['privacy.fr', 'has no placeholder days.count', (text) => text.replaceAll('{{days.count}}', '400')],
    ['terms.en', 'has no placeholder support.href', (text) => text.replace('{{support.href}}', 'mailto:us@contoso.com')], // prettier-ignore
    ['privacy.ar', 'the link to {{support.href}} is not marked as external', (text) => text.replace('↗', '')],
    ['terms.es', 'the link to https://contoso.com is not marked', (text) => text.replace('<h1>', '<p><a href="https://contoso.com">Contoso</a></p><h1>')], // prettier-ignore
  ])('reports that %s %s', (name, line, change) => {
    const file = `${name}.mustache`;
    const lines = checkStorePages((one) => (one === file ? change(built(one) ?? '') : built(one)));

    expect(lines).toContainEqual(expect.stringContaining(`dist/tab/${file}: ${line}`));
  });
});

describe('the store’s rules for the manifest', () => {
  const variables = { PUBLISHER_NAME: 'Contoso', SUPPORT_CONTACT: 'help@contoso.example' };
  const help = 'https://tab.contoso.example';
  const manifest: Manifest = {
    manifestVersion: '1.30',
    developer: {
      name: 'Contoso',
      websiteUrl: help,
      privacyUrl: `${help}/privacy`,
      termsOfUseUrl: `${help}/terms`,
    },
    name: { short: 'Contoso Call Delegates', full: 'Contoso Call Delegates: who may act for whom' },
    description: { short: 'See who may act for you.', full: `Needs Teams Phone. Help: ${help}` },
    icons: { color: 'color.png', outline: 'outline.png' },
    validDomains: ['tab.contoso.example'],
  };

  type Change = {
    readonly variables?: Readonly<Record<string, string | undefined>>;
    readonly manifest?: Partial<Manifest>;
    readonly german?: Partial<Translation>;
  };
  const check = (change: Change) => {
    const changed = { ...manifest, ...change.manifest };
    return checkStoreRules({
      manifest: changed,
      words: new Map([
        ['manifest.json', toTranslation(changed)],
        ['de/manifest.json', { ...toTranslation(manifest), ...change.german }],
      ]),
      variables: { ...variables, ...change.variables },
      variablesFile: 'env/.env.prod',
    });
  };

  test('accepts a valid listing', () => expect(check({})).toEqual([]));

  const describing = (description: Partial<Manifest['description']>): Change => ({
    manifest: { description: { ...manifest.description, ...description } },
  });
  const inDomain = (domain: string): Change => ({
    manifest: { validDomains: [...manifest.validDomains, domain] },
  });
  const withActivity = { manifest: { activities: { activityTypes: [{ type: 'changed' }] } } };
  const elsewhere = 'https://elsewhere.example/privacy';
  const kept = manifest.description.full;

  test.each<[string, Change, RegExp]>([
    [
      'there is no publisher',
      { variables: { PUBLISHER_NAME: undefined } },
      /^PUBLISHER_NAME: has no value; /,
    ],
    ['the publisher’s name is Microsoft’s', { variables: { PUBLISHER_NAME: 'Teams Tools' } }, /^PUBLISHER_NAME: has Teams, /], // prettier-ignore
    ['the publisher’s name is too long', { variables: { PUBLISHER_NAME: 'Contoso Electronics International' } }, /^PUBLISHER_NAME: has 33 characters; /], // prettier-ignore
    ['a long name is too long in a language', { german: { 'name.full': `Contoso ${'x'.repeat(93)}` } }, /de\/manifest\.json: name\.full has 101 characters/], // prettier-ignore
    ['a name is too long in a language', { german: { 'name.short': 'Contoso Electronics Call Delegates' } }, /de\/manifest\.json: name\.short is “Contoso Electronics Call Delegates”, 34 characters/], // prettier-ignore
    [
      'there is no contact',
      { variables: { SUPPORT_CONTACT: undefined } },
      /^SUPPORT_CONTACT: has no value; /,
    ],
    ['the contact is invalid', { variables: { SUPPORT_CONTACT: 'the help desk' } }, /^SUPPORT_CONTACT: must be a mail/], // prettier-ignore
    ['a domain is a wildcard', inDomain('*.contoso.example'), /^validDomains: \*\.contoso.*a wildcard/],
    ['a domain is a tunnel', inDomain('abc-3978.euw.devtunnels.ms'), /is a tunnel/],
    ['a domain is localhost', inDomain('localhost:3978'), /is not a public host/],
    ['the privacy page is on another host', { manifest: { developer: { ...manifest.developer, privacyUrl: elsewhere } } }, /^developer\.privacyUrl: .* is not on a domain in validDomains$/], // prettier-ignore
    ['a language omits the publisher', { german: { 'name.short': 'Call Delegates' } }, /de\/manifest\.json: name\.short must begin/], // prettier-ignore
    ['a language omits the publisher in the long name', { german: { 'name.full': 'Call Delegates: wer für wen handelt' } }, /de\/manifest\.json: name\.full must begin/], // prettier-ignore
    ['a language uses the name of a Teams feature', { german: { 'name.full': 'Contoso Call Delegates: wer in Teams handelt' } }, /de\/manifest\.json: the name contains “Teams”/], // prettier-ignore
    ['a language does not mention the required setup', { german: { 'description.full': 'Hilfe: https://tab.contoso.example' } }, /de\/manifest\.json: description\.full must say what an administrator/], // prettier-ignore
    ['a language does not link to help', { german: { 'description.full': 'Braucht Teams Phone.' } }, /de\/manifest\.json: description\.full must contain the help address/], // prettier-ignore
    ['the description is too long', describing({ full: `${kept} ${'word '.repeat(500)}` }), /has 50\d words; the store allows at most 500/], // prettier-ignore
    ['the description speaks of Office 365', describing({ full: `For Office 365. ${kept}` }), /“Office 365”/],
    ['the description makes a superlative claim', describing({ full: `The best way. ${kept}` }), /promotional claim \(“best”\)/], // prettier-ignore
    [
      'the short description repeats the name',
      describing({ short: 'Call Delegates for you.' }),
      /repeats the/,
    ],
    ['the short description says app', describing({ short: 'An app for calls.' }), /says “app”/],
    ['the short description is two sentences', describing({ short: 'See it. Use it.' }), /one sentence/],
    ['a notification has no text in a language', withActivity, /de\/manifest\.json: has no text for the notification changed: .*templateText/], // prettier-ignore
    ['a notification has no description in a language', withActivity, /de\/manifest\.json: has no text for the notification changed: .*description/], // prettier-ignore
    ['a notification is declared but never sent', withActivity, /^notifications\.json: declares changed, which the server never sends$/], // prettier-ignore
  ])('reports that %s', (_, change, line) => {
    expect(check(change)).toContainEqual(expect.stringMatching(line));
  });
});
