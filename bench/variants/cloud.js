import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';

/** Identity provider and Graph for the server benchmark. It answers without delay and checks nothing. */
const { PORT, BENCH_KEY = '' } = process.env;
const origin = `http://127.0.0.1:${PORT}`;
const key = {
  ...createPublicKey(BENCH_KEY).export({ format: 'jwk' }),
  kid: 'bench',
  use: 'sig',
  alg: 'RS256',
};
const list = JSON.stringify({
  value: [0, 1, 2].map((index) => ({
    '@odata.type': '#microsoft.graph.delegationSettings',
    id: `00000000-0000-4000-8000-00000000000${index}`,
    createdDateTime: '2025-01-01T00:00:00Z',
    isActive: true,
    allowedActions: {
      makeCalls: true,
      receiveCalls: true,
      manageCallAndDelegateSettings: false,
      pickUpHeldCalls: true,
      joinActiveCalls: true,
    },
  })),
});
const graphToken = () => ({
  token_type: 'Bearer',
  expires_in: 4200,
  scope: `${origin}/CallDelegation.Read ${origin}/User.ReadBasic.All`,
  // The length of Graph's own tokens.
  access_token: `bench.${Math.random()}.${'x'.repeat(1_800)}`,
});

/** @param {{ requests: { id: string, url: string }[] }} batch */
const answerBatch = ({ requests }) => ({
  responses: requests.map(({ id, url }) => ({
    id,
    status: 200,
    body: { id: url.split(/[/?]/)[2], displayName: 'Somebody', mail: 'somebody@bench.example' },
  })),
});

/** @param {string} url */
function answerGet(url) {
  if (url === '/keys') return JSON.stringify({ keys: [key] });
  if (!url.includes('openid-configuration')) return list;
  const issuer = `${origin}/${url.split('/')[1]}/v2.0`;
  return JSON.stringify({ issuer, jwks_uri: `${origin}/keys`, token_endpoint: `${origin}/token` });
}

const server = createServer((request, response) => {
  const { url = '/', method } = request;
  const send = (/** @type {string} */ body) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  if (method === 'GET') {
    send(answerGet(url));
    return;
  }
  let body = '';
  request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
  request.on('end', () =>
    send(JSON.stringify(url === '/token' ? graphToken() : answerBatch(JSON.parse(body)))),
  );
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
