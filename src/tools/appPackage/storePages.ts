import { languages } from '../../contract/languages.js';

/** Sections that the store requires, by heading id. The ids are the same in every language. */
const parts = {
  privacy: ['scope', 'retention', 'who-sees-it', 'deletion', 'protection', 'contact'],
  terms: ['contact'],
  home: ['contact'],
} as const;

/** Placeholders that the server fills: the contact, and the retention period of confirmations. */
const facts = { privacy: ['support.href', 'days.count'], terms: ['support.href'], home: ['support.href'] };

/**
 * Checks the built pages that the store reads without sign-in. Returns one line per fault.
 * @param read returns a built page by file name, or undefined if it does not exist
 */
export function checkStorePages(read: (file: string) => string | undefined): readonly string[] {
  const names = Object.keys(parts) as (keyof typeof parts)[];
  const pages = languages.flatMap(({ tag }) =>
    names.map((name) => ({ name, file: `${name}.${tag}.mustache` })),
  );
  const missing = pages.filter(({ file }) => read(file) === undefined);
  if (missing.length === pages.length) return ['dist/tab: the pages are not built; run npm run build'];
  return pages.flatMap(({ name, file }) => {
    const text = read(file);
    const place = `dist/tab/${file}`;
    if (text === undefined) return [`${place}: is missing; run npm run build`];
    return [
      ...parts[name]
        .filter((part) => !text.includes(`id="${part}"`))
        .map((part) => `${place}: has no section ${part}`),
      ...facts[name]
        .filter((fact) => !text.includes(fact))
        .map((fact) => `${place}: has no placeholder ${fact}`),
      ...[...toUnlabelled(text)].map((href) => `${place}: the link to ${href} is not marked as external`),
    ];
  });
}

/** Yields links that leave both the app and Teams without being marked as external. */
function* toUnlabelled(html: string): Generator<string> {
  for (const paragraph of html.match(/<(p|li|dd)\b[^]*?<\/\1>/g) ?? []) {
    for (const [link, href = ''] of paragraph.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>/g)) {
      const isOurs = href.startsWith('/') || href === '{{teamsAppUrl}}';
      if (!isOurs && !(link.includes('rel="external') && paragraph.includes('↗'))) yield href;
    }
  }
}
