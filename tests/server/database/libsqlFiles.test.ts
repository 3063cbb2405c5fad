import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { createDatabase } from '../../../src/server/database/createDatabase.js';
import type { Database } from '../../../src/server/database/Database.js';
import { endRequests, newCaller } from '../../support/caller.js';
import { confirm, entry } from '../../support/instances.js';
import { fileIn, newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { databaseThread } from '../../support/startServer.js';

/** Permissions of the embedded database's files, and what they still contain after a deletion. */

let database: Database | undefined;
afterEach(async () => {
  endRequests();
  await database?.close();
});
afterAll(removeFolders);

function start(folder: string) {
  database = createDatabase({
    config: { kind: 'embedded', folder },
    threadFile: databaseThread,
    migrations: confirmationMigrations,
  });
  return createConfirmations({ database, retentionDays: 30 });
}

const modesIn = (folder: string) =>
  readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
const privately = ['call-delegates.db', 'call-delegates.db-shm', 'call-delegates.db-wal'].map((name) => [
  name,
  '600',
]);

test('only this account can read a new folder and its files', async () => {
  const folder = join(newFolder(), 'data');
  await confirm(start(folder), newCaller());

  expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  expect(modesIn(folder)).toEqual(privately);
});

test('makes the file of an earlier version private and leaves an existing folder as it is', async () => {
  const folder = newFolder();
  chmodSync(folder, 0o755);
  writeFileSync(fileIn(folder), '', { mode: 0o644 });
  await confirm(start(folder), newCaller());

  expect((statSync(folder).mode & 0o777).toString(8)).toBe('755');
  expect(modesIn(folder)).toEqual(privately);
});

test('deleted data is in no file of the database', async () => {
  const folder = newFolder();
  const confirmations = start(folder);
  const caller = newCaller();
  const id = randomUUID();
  await confirm(confirmations, caller, id);
  for (let count = 0; count < 50; count += 1) await confirm(confirmations, caller);
  await confirm(confirmations, newCaller());
  const isInFiles = (text: string) =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
  expect(isInFiles(id)).toBe(true);
  await confirmations.forget(caller.again());

  expect(isInFiles(id)).toBe(false);
  // The other user's data.
  expect(isInFiles(JSON.stringify(entry.allowedActions))).toBe(true);
});
