import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { languages, type LanguageTag } from '../../contract/languages.js';

const each = z.object({ delegates: z.string(), delegators: z.string(), both: z.string() });

const wordsShape = z.object({
  /** Name of the list or, for both lists, of the app. */
  topic: each,
  changed: z.object({ one: each.omit({ both: true }), several: each }),
  confirmationDue: z.string(),
});

/** Texts of notifications in one language. They contain no names. */
export type NotificationWords = z.infer<typeof wordsShape>;

/**
 * Reads the texts of all languages, which the build collects from `src/tab/i18n/{tag}/notifications.json`.
 * @param folder folder of the built pages. Throws if a text is missing
 */
export async function readNotificationWords(
  folder: string,
): Promise<ReadonlyMap<LanguageTag, NotificationWords>> {
  const all = z
    .record(z.string(), wordsShape)
    .parse(JSON.parse(await readFile(join(folder, 'notifications.json'), 'utf8')));
  return new Map(
    languages.map(({ tag }) => {
      const words = all[tag];
      if (words === undefined) throw new Error(`notifications.json lacks ${tag}: run "npm run build" first.`);
      return [tag, words];
    }),
  );
}
