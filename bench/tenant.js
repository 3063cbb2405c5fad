import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { start } from './support.js';

const tenantId = '72d0b3f1-0000-4000-8000-000000000001';
const clientId = '72d0b3f1-0000-4000-8000-000000000002';
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/**
 * Starts an identity provider and a Graph that answer without delay, and issues SSO tokens that the server
 * accepts.
 */
export async function startTenant() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const cloud = await start('bench/variants/cloud.js', { BENCH_KEY: key }, '/keys');
  const encode = (/** @type {object} */ part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return {
    cloud,
    env: {
      AAD_APP_CLIENT_ID: clientId,
      AAD_APP_TENANT_ID: tenantId,
      SECRET_AAD_APP_CLIENT_SECRET: 'bench',
      AAD_APP_OAUTH_AUTHORITY_HOST: cloud.origin,
      GRAPH_ENDPOINT: cloud.origin,
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
    },
    /** Issues a token of a new user. */
    token: () => {
      const now = Math.floor(Date.now() / 1000);
      const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${encode({
        aud: clientId,
        iss: `${cloud.origin}/${tenantId}/v2.0`,
        iat: now,
        nbf: now,
        exp: now + 86_400,
        azp: teamsWeb,
        oid: randomUUID(),
        scp: 'access_as_user',
        tid: tenantId,
        ver: '2.0',
      })}`;
      return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
    },
  };
}
