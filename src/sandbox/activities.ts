import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { matchLanguage } from '../contract/languages.js';
import type { Activity } from './state.js';

type ActivityType = { readonly type: string; readonly templateText: string };

const appName = 'Call Delegates';

const readSource = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

/**
 * Lists the activity feed of a user, newest first. The title is the app's own text from its manifest; the
 * preview is as sent.
 */
export async function listActivities(activities: readonly Activity[], userId: string, locale: string) {
  const titles = await readTitles(locale);
  return activities
    .filter((activity) => activity.userId === userId)
    .map((activity) => ({
      id: `${activity.chainId ?? ''}-${activity.atMs}`,
      title: (titles.get(activity.type) ?? activity.type).replace('{actor}', appName),
      preview: activity.preview,
      topic: activity.topic,
      subPageId: toSubPageId(activity),
      atMs: activity.atMs,
    }))
    .reverse();
}

/** @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application */
function toSubPageId({ webUrl }: Activity): string {
  const context = new URL(webUrl).searchParams.get('context') ?? '{}';
  return (JSON.parse(context) as { readonly subEntityId?: string }).subEntityId ?? '';
}

/** Titles by activity type. A language file refers to an activity by its index in the manifest. */
async function readTitles(locale: string): Promise<ReadonlyMap<string, string>> {
  const { activities } = (await readSource('appPackage/notifications.json')) as {
    readonly activities: { readonly activityTypes: readonly ActivityType[] };
  };
  const tag = matchLanguage([locale]);
  const words = (tag === 'en' ? {} : await readSource(`src/tab/i18n/${tag}/manifest.json`)) as Readonly<
    Record<string, string>
  >;
  return new Map(
    activities.activityTypes.map(({ type, templateText }, index) => [
      type,
      words[`activities.activityTypes[${index}].templateText`] ?? templateText,
    ]),
  );
}
