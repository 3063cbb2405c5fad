import { ConfidentialClientApplication } from '@azure/msal-node';
import express from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { readList } from './readList.js';

/** The usual first implementation: Express, msal-node with its default cache, and the two Graph calls. */
const {
  PORT,
  AAD_APP_CLIENT_ID: clientId = '',
  AAD_APP_TENANT_ID: tenantId = '',
  AAD_APP_OAUTH_AUTHORITY_HOST: authorityHost = '',
  GRAPH_ENDPOINT: graph = '',
  SECRET_AAD_APP_CLIENT_SECRET: clientSecret = '',
} = process.env;
const issuer = `${authorityHost}/${tenantId}/v2.0`;
const keys = createRemoteJWKSet(new URL(`${authorityHost}/keys`));

// msal-node accepts only an https authority, but its endpoints may use http.
const client = new ConfidentialClientApplication({
  auth: {
    clientId,
    clientSecret,
    authority: `https://${new URL(authorityHost).host}/${tenantId}`,
    knownAuthorities: [new URL(authorityHost).host],
    authorityMetadata: JSON.stringify({
      issuer,
      token_endpoint: `${authorityHost}/token`,
      authorization_endpoint: `${authorityHost}/authorize`,
      jwks_uri: `${authorityHost}/keys`,
    }),
  },
  system: {
    networkClient: {
      sendGetRequestAsync: () => Promise.reject(new Error('not used')),
      sendPostRequestAsync: async (_url, options) => {
        const { headers = {}, body = '' } = options ?? {};
        const answer = await fetch(`${authorityHost}/token`, { method: 'POST', headers, body });
        return { status: answer.status, headers: {}, body: /** @type {any} */ (await answer.json()) };
      },
    },
  },
});

const app = express();
app.get('/', (_request, response) => {
  response.sendStatus(200);
});
app.get('/api/delegators', async (request, response) => {
  const token = (request.get('authorization') ?? '').slice('Bearer '.length);
  await jwtVerify(token, keys, { issuer, audience: clientId });
  const result = await client.acquireTokenOnBehalfOf({
    oboAssertion: token,
    scopes: ['https://graph.microsoft.com/.default'],
  });
  response.json(await readList(graph, result?.accessToken ?? ''));
});
app.listen(Number(PORT), '127.0.0.1').keepAliveTimeout = 60_000;
process.once('SIGTERM', () => process.exit(0));
