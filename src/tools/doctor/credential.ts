import { createPrivateKey, randomUUID } from 'node:crypto';
import { ManagedIdentityApplication } from '@azure/msal-node';
import { decodeJwt, SignJWT } from 'jose';
import type { Config, Credential } from '../../server/config.js';
import { ask, NoAnswer, type Answer } from './ask.js';
import type { Authority } from './authority.js';
import { of, type Finding } from './finding.js';

const dayMs = 24 * 60 * 60 * 1000;
/** Days before its end at which a certificate is reported. */
const certificateDays = 30;

/** How long the certificate lasts, when there is one; whether it can be used at all, the configuration has told. */
export function checkCertificate(credential: Credential, nowMs: number): readonly Finding[] {
  if (credential.kind !== 'certificate') return [];
  const { ok, note } = of('Certificate');
  const { validToMs } = credential.certificate;
  const days = Math.floor((validToMs - nowMs) / dayMs);
  return [
    days < certificateDays
      ? note(
          `It expires in ${days} days, on ${new Date(validToMs).toISOString().slice(0, 10)}.`,
          'Make a new one, upload its public part under Certificates & secrets, and set AAD_APP_CERTIFICATE_PATH.',
        )
      : ok(`Valid for ${days} more days.`),
  ];
}

/** Entra's numbers, and what each means for whoever sets this up. */
const refusals: Readonly<Record<string, readonly [seen: string, mend: string]>> = {
  AADSTS7000215: [
    'The secret is wrong.',
    'Set SECRET_AAD_APP_CLIENT_SECRET to the secret’s value, not its id; when it is lost, make a new one.',
  ],
  AADSTS7000222: [
    'The secret has expired.',
    'Make a new one under Certificates & secrets and set SECRET_AAD_APP_CLIENT_SECRET.',
  ],
  AADSTS700016: [
    'The tenant knows no such app.',
    'Check AAD_APP_CLIENT_ID, and that AAD_APP_TENANT_ID is the tenant in which it is registered.',
  ],
  AADSTS90002: ['There is no such tenant.', 'Check AAD_APP_TENANT_ID.'],
  AADSTS7000229: [
    'The app has no service principal in the tenant.',
    'Create it: az ad sp create --id <client id>.',
  ],
  AADSTS700027: [
    'Entra does not know the certificate.',
    'Upload its public part under Certificates & secrets.',
  ],
  AADSTS700213: [
    'No federated credential fits the managed identity.',
    'Add the managed identity under Certificates & secrets > Federated credentials.',
  ],
  AADSTS700211: [
    'No federated credential fits the managed identity’s issuer.',
    'Add the managed identity under Certificates & secrets > Federated credentials.',
  ],
};

/** Asks for a token as the app itself, once for Graph and once for its own API. */
export async function checkCredential(config: Config, authority: Authority): Promise<readonly Finding[]> {
  const { ok, failed, skipped } = of('Credential');
  if (config.tenantId === 'organizations') {
    return [
      skipped('With AAD_APP_TENANT_ID=organizations there is no one tenant to ask; set a GUID to check it.'),
    ];
  }
  let proof: Readonly<Record<string, string>>;
  try {
    proof = await toProof(config, authority.tokenEndpoint);
  } catch (error) {
    return [
      failed(
        `The managed identity gives no token (${error instanceof Error ? error.message.slice(0, 120) : String(error)}).`,
        'Run this where the identity is assigned (in Azure), and check AAD_APP_MANAGED_IDENTITY_CLIENT_ID.',
      ),
    ];
  }
  const probe = (scope: string): Promise<Answer> =>
    ask(authority.tokenEndpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: config.clientId,
        scope,
        ...proof,
      }),
    });
  try {
    const answer = await probe(`${config.graphEndpoint}/.default`);
    if (answer.status !== 200) return [toRefusal(answer)];
    const identifierUri = `api://${new URL(config.tabEndpoint).host}/${config.clientId}`;
    return [ok('Entra accepts it.'), checkOwnApi(identifierUri, await probe(`${identifierUri}/.default`))];
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return [
      failed(
        `${authority.tokenEndpoint} cannot be reached (${error.message}).`,
        'Let this machine reach it over the network.',
      ),
    ];
  }
}

function toRefusal({ status, text }: Answer): Finding {
  const { failed } = of('Credential');
  const code = /AADSTS\d+/.exec(text)?.[0];
  const known = code === undefined ? undefined : refusals[code];
  if (known !== undefined) return failed(`${known[0]} (${code ?? ''})`, known[1]);
  return failed(
    `Entra answered ${status} ${code ?? 'without a number'}.`,
    'Look the number up at https://login.microsoftonline.com/error, and check the three AAD_APP_… variables.',
  );
}

/** The App ID URI is known to Entra, and its tokens are of version 2.0. */
function checkOwnApi(identifierUri: string, answer: Answer): Finding {
  const { ok, failed } = of('App ID URI');
  if (answer.status !== 200) {
    return failed(
      `Entra knows no API ${identifierUri}.`,
      'Set it under Expose an API > Application ID URI; it holds the host of TAB_ENDPOINT.',
    );
  }
  let version: unknown;
  try {
    version = decodeJwt(String(answer.json?.['access_token']))['ver'];
  } catch {
    version = undefined;
  }
  return version === '2.0'
    ? ok(`${identifierUri}, with tokens of version 2.0.`)
    : failed(
        `Tokens for ${identifierUri} are of version ${typeof version === 'string' ? version : 'unknown'}.`,
        'Set requestedAccessTokenVersion to 2 in the app registration’s manifest.',
      );
}

/** @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
async function toProof({ credential, clientId }: Config, audience: string): Promise<Record<string, string>> {
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  switch (credential.kind) {
    case 'secret':
      return { client_secret: credential.secret };
    case 'certificate': {
      const { privateKey, thumbprintSha256 } = credential.certificate;
      const thumbprint = Buffer.from(thumbprintSha256, 'hex').toString('base64url');
      const assertion = await new SignJWT({})
        .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
        .setIssuer(clientId)
        .setSubject(clientId)
        .setAudience(audience)
        .setJti(randomUUID())
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('5m')
        .sign(createPrivateKey(privateKey));
      return { client_assertion_type: type, client_assertion: assertion };
    }
    case 'managedIdentity': {
      const identity = new ManagedIdentityApplication({
        managedIdentityIdParams: { userAssignedClientId: credential.clientId },
      });
      const { accessToken } = await identity.acquireToken({ resource: 'api://AzureADTokenExchange' });
      return { client_assertion_type: type, client_assertion: accessToken };
    }
  }
}
