import { languages } from '../../contract/languages.js';

/**
 * Sections that the store requires, by heading id (the same in every language), and placeholders that the
 * server fills: the contact, and the retention period of confirmations.
 */
const required = {
  privacy: {
    sections: ['scope', 'retention', 'who-sees-it', 'deletion', 'protection', 'contact'],
    placeholders: ['support.href', 'days.count'],
  },
  terms: { sections: ['contact'], placeholders: ['support.href'] },
  home: { sections: ['contact'], placeholders: ['support.href'] },
};

/**
 * Checks the built pages that the store reads without sign-in. Returns one line per fault.
 * @param read returns a built page by file name, or undefined if it does not exist
 */
export function checkStorePages(read: (file: string) => string | undefined): readonly string[] {
  const pages = languages.flatMap(({ tag }) =>
    Object.entries(required).map(([name, needs]) => {
      const file = `${name}.${tag}.mustache`;
      return { place: `dist/tab/${file}`, text: read(file), ...needs };
    }),
  );
  if (pages.every(({ text }) => text === undefined))
    return ['dist/tab: the pages are not built; run npm run build'];
  return pages.flatMap(({ place, text, sections, placeholders }) => {
    if (text === undefined) return [`${place}: is missing; run npm run build`];
    const faults = [
      ...sections.filter((id) => !text.includes(`id="${id}"`)).map((id) => `has no section ${id}`),
      ...placeholders.filter((name) => !text.includes(name)).map((name) => `has no placeholder ${name}`),
      ...[...toUnlabelled(text)].map((href) => `the link to ${href} is not marked as external`),
    ];
    return faults.map((fault) => `${place}: ${fault}`);
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
