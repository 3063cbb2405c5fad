import type { Config } from '../../../src/server/config.js';
import { checkPages } from '../../../src/tools/doctor/pages.js';
import { freePort } from '../../support/startServer.js';
import { aResult, startSite, type Site, type SiteAnswer } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const name = 'Privacy and terms';
const headers = { 'content-type': 'text/html; charset=utf-8' };
const privacy = (text: string): SiteAnswer => ({ headers, body: `<h1>Privacy</h1>${text}` });
const terms = (text = ''): SiteAnswer => ({ headers, body: `<h1>Terms</h1>${text}` });
const retention = 'Deleted after 400 days.';

const check = async (
  pages: { privacy?: SiteAnswer; terms?: SiteAnswer },
  config: Partial<Config> = {},
  variables = {},
) => {
  site.setAnswers({
    '/privacy?lang=en': pages.privacy ?? privacy(retention),
    '/terms?lang=en': pages.terms ?? terms(),
  });
  const whole = { tabEndpoint: site.origin, confirmationRetentionDays: 400, ...config } as Config;
  return await checkPages(whole, variables);
};
const notifications = { reminderDays: 0, watchIntervalMinutes: 0 } as Config['notifications'];
const supportContact = { text: 'Help', href: 'https://help.example/?a=1&b=<">\'' };
const contact = '<a href="https://help.example/?a=1&#38;b=&#60;&#34;&#62;&#39;">Help</a>';

test('accepts pages that refer questions to the administrator', async () => {
  expect(await check({})).toEqual(
    aResult(name, 'ok', 'Reachable without sign-in. They refer questions to the administrator.'),
  );
  expect(site.asked).toEqual(['GET /privacy?lang=en', 'GET /terms?lang=en']);
});

test('accepts pages with a contact', async () => {
  const pages = { privacy: privacy(retention + contact), terms: terms(contact) };

  expect(await check(pages, { supportContact })).toEqual(
    aResult(name, 'ok', 'Reachable without sign-in, with a contact and the retention period.'),
  );
});

test('notes a missing contact for a publisher', async () => {
  expect(await check({}, {}, { PUBLISHER_NAME: 'Alder Finch' })).toEqual(
    aResult(
      name,
      'note',
      'Reachable without sign-in, but they have no contact, which the Microsoft store requires.',
      /SUPPORT_CONTACT.*--publish/,
    ),
  );
});

test.each<[string, SiteAnswer, number]>([
  ['a redirect to a sign-in page', { ...privacy(retention), status: 302 }, 302],
  ['an error that looks like a page', { ...privacy(retention), status: 404 }, 404],
  ['a response without a content type', { body: `<h1>Privacy</h1>${retention}` }, 200],
  [
    'a response of another content type',
    { ...privacy(retention), headers: { 'content-type': 'text/plain' } },
    200,
  ],
  ['an empty page', { headers, body: retention }, 200],
])('fails for %s in place of a page', async (_, answer, status) => {
  for (const path of ['privacy', 'terms'])
    expect(await check({ [path]: answer })).toEqual(
      aResult(
        name,
        'failed',
        `${site.origin}/${path}?lang=en returned ${status} without a page.`,
        /without sign-in/,
      ),
    );
});

test('fails if the pages are unreachable', async () => {
  const unreachable = `http://127.0.0.1:${await freePort()}`;

  expect(await check({}, { tabEndpoint: unreachable })).toEqual(
    aResult(
      name,
      'failed',
      `${unreachable}/privacy?lang=en cannot be reached (ECONNREFUSED).`,
      /TAB_ENDPOINT/,
    ),
  );
});

test.each<[message: string, text: string, config: Partial<Config>]>([
  [
    'The privacy page does not say that confirmations are deleted after 30 days.',
    retention,
    { confirmationRetentionDays: 30 },
  ],
  [
    'The privacy page does not say that confirmations are deleted after 1 day.',
    retention,
    { confirmationRetentionDays: 1 },
  ],
  [
    'The privacy page does not say that confirmations are deleted after 1,000 days.',
    retention,
    { confirmationRetentionDays: 1_000 },
  ],
  [
    'The privacy page mentions notifications, but they are off in this configuration.',
    `${retention} Notifications are sent.`,
    {},
  ],
  [
    'The privacy page does not mention notifications, but they are on in this configuration.',
    retention,
    { notifications },
  ],
  ['/privacy and /terms lack the contact.', retention, { supportContact }],
  ['/terms lack the contact.', retention + contact, { supportContact }],
])('%s', async (message, text, config) => {
  // prettier-ignore
  expect(await check({ privacy: privacy(text) }, config)).toEqual(
    aResult(name, 'failed', message, /^Restart the server with the configuration/),
  );
});

test.each<[text: string, config: Partial<Config>]>([
  ['Deleted after 1,000 days.', { confirmationRetentionDays: 1_000 }],
  ['Deleted after 1 day.', { confirmationRetentionDays: 1 }],
  [`${retention} notifications are sent.`, { notifications }],
])('accepts %s', async (text, config) => {
  expect(await check({ privacy: privacy(text) }, config)).toMatchObject({ outcome: 'ok' });
});
