import { askBroken } from '../../support/createBrokenApp.js';

test('the deadline begins when a request arrives, so that verifying its token counts as well', async () => {
  const { answer } = await askBroken(new Error('not reached'), {
    verifySsoToken: () => new Promise<never>(() => undefined),
    deadlineMs: 20,
  });

  expect(answer.json()).toMatchObject({ status: 504, code: 'graph_timeout' });
});
