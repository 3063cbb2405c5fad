import { setTimeout } from 'node:timers/promises';
import { askAs, NoAnswer } from '../ask.js';
import { ToolError } from '../ToolError.js';

/** Thrown if Graph refuses a request. The first line has Graph's message. */
export class GraphRefusal extends ToolError {
  override name = 'GraphRefusal';
}

/** Delays in milliseconds before each retry. Graph may need some seconds until it finds a new object. */
const waits = [1_000, 2_000, 4_000, 8_000];

type Method = 'GET' | 'POST' | 'PATCH';

/** @param wait waits before a request for a new object is repeated */
export const createGraph =
  (endpoint: string, token: string, wait: (ms: number) => Promise<unknown> = setTimeout) =>
  /**
   * Sends one request to Microsoft Graph v1.0. Throws GraphRefusal unless it succeeds or has the status
   * `orStatus`, and ToolError if Graph does not answer.
   */
  async (method: Method, path: string, { body, orStatus }: { body?: unknown; orStatus?: number } = {}) => {
    const send = () => askAs(token, `${endpoint}/v1.0${path}`, body, method);
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

export type Graph = ReturnType<typeof createGraph>;
