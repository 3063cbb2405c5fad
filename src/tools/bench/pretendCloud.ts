import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import { forEachRight } from '../../contract/delegation.js';
import { graphScopes } from '../../contract/graphScopes.js';

/**
 * A process that stands for the identity provider and Graph in the server's benchmark: it answers at once and checks
 * nothing, so that what is measured is the server. `BENCH_KEY` is the private key, PEM, of the tokens that are sent.
 */
const { PORT = '0', BENCH_KEY = '' } = process.env;
const jwk = {
  ...createPublicKey(BENCH_KEY).export({ format: 'jwk' }),
  kid: 'bench',
  use: 'sig',
  alg: 'RS256',
};
const people = Array.from({ length: 3 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
const list = JSON.stringify({
  value: people.map((id) => ({
    '@odata.type': '#microsoft.graph.delegationSettings',
    id,
    createdDateTime: '2025-01-01T00:00:00Z',
    isActive: true,
    allowedActions: forEachRight((right) => right !== 'manageCallAndDelegateSettings'),
  })),
});

const server = createServer((request, response) => {
  const { url = '/', method } = request;
  const origin = `http://127.0.0.1:${PORT}`;
  const send = (body: string) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  };
  if (method === 'GET') {
    if (url.includes('openid-configuration')) {
      const tenant = `${origin}/${url.split('/')[1] ?? ''}/v2.0`;
      send(JSON.stringify({ issuer: tenant, jwks_uri: `${origin}/keys`, token_endpoint: `${origin}/token` }));
    } else if (url === '/keys') send(JSON.stringify({ keys: [jwk] }));
    else send(list);
    return;
  }
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    if (url === '/token') {
      send(
        JSON.stringify({
          token_type: 'Bearer',
          expires_in: 4200,
          scope: `${origin}/${graphScopes.delegations} ${origin}/${graphScopes.names}`,
          // As long as Graph's own.
          access_token: `bench.${Math.random()}.${'x'.repeat(1_800)}`,
        }),
      );
      return;
    }
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
    send(
      JSON.stringify({
        responses: requests.map(({ id, url: wanted }) => ({
          id,
          status: 200,
          body: { id: wanted.split(/[/?]/)[2], displayName: 'Somebody', mail: 'somebody@bench.example' },
        })),
      }),
    );
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
