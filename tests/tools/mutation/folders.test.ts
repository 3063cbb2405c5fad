import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findFolder, mutatedFolders } from '../../../src/tools/mutation/folders.js';

const root = join(__dirname, '../../..');

test.each(['auth', 'server/auth', 'src/server/auth/'])('%s is the whole folder', (argument) => {
  expect(findFolder(argument)).toMatchObject({ folder: 'server/auth', mutate: 'src/server/auth/**/*.ts' });
});

test('a file is that file alone, held by the suites of its folder', () => {
  expect(findFolder('doctor/stores.ts')).toMatchObject({
    folder: 'tools/doctor',
    mutate: 'src/tools/doctor/stores.ts',
  });
});

test.each(['nowhere', 'authority', ''])('“%s” is no folder', (argument) => {
  expect(findFolder(argument)).toBeUndefined();
});

test('every folder of the table is there, and so is a place for its suites', () => {
  for (const { folder, tests } of mutatedFolders) {
    expect(readdirSync(join(root, 'src', folder))).not.toEqual([]);
    for (const place of tests)
      expect(existsSync(join(root, 'tests', place.replace(/\/[^/]*$/, '')))).toBe(true);
  }
});
