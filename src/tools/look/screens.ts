import type { Frame } from '@playwright/test';
import { pages } from '../../contract/paths.js';
import type { Visit } from './Visit.js';

type Tour = {
  /** Whether it shows something of the person who is signed in. */
  readonly isSignedIn: boolean;
  /** Goes there and takes the pictures, in any language: it finds its way by roles and places, not by words. */
  readonly take: (visit: Visit) => Promise<void>;
};

const signedIn = (take: Tour['take']): Tour => ({ isSignedIn: true, take });
const alone = (path: string): Tour => ({
  isSignedIn: false,
  take: async ({ openPage, takePicture }) => {
    await openPage(path);
    await takePicture();
  },
});

const tours = {
  /** What one sees first. */
  list: signedIn(async ({ openTab, takePicture }) => {
    await openTab();
    await takePicture();
  }),
  otherList: signedIn(async ({ openTab, takePicture, settle }) => {
    const tab = await openTab();
    const other = tab.locator('[role=tab][aria-selected=false]');
    if ((await other.count()) === 0) return;
    await other.first().click();
    await settle();
    await takePicture();
  }),
  details: signedIn(async ({ openTab, takePicture, prepare }) => {
    const { list, ids } = await prepare.firstList();
    await openTab(`${list}/${ids[0] ?? 'nobody'}`);
    await takePicture();
  }),
  changes: signedIn(async ({ openTab, takePicture, prepare }) => {
    await prepare.confirmThenChange();
    await openTab();
    await takePicture();
  }),
  /** Whatever a button or a fold opens, with something confirmed and something changed. */
  opened: signedIn(async (visit) => {
    const count = await (await openChanged(visit)).locator(openers).count();
    for (let index = 0; index < count; index += 1) {
      const tab = await openChanged(visit);
      const opener = tab.locator(openers).nth(index);
      const name = (await opener.innerText()).trim() || ((await opener.getAttribute('aria-label')) ?? '');
      await opener.click();
      await visit.settle();
      if ((await tab.locator(opened).count()) > 0) await visit.takePicture(name);
    }
  }),
  home: alone('/'),
  privacy: alone(pages.privacy),
  terms: alone(pages.terms),
  /** The tab outside of any host. */
  outside: alone(pages.tab),
  consented: alone(`${pages.authEnd}?admin_consent=True&tenant=7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11`),
  refused: alone(`${pages.authEnd}?error=access_denied&admin_consent=True`),
} satisfies Readonly<Record<string, Tour>>;

export type ScreenName = keyof typeof tours;

export const screenNames = Object.keys(tours) as readonly ScreenName[];

export const tourOf = (screen: ScreenName): Tour => tours[screen];

/** Each person of a list has the same; details show them. */
const openers = ':is(button:not([role=tab], [aria-disabled=true], table *, [role=list] *), summary):visible';
const opened = ':is([role=dialog], [role=alertdialog], [role=menu], details[open] > summary):visible';

async function openChanged({ openTab, prepare }: Visit): Promise<Frame> {
  await prepare.confirmThenChange();
  return await openTab();
}
