import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suitesOver } from '../../../src/tools/test/suitesOver.js';

test('finds the suites that drive a program, through other files too, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'suites-'));
  for (const name of ['support', 'server']) mkdirSync(join(folder, name));
  for (const [file, text] of Object.entries({
    'support/redisServer.ts': '',
    'support/sharedStart.ts': "import { createRedisServer } from './redisServer.js';",
    'server/cache.test.ts': "import { createRedisServer } from '../support/redisServer.js';",
    'server/limit.test.tsx': "import {\n  start,\n} from '../support/sharedStart.js';",
    'server/web.test.ts': "import { start } from '../support/startServer.js'; // not redisServer",
  })) {
    writeFileSync(join(folder, file), text);
  }

  expect([...suitesOver(folder, 'redisServer.ts')].sort()).toEqual([
    'server/cache.test.ts',
    'server/limit.test.tsx',
  ]);
  rmSync(folder, { recursive: true });
});

test('knows those of this project', () => {
  expect(suitesOver('tests', 'redisServer.ts')).toContain('server/auth/graphTokenCache.test.ts');
  expect(suitesOver('tests', 'postgresServer.ts')).not.toEqual([]);
  expect(suitesOver('tests', 'certificate.ts')).not.toContain('server/web/headers.test.ts');
});
