import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { languages, type LanguageTag } from '../../contract/languages.js';

const each = z.object({ delegates: z.string(), delegators: z.string(), both: z.string() });

const wordsShape = z.object({
  /** Where it is: a list, or the app. */
  topic: each,
  changed: z.object({ one: each.omit({ both: true }), several: each }),
  confirmationDue: z.string(),
});

/** What notices say in one language; nobody is named in them. */
export type NoticeWords = z.infer<typeof wordsShape>;

/**
 * The words of `src/tab/i18n/{tag}/notices.json`, as the build has put them together.
 * @param folder of the built pages. Throws when they are not there
 */
export async function readNoticeWords(folder: string): Promise<ReadonlyMap<LanguageTag, NoticeWords>> {
  const all = z
    .record(z.string(), wordsShape)
    .parse(JSON.parse(await readFile(join(folder, 'notices.json'), 'utf8')));
  return new Map(
    languages.map(({ tag }) => {
      const words = all[tag];
      if (words === undefined) throw new Error(`notices.json lacks ${tag}: run "npm run build" first.`);
      return [tag, words];
    }),
  );
}
