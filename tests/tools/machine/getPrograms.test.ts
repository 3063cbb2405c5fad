import { findApt, isUbuntu } from '../../../src/tools/machine/getPrograms.js';
import { pretendMachine } from './pretendMachine.js';

const apt = '/usr/bin/apt-get';
const sudo = '/usr/bin/sudo';

test('uses apt-get as root', () => {
  expect(findApt(pretendMachine('linux', [apt], { isRoot: true }))).toEqual([
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
  ]);
});

test('uses apt-get through a sudo that asks for no password, and leaves one that does alone', () => {
  const asked: (readonly string[])[] = [];
  const runs = (program: string, args: readonly string[]) => asked.push([program, ...args]) > 0;

  expect(findApt(pretendMachine('linux', [apt, sudo], { runs }))?.slice(0, 2)).toEqual([sudo, '-n']);
  expect(asked).toEqual([[sudo, '-n', 'true']]);
  expect(findApt(pretendMachine('linux', [apt, sudo], { runs: () => false }))).toBeUndefined();
  expect(findApt(pretendMachine('linux', [apt]))).toBeUndefined();
});

test('knows no apt-get on other systems', () => {
  expect(findApt(pretendMachine('linux', [], { isRoot: true }))).toBeUndefined();
  expect(findApt(pretendMachine('darwin', [apt], { isRoot: true }))).toBeUndefined();
});

test.each([
  ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n', false],
  ['Ubuntu', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', true],
  ['Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
  ['no such file', '', false],
])('tells Ubuntu, whose chromium is a snap, from the rest: %s', (_, text, expected) => {
  expect(isUbuntu(pretendMachine('linux', [], { read: () => text }))).toBe(expected);
});
