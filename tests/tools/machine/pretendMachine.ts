import type { Machine } from '../../../src/tools/machine/machine.js';

/** A machine with these programs, by path. */
export const pretendMachine = (
  platform: Machine['platform'],
  programs: readonly string[],
  { environment = {}, ...more }: Partial<Machine> = {},
): Machine => ({
  platform,
  isRoot: false,
  environment: { PATH: platform === 'win32' ? String.raw`C:\Windows` : '/usr/bin:/bin', ...environment },
  isProgram: (path) => programs.includes(path),
  list: () => [],
  read: () => '',
  runs: () => true,
  ...more,
});
