import Libsql from 'libsql';
import { fileIn, newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { startServer, until } from '../../support/startServer.js';
import { feedOf, give, notificationsEnv, open, subscribe } from '../../support/notifications.js';

afterAll(removeFolders);

test('answers with a list while a writer blocks the store', async () => {
  const folder = newFolder();
  const server = await startServer({ env: { DATA_DIR: folder, ...notificationsEnv } });
  await subscribe(server, 'amina');
  give(server, 'diego', 'amina', 'makeCalls');
  const other = new Libsql(fileIn(folder), { timeout: 2_000 });
  other.prepare('begin immediate').run([]);

  const isGivenUp = () => server.log.some(({ msg }) => String(msg).includes('cannot be stored'));
  expect((await open(server, 'diego', 'delegates')).status).toBe(200);
  expect(isGivenUp()).toBe(false);
  await until(isGivenUp);
  expect(feedOf(server, 'amina')).toEqual([]);
  other.prepare('rollback').run([]);
  other.close();
  await until(async () => {
    await open(server, 'diego', 'delegates');
    return feedOf(server, 'amina').length > 0;
  });
  await server.close();
});
