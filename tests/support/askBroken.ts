import type { CallerOptions } from '../../src/server/caller/requireCaller.js';
import { createApp } from '../../src/server/web/createApp.js';
import { createLogger } from '../../src/server/web/logging.js';

/**
 * Sends requests with a bearer token that is not a real JWT to the real application, whose dependencies throw `fault`.
 * It accepts ten refused requests of an address in a minute.
 * @param caller replaces dependencies for authentication
 */
export async function askBroken(fault: unknown, caller: Partial<CallerOptions> = {}, times = 1) {
  const log: string[] = [];
  const refuse = () => {
    throw fault;
  };
  const { app } = await createApp({
    config: {
      tabEndpoint: 'https://tab.contoso.com',
      authorityHost: 'https://login.microsoftonline.com',
      hostOrigins: [],
      rateLimitPerMinute: 1,
      trustProxy: undefined,
      logKey: Buffer.alloc(32, 9),
    },
    log: createLogger('info', { write: (line) => void log.push(line) }),
    caller: {
      verifySsoToken: refuse,
      onBehalfOf: { getGraphToken: refuse, drop: refuse },
      graph: refuse,
      deadlineMs: 10_000,
      optionalMs: 1_500,
      ...caller,
    },
    confirmations: { confirm: refuse, counterparts: refuse, page: refuse, forget: refuse, sweep: refuse },
    isReady: () => true,
    pages: { assetsFolder: __dirname, tab: () => '', standalone: new Map(), styleHashes: [] },
  });
  const ask = () => app.inject({ url: '/api/delegates', headers: { authorization: 'Bearer a.b.c' } });
  const answer = await ask();
  const codes = [answer.json<{ code: string }>().code];
  while (codes.length < times) codes.push((await ask()).json<{ code: string }>().code);
  await app.close();
  return { answer, codes, log };
}
