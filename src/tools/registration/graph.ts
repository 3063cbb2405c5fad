import { ask, NoAnswer } from '../ask.js';
import { ToolError } from '../ToolError.js';

/** Thrown if Graph refuses a request. The first line has Graph's message. */
export class GraphRefusal extends ToolError {
  override name = 'GraphRefusal';
}

/**
 * Sends one request to Microsoft Graph v1.0. Throws GraphRefusal unless the status is expected, and ToolError if Graph does
 * not answer.
 */
export type Graph = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  request?: { readonly body?: unknown; readonly orStatus?: number },
) => Promise<{ readonly status: number; readonly json: Readonly<Record<string, unknown>> }>;

export type GraphOptions = {
  readonly endpoint: string;
  readonly token: string;
  /** Waits this number of milliseconds before a request for a new object is repeated. */
  readonly wait: (ms: number) => Promise<unknown>;
};

/** Delays in milliseconds before each retry. Graph may need some seconds until it finds a new object. */
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
      if (answer instanceof NoAnswer || answer.status !== 404 || orStatus === 404) break;
      await wait(ms);
      answer = await send();
    }
    if (answer instanceof NoAnswer)
      throw new ToolError(`Microsoft Graph cannot be reached: ${answer.reason}`);
    const { status, json = {}, text } = answer;
    if ((status >= 200 && status < 300) || status === orStatus) return { status, json };
    const { code = String(status), message = text } = (json['error'] ?? {}) as {
      code?: string;
      message?: string;
    };
    throw new GraphRefusal(
      `${method} ${path}: Microsoft Graph returned ${code}: ${message}`,
      status === 403
        ? 'Sign in (az login) as an owner of the app, or with the role Application Developer or Cloud Application Administrator.'
        : 'Fix the cause and run the command again. Completed steps are kept.',
    );
  };
}
