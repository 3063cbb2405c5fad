import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { frameOnly, openWindow } from './openWindow.js';
import { prepare, type Tenant } from './prepare.js';
import { tourOf } from './screens.js';
import { settle, shoot, shownIn, sidewaysScroll } from './shoot.js';
import type { Picture, Shot } from './Shot.js';
import type { Visit } from './Visit.js';

export type Place = {
  readonly browser: Browser;
  /** The host page's address; ends with a slash. */
  readonly sandboxUrl: string;
  readonly tenant: Tenant;
  /** Where the pictures go. */
  readonly folder: string;
};

/** Takes the pictures of one screen. */
export async function lookAt(place: Place, shot: Shot): Promise<readonly Picture[]> {
  const { page, complaints } = await openWindow(place.browser, shot, frameOnly);
  const pictures: Picture[] = [];
  const takePicture: Visit['takePicture'] = async (part = '') => {
    const { screen, person = 'nobody', theme, width, language } = shot;
    const number = part === '' ? [] : [pictures.length + 1];
    const file = `${[screen, ...number, person, theme, width, language].join('-')}.png`;
    const sideways = await sidewaysScroll(page);
    await shoot(page, join(place.folder, file));
    pictures.push({
      shot,
      part,
      file,
      complaints: [...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []), ...complaints.splice(0)],
    });
  };
  try {
    await tourOf(shot.screen).take(toVisit(place, shot, page, takePicture));
    return pictures;
  } finally {
    await page.context().close();
  }
}

export function toVisit(place: Place, shot: Shot, page: Page, takePicture: Visit['takePicture']): Visit {
  const { sandboxUrl, tenant } = place;
  const user = tenant.people.find(({ alias }) => alias === shot.person)?.id ?? '';
  const isPhone = shot.width < 600;
  return {
    page,
    prepare: prepare(sandboxUrl, tenant, user),
    openTab: async (subPageId) => {
      const query = new URLSearchParams({
        ...{ user, theme: shot.theme, width: isPhone ? 'phone' : 'desktop' },
        ...{ locale: shot.language, ...(subPageId !== undefined && { subPageId }) },
      });
      await page.goto(`${sandboxUrl}?${query.toString()}`);
      await page.locator('body[data-tab-state]').waitFor({ timeout: 30_000 });
      await settle(page);
      return shownIn(page);
    },
    openPage: async (path) => {
      await page.goto(`${tenant.tabEndpoint}${path}`);
      await settle(page);
    },
    settle: () => settle(page),
    takePicture,
  };
}
