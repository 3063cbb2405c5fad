import { createGraphClient } from '../../../src/server/graph/graphClient.js';
import { createRequestDeadline } from '../../../src/server/time/Deadline.js';

/**
 * Only an origin without a port can be the prefix of another host. The sandbox uses ports, so test the real
 * origin here.
 */
async function ask(link: string): Promise<{ readonly sent: string[]; readonly failure: unknown }> {
  const sent: string[] = [];
  const graph = createGraphClient(
    {
      send: (request) => {
        sent.push(`${request.url.origin}${request.url.pathname}`);
        return Promise.resolve({ status: 200, text: '{}', header: () => undefined, retryAfter: undefined });
      },
      close: () => Promise.resolve(),
    },
    'https://graph.microsoft.com',
  );
  const { deadline, end } = createRequestDeadline(10_000, 1_500);
  const tokens = {
    tenantId: '',
    get: () => Promise.resolve({ accessToken: 'token', scopes: undefined }),
    drop: () => Promise.resolve(),
  };
  const failure: unknown = await graph(tokens, deadline)
    .requestJson(link)
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  end();
  return { sent, failure };
}

test.each(['https://graph.microsoft.com/beta/me', 'HTTPS://GRAPH.MICROSOFT.COM:443/beta/me', '/beta/me'])(
  'follows a link to Graph: %s',
  async (link) => {
    expect(await ask(link)).toEqual({ sent: ['https://graph.microsoft.com/beta/me'], failure: undefined });
  },
);

test.each([
  'https://graph.microsoft.com.evil.example/beta/me',
  'https://graph.microsoft.com.',
  'https://graph.microsoft.comevil.example/beta/me',
  'https://graph.microsoft.com:8443/beta/me',
  'https://graph.microsoft.com@evil.example/beta/me',
  'https://evil-graph.microsoft.com/beta/me',
  'https://evil.graph.microsoft.com/beta/me',
  'https://microsoft.com/beta/me',
  'https://evil.example/https://graph.microsoft.com/beta/me',
  'https://evil.example/?https://graph.microsoft.com',
  'http://graph.microsoft.com/beta/me',
  '//evil.example/beta/me',
])('sends no token to %s', async (link) => {
  const { sent, failure } = await ask(link);

  expect(sent).toEqual([]);
  expect(failure).toMatchObject({ reason: { code: 'graph_unexpected' } });
});
