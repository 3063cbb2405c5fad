const timeoutMs = 10_000;

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON body, or undefined. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
};

/** Returned if no answer arrives. */
export class NoAnswer extends Error {
  /** The network error, such as `ECONNREFUSED`. */
  readonly reason: string;

  constructor(error: unknown) {
    super();
    const { cause = error } = error as { cause?: unknown };
    this.reason = toReason(cause);
  }
}

/** Returns the code of an error, or its message. Ignores the numeric code of a `DOMException`. */
export function toReason(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: string };
  return typeof code === 'string' ? code : (message ?? String(error));
}

/** Sends one request without retries and without following redirects. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer | NoAnswer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: parse(text) };
  } catch (error) {
    return new NoAnswer(error);
  }
}

/** Sends one request with a token. The body is sent as JSON. */
export const askAs = (
  token: string,
  url: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Answer | NoAnswer> =>
  ask(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

function parse(text: string): Answer['json'] {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
