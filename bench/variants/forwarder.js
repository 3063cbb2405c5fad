import { Agent, createServer, request as send } from 'node:http';

/** A minimal server: `node:http` makes the same two Graph calls with a fixed token and checks nothing. */
const { PORT, GRAPH_ENDPOINT: graph = '' } = process.env;
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const headers = { authorization: 'Bearer fixed', 'content-type': 'application/json' };

/** @param {string} path @param {string} [body] @returns {Promise<string>} */
const call = (path, body) =>
  new Promise((resolve, reject) => {
    const outgoing = send(
      graph + path,
      { agent, headers, method: body === undefined ? 'GET' : 'POST' },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        answer.on('end', () => resolve(text));
      },
    );
    outgoing.on('error', reject).end(body);
  });

const server = createServer((_request, response) => {
  void (async () => {
    const { value } = JSON.parse(await call('/beta/me/communications/callSettings/delegators'));
    const requests = value.map((/** @type {{ id: string }} */ { id }, /** @type {number} */ index) => ({
      id: String(index),
      method: 'GET',
      url: `/users/${id}?$select=id,displayName,jobTitle,department,mail,userPrincipalName`,
    }));
    const { responses } = JSON.parse(await call('/v1.0/$batch', JSON.stringify({ requests })));
    const body = value.map((/** @type {object} */ entry, /** @type {number} */ index) => ({
      ...entry,
      person: responses[index]?.body,
    }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value: body }));
  })();
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
