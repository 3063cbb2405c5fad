import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { as, idOf } from '../../support/confirming.js';
import { documentedCommand, inContainer, inFolder, run } from '../../support/documentedCommands.js';
import { fileIn, newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { readFile } from '../../support/repository.js';
import { startServer } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';

afterAll(removeFolders);

const hasShell = spawnSync('sh', ['-c', 'true']).status === 0;
const testErasing = testWhere(hasShell, 'erasing one user with a command (needs a shell)');
const [, section = ''] = readFile('docs/operations.md').split('### Erasing one person');
const statements = [...section.matchAll(/^(delete from (?:confirmations|forgotten) .+);$/gm)].map(([, statement = '']) => statement); // prettier-ignore

testErasing.each([
  ['in its container', inContainer],
  ['in the server’s folder', inFolder],
])('the documented command erases one person %s, and the file keeps nothing of them', async (_, place) => {
  const folder = newFolder();
  const server = await startServer({ env: { DATA_DIR: folder } });
  for (const alias of ['amina', 'diego']) await as(server, alias).confirm();
  await server.close();
  expect(readFileSync(fileIn(folder), 'latin1')).toContain(idOf('amina'));
  expect(statements).toHaveLength(2);
  // Both are erased: each one's confirmation also names the other.
  const erased = ['amina', 'diego'];
  for (const statement of statements) {
    for (const alias of erased) {
      const words = statement.replace('…', idOf(alias));
      run(documentedCommand('secure_delete').replace('delete …', words), place(folder));
    }
  }

  const file = readFileSync(fileIn(folder), 'latin1');
  for (const alias of erased) expect(file).not.toContain(idOf(alias));
});
