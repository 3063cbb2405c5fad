import { languages } from '../../../src/contract/languages.js';
import { readMessages } from '../../support/readMessages.js';
import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const fetchPath = async (path: string, init?: RequestInit) =>
  await toAnswer(await fetch(`${server.origin}${path}`, init));

test('API responses are not cacheable; hashed assets are immutable and compressed at build time', async () => {
  expect((await server.get('/api/delegates')).headers.get('cache-control')).toBe('no-store');
  expect((await fetchPath('/api/delegates')).headers.get('cache-control')).toBe('no-store');

  const script = /src="?(\/assets\/tab\.[0-9a-f]+\.js)/.exec((await fetchPath('/tab')).text)?.[1] ?? '';
  const answer = await fetchPath(script, { headers: { 'accept-encoding': 'br' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
  expect(answer.headers.get('content-type')).toContain('javascript');
  expect((await fetchPath('/tab')).headers.get('cache-control')).toBe('no-cache');
});

test('the page contains the configuration of the tab and no secret', async () => {
  const { text } = await fetchPath('/tab?theme=dark');
  const config = /<script type="application\/json" id="page-config">(.*?)<\/script>/.exec(text)?.[1] ?? '';

  expect(JSON.parse(config)).toEqual({
    clientId: server.sandbox.env['AAD_APP_CLIENT_ID'],
    tenantId: server.sandbox.env['AAD_APP_TENANT_ID'],
    tabEndpoint: server.sandbox.env['TAB_ENDPOINT'],
    authorityHost: server.sandbox.idp.origin,
    graphEndpoint: server.sandbox.graph.origin,
    hostOrigins: [server.sandbox.env['TEAMS_HOST_ORIGINS']],
  });
  expect(text).toMatch(/^<!doctype html><html data-theme="dark" /);
  expect(text).not.toContain(server.sandbox.env['SECRET_AAD_APP_CLIENT_SECRET']);
  expect((await fetchPath('/tab?theme="><script>')).text).not.toContain('data-theme=""');
  expect((await fetchPath('/tab?theme=default&theme=dark')).status).toBe(200);
});

test.each(languages)(
  'the loading state of the tab is in $tag if the browser prefers it',
  async ({ tag, direction }) => {
    const { headers, text } = await fetchPath('/tab', { headers: { 'accept-language': `${tag},en;q=0.5` } });
    const { loading } = readMessages(tag).first;

    expect(headers.get('content-language')).toBe(tag);
    expect(headers.get('vary')).toContain('Accept-Language');
    expect(text).toContain(`<html lang="${tag}" dir="${direction}"`);
    expect(text).toContain(`aria-label="${loading}"`);
    expect(text).not.toContain('{{');
  },
);

test('replaces a script of another build by one that reloads the page once; any other missing file is not found', async () => {
  const stale = await fetchPath('/assets/tab.000000.js');

  expect(stale.status).toBe(200);
  expect(stale.headers.get('cache-control')).toBe('no-store');
  expect(stale.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(stale.text).toContain('location.reload()');
  for (const path of ['/assets/tab.js', '/assets/tab.000000.css', '/assets/tab.000000.js.map'])
    expect((await fetchPath(path)).status).toBe(404);
});
