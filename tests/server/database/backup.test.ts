import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createPostgresServer } from '../../support/postgresServer.js';
import { findPostgres } from '../../../scripts/findPrograms.js';
import { allIds, as, keepConfirming } from '../../support/confirming.js';
import { documentedCommand, inContainer, inFolder, run } from '../../support/documentedCommands.js';
import { fileIn, newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { readFile, root } from '../../support/repository.js';
import { startServerProcess } from '../../support/serverProcess.js';
import { testWhere } from '../../support/testWhere.js';

/** Runs the commands of docs/operations.md as documented, while a user keeps confirming on the running server. */

afterAll(removeFolders);

const hasShell = spawnSync('sh', ['-c', 'true']).status === 0;
const testBackup = testWhere(hasShell, 'backup and restore (needs a shell)');

/** Runs the documented command that starts with `beginning`, with its placeholders replaced. */
function runDocumented(beginning: string, words: Readonly<Record<string, string>>, databaseUrl = ''): void {
  const lines = readFile('docs/operations.md').split('\n');
  const line = lines.find((each) => each.startsWith(beginning));
  if (line === undefined) throw new Error(`docs/operations.md has no command "${beginning} …".`);
  const command = Object.entries(words).reduce((text, [word, by]) => text.replace(word, by), line);
  const path = [findPostgres(), process.env['PATH']].join(delimiter);
  execFileSync('sh', ['-c', command], {
    cwd: root,
    env: { ...process.env, PATH: path, DATABASE_URL: databaseUrl },
  });
}

/** Returns the confirmations that were acknowledged before the backup started. */
async function confirmWhile(env: Readonly<Record<string, string>>, copy: () => void): Promise<string[]> {
  const server = await startServerProcess(env);
  const confirming = keepConfirming(server);
  try {
    await confirming.reaches(30);
    const before = [...confirming.acknowledged];
    copy();
    await confirming.reaches(before.length + 10);
    return before;
  } finally {
    await confirming.stop();
    await server.close();
  }
}

/** Starts a server on the restored database. Returns the missing ids and the status of another confirmation. */
async function lookInto(env: Readonly<Record<string, string>>, expected: readonly string[]) {
  const server = await startServerProcess(env);
  const amina = as(server);
  const { status } = await amina.confirm();
  const kept = await allIds(server);
  await server.close();
  return { missing: expected.filter((id) => !kept.has(id)), status };
}

testBackup.each([
  ['in its container', inContainer],
  ['in the server’s folder', inFolder],
])('a backup of the embedded database, taken %s while it runs, is complete and usable', async (_, place) => {
  const [folder, restored] = [newFolder(), newFolder()];
  const before = await confirmWhile({ DATA_DIR: folder }, () => {
    run(documentedCommand('vacuum into'), place(folder));
  });
  copyFileSync(join(folder, 'backup.db'), fileIn(restored));

  expect(before.length).toBeGreaterThanOrEqual(30);
  expect(await lookInto({ DATA_DIR: restored }, before)).toEqual({ missing: [], status: 201 });
});

testBackup('a backup of PostgreSQL, taken while it runs, is complete and usable', async () => {
  const postgres = await createPostgresServer();
  await postgres.start();
  const words = { 'backup.dump': join(newFolder(), 'backup.dump') };
  const before = await confirmWhile({ DATABASE_URL: postgres.url }, () => {
    runDocumented('pg_dump ', words, postgres.url);
  });
  await postgres.query('create database restored');
  runDocumented('pg_restore ', words, postgres.urlOf('restored'));

  expect(before.length).toBeGreaterThanOrEqual(30);
  expect(await lookInto({ DATABASE_URL: postgres.urlOf('restored') }, before)).toEqual({
    missing: [],
    status: 201,
  });
  await postgres.remove();
});
