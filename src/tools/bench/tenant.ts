import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { ssoScope } from '../../contract/paths.js';
import { startBuilt, type Running } from './processes.js';

export const tenantId = '72d0b3f1-0000-4000-8000-000000000001';
const clientId = '72d0b3f1-0000-4000-8000-000000000002';
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export type Tenant = {
  readonly cloud: Running;
  /** What a server needs in its environment to use it. */
  readonly env: Readonly<Record<string, string>>;
  /** An SSO token of a user. */
  readonly token: (objectId: string) => string;
};

/** An identity provider and a Graph that answer at once, and tokens that the server accepts. */
export async function startTenant(): Promise<Tenant> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const cloud = await startBuilt('tools/bench/pretendCloud.js', { BENCH_KEY: key }, '/keys');
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
    token: (objectId) => signToken(privateKey, `${cloud.origin}/${tenantId}/v2.0`, objectId),
  };
}

/** As Teams gets it from Entra; signed here rather than by a library, because there are many. */
function signToken(key: KeyObject, issuer: string, objectId: string): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${encode({
    aud: clientId,
    iss: issuer,
    iat: now,
    nbf: now,
    exp: now + 86_400,
    azp: teamsWeb,
    oid: objectId,
    scp: ssoScope,
    tid: tenantId,
    ver: '2.0',
  })}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}
