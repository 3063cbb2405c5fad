import {
  findBrowser,
  findOpenssl,
  findPostgres,
  findRedis,
} from '../../../src/tools/machine/findPrograms.js';
import { pretendMachine } from './pretendMachine.js';

const windows = {
  environment: {
    PROGRAMFILES: String.raw`C:\Program Files`,
    'PROGRAMFILES(X86)': String.raw`C:\Program Files (x86)`,
    LOCALAPPDATA: String.raw`C:\Users\amina\AppData\Local`,
  },
};
const home = { environment: { HOME: '/Users/amina' } };

describe('finds a browser', () => {
  test.each([
    ['linux', '/usr/bin/chromium', {}],
    ['linux', '/usr/bin/google-chrome-stable', {}],
    ['linux', '/bin/microsoft-edge', {}],
    ['linux', '/snap/bin/chromium', {}],
    ['linux', '/opt/google/chrome/chrome', {}],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', home],
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', home],
    ['darwin', '/Users/amina/Applications/Chromium.app/Contents/MacOS/Chromium', home],
    ['win32', String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`, windows],
    ['win32', String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`, windows],
    ['win32', String.raw`C:\Users\amina\AppData\Local\Chromium\Application\chrome.exe`, windows],
    ['win32', String.raw`C:\Windows\chrome.exe`, windows],
  ] as const)('on %s at %s', (platform, path, more) => {
    expect(findBrowser(pretendMachine(platform, [path], more))).toBe(path);
  });

  test('that Playwright has downloaded, where there is no other', () => {
    const own = '/root/.cache/ms-playwright/chromium-1200/chrome-linux/chrome';

    expect(findBrowser(pretendMachine('linux', [own]), own)).toBe(own);
    expect(findBrowser(pretendMachine('linux', ['/usr/bin/chromium', own]), own)).toBe('/usr/bin/chromium');
    expect(findBrowser(pretendMachine('linux', []), own)).toBeUndefined();
  });

  test('that CHROMIUM_PATH names, and then no other', () => {
    const environment = { CHROMIUM_PATH: '/opt/mine' };

    expect(findBrowser(pretendMachine('linux', ['/usr/bin/chromium', '/opt/mine'], { environment }))).toBe(
      '/opt/mine',
    );
    expect(findBrowser(pretendMachine('linux', ['/usr/bin/chromium'], { environment }))).toBeUndefined();
  });

  test('that starts, not one that is there and does not', () => {
    const programs = ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
    const runs = (program: string) => program !== '/usr/bin/chromium-browser';

    expect(findBrowser(pretendMachine('linux', programs, { runs }))).toBe('/usr/bin/google-chrome');
  });
});

test('finds redis-server on the path only', () => {
  expect(findRedis(pretendMachine('linux', ['/usr/bin/redis-server']))).toBe('/usr/bin/redis-server');
  expect(findRedis(pretendMachine('linux', ['/opt/redis-server']))).toBeUndefined();
});

describe('finds PostgreSQL', () => {
  test('of the newest version that Debian has', () => {
    const programs = ['/usr/lib/postgresql/9/bin/initdb', '/usr/lib/postgresql/15/bin/initdb'];
    const list = () => ['9', '15'];

    expect(findPostgres(pretendMachine('linux', programs, { list }))).toBe('/usr/lib/postgresql/15/bin');
  });

  test('on the path elsewhere', () => {
    const environment = { PATH: '/opt/homebrew/bin' };

    expect(findPostgres(pretendMachine('darwin', ['/opt/homebrew/bin/initdb'], { environment }))).toBe(
      '/opt/homebrew/bin',
    );
  });

  test('on Windows', () => {
    const initdb = String.raw`C:\Program Files\PostgreSQL\17\bin\initdb.exe`;
    const list = () => ['17'];

    expect(findPostgres(pretendMachine('win32', [initdb], { ...windows, list }))).toBe(
      String.raw`C:\Program Files\PostgreSQL\17\bin`,
    );
  });

  test('not where only its client is', () => {
    expect(findPostgres(pretendMachine('linux', ['/usr/bin/psql'], { list: () => ['15'] }))).toBeUndefined();
  });
});

test('finds the openssl that Git for Windows brings', () => {
  const path = String.raw`C:\Program Files\Git\usr\bin\openssl.exe`;

  expect(findOpenssl(pretendMachine('win32', [path], windows))).toBe(path);
  expect(findOpenssl(pretendMachine('win32', [], windows))).toBeUndefined();
});
