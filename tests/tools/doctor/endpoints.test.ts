import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../../src/server/config.js';
import { checkGraph, checkTab } from '../../../src/tools/doctor/endpoints.js';
import { makeCertificate } from '../../support/certificate.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { freePort } from '../../support/startServer.js';
import { aResult, startSite, type Site, type SiteAnswer } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
  removeFolders();
});

describe('the tab', () => {
  const clientId = 'a1de4f1c-0000-4000-8000-0000000000bb';
  const body = `<script id="page-config">${clientId}</script>`;
  const ancestors = [
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://*.cloud.microsoft',
  ];
  const framedBy = (...names: readonly string[]) => ({
    'content-security-policy': `default-src 'none'; frame-ancestors ${names.join(' ')}; base-uri 'none'`,
  });
  const headers = framedBy('https://*.office.com', ...ancestors);
  const check = (tabEndpoint = site.origin) => checkTab({ tabEndpoint, clientId } as Config);

  test.each([
    ['webpack’s output', body],
    ['minified output', body.replaceAll('"', '')],
  ])('notes that a loopback address works only for the sandbox: %s', async (_, text) => {
    site.setAnswers({ '/tab': { headers, body: text } });

    expect(await check()).toEqual(
      aResult(
        'Tab',
        'note',
        'Reachable on loopback, so only the sandbox on this machine can open it.',
        /TAB_ENDPOINT/,
      ),
    );
  });

  test.each<[string, SiteAnswer, message: string, fix: RegExp]>([
    ['is down', { status: 502, headers, body }, '/tab returned 502.', /npm run serve/],
    ['serves another app', { headers, body: clientId }, '/tab is not this app’s page.', /TAB_ENDPOINT/],
    [
      'serves another registration',
      { headers, body: body.replace('a1de', 'b2ef') },
      '/tab belongs to another app registration.',
      /Restart the server/,
    ],
  ])('fails if the address %s', async (_, answer, message, fix) => {
    // prettier-ignore
    site.setAnswers({ '/tab': answer });

    expect(await check()).toEqual(aResult('Tab', 'failed', `${site.origin}${message}`, fix));
  });

  test.each(ancestors)('fails if %s may not frame the tab', async (missing) => {
    site.setAnswers({ '/tab': { headers: framedBy(...ancestors.filter((name) => name !== missing)), body } });

    expect(await check()).toEqual(aResult('Tab', 'failed', `frame-ancestors lacks ${missing}.`, /proxy/));
  });

  test.each([
    ['without a policy', {}],
    ['with a policy without frame-ancestors', { 'content-security-policy': "default-src 'none'" }],
    ['with a policy that allows only its own site', framedBy("'self'")],
  ])('%s', async (_, otherHeaders) => {
    site.setAnswers({ '/tab': { headers: otherHeaders, body } });

    expect(await check()).toEqual(
      aResult('Tab', 'failed', `frame-ancestors lacks ${ancestors.join(' ')}.`, /proxy/),
    );
  });

  test('fails if a proxy adds X-Frame-Options', async () => {
    site.setAnswers({ '/tab': { headers: { ...headers, 'x-frame-options': 'SAMEORIGIN' }, body } });

    expect(await check()).toEqual(
      aResult(
        'Tab',
        'failed',
        'A proxy adds X-Frame-Options, which prevents Teams from framing the tab.',
        /Remove/,
      ),
    );
  });

  test('fails if the address is unreachable', async () => {
    const unreachable = `http://127.0.0.1:${await freePort()}`;

    expect(await check(unreachable)).toEqual(
      aResult('Tab', 'failed', `${unreachable}/tab cannot be reached (ECONNREFUSED).`, /^Start the server/),
    );
  });

  test('fails if the certificate is not trusted', async () => {
    const both = readFileSync(makeCertificate(newFolder(), 'localhost', 2).path);
    const server = createServer({ key: both, cert: both }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const result = await check(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();

    expect(result.message).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(result.fix).toMatch(/^Its TLS certificate .*Teams would reject/);
  });
});

describe('Microsoft Graph', () => {
  const check = (graphEndpoint = site.origin) => checkGraph({ graphEndpoint } as Config);

  test('passes if it answers an anonymous request with a Graph error', async () => {
    site.setAnswers({ '/v1.0/me': { status: 401, body: { error: {} } } });

    expect(await check()).toEqual(aResult('Microsoft Graph', 'ok', `${site.origin} is reachable.`));
  });

  test.each<[string, SiteAnswer]>([
    ['accepts anonymous requests', { status: 200, body: { error: {} } }],
    ['refuses without a Graph error', { status: 401, body: { message: 'No.' } }],
    ['refuses without JSON', { status: 401, body: 'No.' }],
    ['refuses with null', { status: 401, body: 'null' }],
  ])('fails if it %s', async (_, answer) => {
    site.setAnswers({ '/v1.0/me': answer });
    const { status = 0 } = answer;

    expect(await check()).toEqual(
      aResult(
        'Microsoft Graph',
        'failed',
        `${site.origin} returned ${status}, so it is not Microsoft Graph.`,
        /GRAPH_ENDPOINT/,
      ),
    );
  });

  test('fails if it is unreachable', async () => {
    const unreachable = `http://127.0.0.1:${await freePort()}`;

    expect(await check(unreachable)).toEqual(
      aResult(
        'Microsoft Graph',
        'failed',
        `${unreachable} cannot be reached (ECONNREFUSED).`,
        /GRAPH_ENDPOINT/,
      ),
    );
  });
});
