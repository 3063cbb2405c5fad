import { Agent, createServer, request as ask } from 'node:http';

/**
 * The least that could stand in the server's place: a bare `node:http` process that makes the same two calls to Graph for a
 * list, one after the other, with a fixed token, and hands the list on. No sign-in, no exchange, no check of anything.
 */
const { PORT = '0', BENCH_GRAPH = '' } = process.env;
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const headers = { authorization: 'Bearer fixed', 'content-type': 'application/json' };

const call = (path: string, body?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const outgoing = ask(
      `${BENCH_GRAPH}${path}`,
      { agent, headers, method: body === undefined ? 'GET' : 'POST' },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          resolve(text);
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const server = createServer((_request, response) => {
  void (async () => {
    const { value } = JSON.parse(await call('/beta/me/communications/callSettings/delegators')) as {
      value: { id: string }[];
    };
    const requests = value.map(({ id }, index) => ({
      id: String(index),
      method: 'GET',
      url: `/users/${id}?$select=id,displayName,jobTitle,department,mail,userPrincipalName`,
    }));
    const { responses } = JSON.parse(await call('/v1.0/$batch', JSON.stringify({ requests }))) as {
      responses: { body: unknown }[];
    };
    const body = value.map((entry, index) => ({ ...entry, person: responses[index]?.body }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value: body }));
  })();
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
