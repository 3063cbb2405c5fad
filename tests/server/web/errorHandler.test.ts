import { Problem } from '../../../src/server/Problem.js';
import { askBroken } from '../../support/createBrokenApp.js';

test('logs an unexpected error once with its stack, and answers without it', async () => {
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

test('answers internal_error for a thrown value that is not an Error', async () => {
  expect((await askBroken('words')).answer.json()).toMatchObject({ code: 'internal_error' });
});

test('logs the code of a problem’s cause, but not the message of a foreign error', async () => {
  const broken = Object.assign(new Error('terminating: Adele Vance'), { code: '57P01' });
  const query = new Error('Failed query: insert …, params: Adele Vance', { cause: broken });
  const { answer, log } = await askBroken(
    new Problem({ code: 'store_unavailable' }, 'Not now.', { cause: query }),
  );

  expect(answer.json()).toMatchObject({ code: 'store_unavailable' });
  expect(log.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { code: 'store_unavailable', cause: '57P01' },
  ]);
  expect(log.join('') + answer.body).not.toContain('Adele');
});

test('logs an unexpected error without the data that it quotes', async () => {
  const { log } = await askBroken(new SyntaxError('Unexpected token: "Adele Vance" is not valid JSON'));

  expect(log.join('')).toContain('"type":"SyntaxError"');
  expect(log.join('')).not.toContain('Adele');
});
