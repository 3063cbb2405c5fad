import { provide, toMissingLine } from '../../../src/tools/test/provide.js';
import { browserNeed, serverNeeds, type Need } from '../../../src/tools/test/needs.js';
import { pretendMachine } from '../machine/pretendMachine.js';

const apt = '/usr/bin/apt-get';
const paths: Readonly<Record<string, string>> = {
  chromium: '/usr/bin/chromium',
  'redis-server': '/usr/bin/redis-server',
  postgresql: '/usr/bin/initdb',
  openssl: '/usr/bin/openssl',
};

/** A machine on which apt-get brings some packages, and what it is asked for. */
function machineWith(programs: readonly string[], brought: readonly string[] = Object.keys(paths)) {
  const there = [...programs];
  const machine = pretendMachine('linux', [], {
    isRoot: true,
    isProgram: (path) => there.includes(path),
  });
  const installed: string[] = [];
  const install = (_apt: readonly string[], packages: readonly string[]) => {
    installed.push(...packages);
    there.push(...packages.filter((name) => brought.includes(name)).map((name) => paths[name] ?? ''));
    return true;
  };
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const needs = [browserNeed(machine, '/nowhere'), ...serverNeeds(machine)].map(
    ({ get: _, ...need }) => need,
  );
  return { provided: () => provide(needs, machine, say, install), installed, lines };
}

const names = (needs: readonly Need[]) => needs.map(({ name }) => name);

test('gets nothing when all is there', () => {
  const { provided, installed, lines } = machineWith([apt, ...Object.values(paths)]);
  const { found, missing } = provided();

  expect([...found.values()]).toEqual([
    '/usr/bin/chromium',
    '/usr/bin/redis-server',
    '/usr/bin',
    '/usr/bin/openssl',
  ]);
  expect(missing).toEqual([]);
  expect(installed).toEqual([]);
  expect(lines).toEqual([]);
});

test('gets what is missing, and only that, with apt-get', () => {
  const { provided, installed, lines } = machineWith([apt, '/usr/bin/redis-server']);

  expect(provided().missing).toEqual([]);
  expect(installed).toEqual(['chromium', 'postgresql', 'openssl']);
  expect(lines).toEqual(['Getting chromium, postgresql, openssl with apt-get']);
});

test('says what apt-get did not bring', () => {
  const { provided } = machineWith([apt], ['chromium', 'openssl']);

  expect(names(provided().missing)).toEqual(['redis-server', 'PostgreSQL']);
});

test('asks nobody where there is no apt-get', () => {
  const { provided, installed } = machineWith([]);

  expect(names(provided().missing)).toEqual(['Chromium', 'redis-server', 'PostgreSQL', 'openssl']);
  expect(installed).toEqual([]);
});

test('a need’s own way is the last one', () => {
  let path: string | undefined;
  const need = { name: 'Node 24', find: () => path, leavesOut: '', get: () => void (path = '/node') };
  const lines: string[] = [];

  expect(provide([need], pretendMachine('linux', []), (line) => void lines.push(line)).missing).toEqual([]);
  expect(lines).toEqual(['Getting Node 24']);
});

describe('says in one line how to get what is missing', () => {
  test.each([
    ['linux', 'sudo apt-get install chromium redis-server postgresql openssl'],
    ['darwin', 'brew install google-chrome redis postgresql openssl'],
    [
      'win32',
      'winget install Google.Chrome PostgreSQL.PostgreSQL.17 Git.Git; Redis has no Windows build; WSL runs all of this',
    ],
  ] as const)('on %s', (platform, how) => {
    const machine = pretendMachine(platform, []);
    const needs = [browserNeed(machine, '/nowhere'), ...serverNeeds(machine)];

    expect(toMissingLine(needs, platform, true)).toBe(
      `Missing: Chromium, redis-server, PostgreSQL, openssl. To get it: ${how}. CI leaves nothing out, so nothing is run.`,
    );
  });

  test('for a browser that CHROMIUM_PATH names and that is not there', () => {
    const machine = pretendMachine('linux', [], { environment: { CHROMIUM_PATH: '/opt/mine' } });

    expect(toMissingLine([browserNeed(machine, '/nowhere')], 'linux', false)).toBe(
      'Missing: CHROMIUM_PATH (/opt/mine). To get it: set it to a browser, or to nothing. Until then not tested: all browser tests.',
    );
  });
});
