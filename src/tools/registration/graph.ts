import { ask } from '../doctor/ask.js';
import { RegistrationError } from './RegistrationError.js';

/** One request to Microsoft Graph v1.0. Throws RegistrationError with what Graph says, unless the status is among those expected. */
export type Graph = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  request?: { readonly body?: unknown; readonly orStatus?: number },
) => Promise<{ readonly status: number; readonly json: Readonly<Record<string, unknown>> }>;

export type GraphOptions = {
  readonly endpoint: string;
  readonly token: string;
  /** Waits the milliseconds before what Graph does not know yet is tried again. */
  readonly wait: (ms: number) => Promise<unknown>;
};

/** Graph may need some seconds until it finds what it has just made: milliseconds before each further attempt. */
const waits = [1_000, 2_000, 4_000, 8_000];

export function createGraph({ endpoint, token, wait }: GraphOptions): Graph {
  return async (method, path, { body, orStatus } = {}) => {
    const send = () =>
      ask(`${endpoint}/v1.0${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let answer = await send();
    for (const ms of waits) {
      if (answer.status !== 404 || orStatus === 404) break;
      await wait(ms);
      answer = await send();
    }
    const { status, json = {}, text } = answer;
    if ((status >= 200 && status < 300) || status === orStatus) return { status, json };
    const { code = String(status), message = text } = (json['error'] ?? {}) as {
      code?: string;
      message?: string;
    };
    throw new RegistrationError(
      `${method} ${path}: Microsoft Graph says ${code}: ${message}`,
      status === 403
        ? 'Sign in (az login) as an owner of the app, or with the role Application Developer or Cloud Application Administrator.'
        : 'Mend what it says, and run this again; what is done already stays.',
    );
  };
}
