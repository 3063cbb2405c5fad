import { z } from 'zod';
import { Problem } from '../Problem.js';
import { NoAnswer, type HttpClient } from '../http/httpClient.js';

/** What a tenant publishes about itself. @see OpenID Connect Discovery 1.0, section 3 */
export type OpenidConfiguration = {
  /** With `organizations` it holds the template `{tenantid}`. */
  readonly issuer: string;
  readonly jwksUri: string;
  readonly tokenEndpoint: string;
  readonly authorizationEndpoint: string | undefined;
};

const document = z.object({
  issuer: z.string().min(1),
  jwks_uri: z.url(),
  token_endpoint: z.url(),
  authorization_endpoint: z.url().optional(),
});

export type OpenidConfigurations = {
  /** The tenant's published configuration. Throws Problem `entra_unavailable`. */
  get: (tenantId: string) => Promise<OpenidConfiguration>;
  /** Fetches it again; what is known stays when that fails. Throws Problem `entra_unavailable`. */
  refresh: (tenantId: string) => Promise<OpenidConfiguration>;
};

/** Milliseconds that fetching a configuration may take, retries included. */
const deadlineMs = 8_000;
/** With `organizations`, tenants whose configuration is kept; the oldest goes first. */
const keptTenants = 1_000;

export function createOpenidConfigurations(http: HttpClient, authorityHost: string): OpenidConfigurations {
  const known = new Map<string, OpenidConfiguration>();
  const underWay = new Map<string, Promise<OpenidConfiguration>>();

  async function fetchConfiguration(tenantId: string): Promise<OpenidConfiguration> {
    const url = new URL(`${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`);
    const answer = await http
      .send({ url, signal: AbortSignal.timeout(deadlineMs), deadlineMs: Date.now() + deadlineMs })
      .catch((cause: unknown) => {
        throw unavailable(cause);
      });
    if (answer.status !== 200) throw unavailable(`status ${answer.status}`);
    const configuration = parseDocument(answer.text);
    requireSecure(configuration, authorityHost);
    if (!known.has(tenantId) && known.size >= keptTenants) known.delete([...known.keys()][0] ?? '');
    known.set(tenantId, configuration);
    return configuration;
  }

  const refresh = (tenantId: string) => {
    const running = underWay.get(tenantId);
    if (running !== undefined) return running;
    const started = fetchConfiguration(tenantId).finally(() => underWay.delete(tenantId));
    underWay.set(tenantId, started);
    return started;
  };

  return {
    get: async (tenantId) => known.get(tenantId) ?? (await refresh(tenantId)),
    refresh,
  };
}

function parseDocument(text: string): OpenidConfiguration {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unavailable(cause);
  }
  const parsed = document.safeParse(json);
  if (!parsed.success) throw unavailable(parsed.error);
  return {
    issuer: parsed.data.issuer,
    jwksUri: parsed.data.jwks_uri,
    tokenEndpoint: parsed.data.token_endpoint,
    authorizationEndpoint: parsed.data.authorization_endpoint,
  };
}

/** An https authority must not lead to endpoints without it: our credential would travel in the clear. */
function requireSecure({ jwksUri, tokenEndpoint }: OpenidConfiguration, authorityHost: string): void {
  if (!authorityHost.startsWith('https:')) return;
  for (const url of [jwksUri, tokenEndpoint]) {
    if (!url.startsWith('https:')) throw unavailable(`not https: ${new URL(url).origin}`);
  }
}

export const unavailable = (cause: unknown): Problem =>
  new Problem(
    { code: 'entra_unavailable' },
    'Microsoft Entra ID cannot be reached right now. Try again in a minute.',
    {
      cause: cause instanceof NoAnswer ? (cause.cause ?? cause) : cause,
    },
  );
