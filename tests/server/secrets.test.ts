import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ConfigError, parseConfig } from '../../src/server/config.js';

/** An invalid value for each variable that can contain a secret. The word must not appear in any output. */
const word = 'Zx9Sesame';
const good = {
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  SECRET_AAD_APP_CLIENT_SECRET: `crypto_${word}`,
};
const wrong: Readonly<Record<string, readonly string[]>> = {
  SECRET_AAD_APP_CLIENT_SECRET: [`crypto_${word}`],
  AAD_APP_CERTIFICATE_PATH: [`-----BEGIN PRIVATE KEY-----\n${word}\n-----END PRIVATE KEY-----`],
  TOKEN_CACHE_KEY: [word, `${word}=`, `${word}${'A'.repeat(60)}`],
  REDIS_URL: [
    `http://me:${word}@cache`,
    `redis:/me:${word}@`,
    `me:${word}@cache:6379`,
    `rediss://me:${word}@:port`,
  ],
  DATABASE_URL: [
    `mysql://me:${word}@db/delegates`,
    `postgresql://me:${word}@/`,
    `postgresql//me:${word}@db`,
    `postgresql://me:${word}@db:port/delegates`,
    `host=db password=${word}`,
  ],
  TAB_ENDPOINT: [`https://me:${word}@tab.contoso.com`, `http://${word}.contoso.com`],
  AAD_APP_OAUTH_AUTHORITY_HOST: [`https://me:${word}@login.contoso.com`],
  GRAPH_ENDPOINT: [`https://me:${word}@graph.contoso.com`],
  TEAMS_HOST_ORIGINS: [`https://me:${word}@host.contoso.com`],
  HTTPS_PROXY: [`ftp://me:${word}@proxy`, `me:${word}@proxy`],
  HTTP_PROXY: [`ftp://me:${word}@proxy`],
  SUPPORT_CONTACT: [`https://me:${word}@help.contoso.com`],
};
const rows = Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const));
const outputOf = (env: Readonly<Record<string, string>>): string => {
  try {
    parseConfig(env);
    return '';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [error.message, error.stack, String(error.cause), JSON.stringify(error), ...error.lines].join(
      '\n',
    );
  }
};

test.each(rows)('reports an invalid %s without its value (%#)', (name, value) => {
  expect(outputOf({ ...good, REDIS_URL: '', [name]: value })).not.toContain(word);
});

test('a process that does not start prints no secret', async () => {
  const main = fileURLToPath(new URL('../../dist/server/main.js', `file://${__filename}`));
  const env = Object.fromEntries(Object.entries(wrong).map(([name, [value = '']]) => [name, value]));
  const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(
      process.execPath,
      [main],
      { env: { PATH: process.env['PATH'], ...good, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error?.code, output: stdout + stderr });
      },
    );
  });

  expect(code).toBe(1);
  expect(output).toContain('DATABASE_URL: ');
  expect(output).toContain('TOKEN_CACHE_KEY: ');
  expect(output).not.toContain(word);
});
