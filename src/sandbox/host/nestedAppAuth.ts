import { note } from './controls.js';
import { askSandbox, tenant, user } from './tenant.js';

/** A request of msal-browser over `nestedAppAuth.execute`. */
type NestedRequest = {
  readonly messageType?: unknown;
  readonly method?: unknown;
  readonly requestId?: unknown;
  readonly tokenParams?: unknown;
};

/** Reply of the sandbox's server: the outcome, or an identity provider page that leads to one. */
type Reply = {
  readonly outcome?: Readonly<Record<string, unknown>>;
  readonly interaction?: { readonly id: string; readonly url: string };
};

/** Polling interval of an interaction in milliseconds. */
const everyMs = 300;

/**
 * Answers `nestedAppAuth.execute`: the host requests tokens for the app from the identity provider.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export async function answerNestedAppAuth(data: unknown): Promise<readonly unknown[]> {
  const request = JSON.parse(String(data)) as NestedRequest;
  if (request.messageType !== 'NestedAppAuthRequest') return await new Promise(() => undefined);
  const { requestId } = request;
  const outcome = await execute(request);
  return [null, JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...outcome })];
}

async function execute(request: NestedRequest): Promise<Reply['outcome']> {
  switch (request.method) {
    case 'GetInitContext':
      return {
        success: true,
        initContext: {
          sdkName: 'CallDelegatesSandbox',
          sdkVersion: '1.0.0',
          capabilities: { queryAccount: false },
          accountContext: {
            homeAccountId: `${user().id}.${tenant.tenantId}`,
            environment: new URL(tenant.authorityHost).host,
            tenantId: tenant.tenantId,
          },
        },
      };
    case 'GetToken':
    case 'GetTokenPopup':
      note(`The app asks for a token: ${request.method}`);
      return await getOutcome(request).catch(() => toError('NO_NETWORK', 'No network.'));
    default:
      return toError('PERSISTENT_ERROR', 'The method is not supported.');
  }
}

async function getOutcome({ method, tokenParams }: NestedRequest): Promise<Reply['outcome']> {
  const body = { user: user().id, method, tokenParams };
  const { outcome, interaction } = await askSandbox<Reply>('/nested-app-auth', body);
  if (interaction === undefined) return outcome;
  const opened = window.open(interaction.url, 'nestedAppAuth', 'width=500,height=600');
  if (opened === null) return toError('PERSISTENT_ERROR', 'The window was blocked.');
  for (;;) {
    // Poll the server instead of the window: under Cross-Origin-Opener-Policy `closed` is always true.
    const { outcome } = await askSandbox<Reply>(`/nested-app-auth?id=${interaction.id}`);
    if (outcome !== undefined) return outcome;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

const toError = (status: string, description: string) => ({ success: false, error: { status, description } });
