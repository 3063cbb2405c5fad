import type { CallerOptions } from '../../src/server/caller/requireCaller.js';
import { createApp } from '../../src/server/web/createApp.js';
import { createLogger } from '../../src/server/web/logging.js';

/**
 * Creates the real application with dependencies that throw `fault`.
 * @param caller replaces dependencies for authentication
 * @param rateLimitPerMinute 0: no limit
 */
export async function createBrokenApp(
  fault: unknown,
  caller: Partial<CallerOptions> = {},
  rateLimitPerMinute = 0,
) {
  const log: string[] = [];
  const refuse = () => {
    throw fault;
  };
  const { app } = await createApp({
    config: {
      tabEndpoint: 'https://tab.contoso.com',
      authorityHost: 'https://login.microsoftonline.com',
      hostOrigins: [],
      rateLimitPerMinute,
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
  return { app, log };
}

/** Sends one request with a bearer token that is not a real JWT. */
export async function askBroken(fault: unknown, caller: Partial<CallerOptions> = {}) {
  const { app, log } = await createBrokenApp(fault, caller);
  const answer = await app.inject({ url: '/api/delegates', headers: { authorization: 'Bearer a.b.c' } });
  await app.close();
  return { answer, log };
}
