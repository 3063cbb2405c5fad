import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { root, startPatient, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient();
});
afterAll(() => at.close());

describe('sees what a proxy does to the tab:', () => {
  test.each([
    ['X-Frame-Options', { 'x-frame-options': 'DENY' }, /X-Frame-Options/],
    ['another frame-ancestors', { 'content-security-policy': "frame-ancestors 'self'" }, /lacks https:/],
    ['another status', undefined, /answered 502/],
  ])('%s', async (_, headers, seen) => {
    const page = readFileSync(join(root, 'dist/tab/tab.en.html'), 'utf8');
    const proxy = createHttpServer((_request, response) => {
      response.writeHead(headers === undefined ? 502 : 200, headers);
      response.end(`${page}<script id="page-config">${at.server.sandbox.env['AAD_APP_CLIENT_ID'] ?? ''}`);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as { port: number };
    const found = await at.findings({ TAB_ENDPOINT: `http://127.0.0.1:${port}` });
    await new Promise((resolve) => proxy.close(resolve));

    expect(found.get('Tab')?.seen).toMatch(seen);
  });
});
