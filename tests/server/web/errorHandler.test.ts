import { createApp } from '../../../src/server/web/createApp.js';
import { createLogger } from '../../../src/server/web/logging.js';

/** The real application around parts of which one has a fault. */
async function askBroken(fault: unknown) {
  const log: string[] = [];
  const refuse = () => {
    throw fault;
  };
  const app = await createApp({
    config: {
      tabEndpoint: 'https://tab.contoso.com',
      authorityHost: 'https://login.microsoftonline.com',
      hostOrigins: [],
      rateLimitPerMinute: 0,
      trustProxy: undefined,
    },
    log: createLogger('info', { write: (line) => void log.push(line) }),
    caller: {
      verifySsoToken: refuse,
      onBehalfOf: { getGraphToken: refuse, drop: refuse },
      graph: refuse,
      deadlineMs: 10_000,
      sideMs: 1_500,
    },
    confirmations: { find: refuse, save: refuse, page: refuse, forget: refuse, sweep: refuse },
    isReady: () => true,
    pages: { assetsFolder: __dirname, tab: new Map(), standalone: new Map(), styleHashes: [], preload: '' },
  });
  const answer = await app.inject({ url: '/api/delegates', headers: { authorization: 'Bearer a.b.c' } });
  await app.close();
  return { answer, log };
}

test('a fault of our own is logged once with its stack, and told without it', async () => {
  const { answer, log } = await askBroken(new TypeError('diego is not a function'));

  expect(answer.statusCode).toBe(500);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.json()).toMatchObject({
    code: 'internal_error',
    status: 500,
    correlationId: answer.headers['x-correlation-id'],
  });
  expect(answer.body).not.toContain('diego');
  expect(log.filter((line) => line.includes('"level":"error"'))).toHaveLength(1);
  expect(log.join('')).toContain('errorHandler.test');
});

test('something thrown that is no error is a fault of our own as well', async () => {
  expect((await askBroken('words')).answer.json()).toMatchObject({ code: 'internal_error' });
});
