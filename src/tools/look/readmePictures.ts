import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toVisit, type Place } from './lookAt.js';
import { openWindow, teamsWindow } from './openWindow.js';
import type { Visit } from './Visit.js';

type ReadmePicture = {
  readonly name: string;
  readonly person: string;
  readonly show: (visit: Visit) => Promise<unknown>;
};

const pictures: readonly ReadmePicture[] = [
  { name: 'tab', person: 'amina', show: ({ openTab }) => openTab() },
  {
    name: 'changes',
    person: 'diego',
    show: async ({ prepare, openTab }) => {
      await prepare.confirmThenChange();
      await openTab();
    },
  },
  {
    name: 'details',
    person: 'amina',
    show: async ({ prepare, openTab }) => {
      const { list, ids } = await prepare.firstList();
      await openTab(`${list}/${ids[0] ?? ''}`);
    },
  },
];

/** What README shows, in a Teams window. */
export async function takeReadmePictures(place: Place): Promise<void> {
  await mkdir(place.folder, { recursive: true });
  for (const { name, person, show } of pictures) {
    const shot = { screen: 'list', person, theme: 'default', width: 1280, language: 'en' } as const;
    const { page } = await openWindow(place.browser, shot, teamsWindow);
    const visit = toVisit(place, shot, page, () => Promise.resolve());
    await show(visit);
    await page.screenshot({ path: join(place.folder, `${name}.png`) });
    await visit.prepare.startOver();
    await page.context().close();
  }
}
