const timeoutMs = 10_000;

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON body, or undefined. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
};

/** Thrown if no answer arrives. The message is the network error. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** Sends one request without retries and without following redirects. Throws NoAnswer. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: parse(text) };
  } catch (error) {
    const { cause = error } = error as { cause?: unknown };
    const { code, message } = cause as { code?: string; message?: string };
    throw new NoAnswer(code ?? message ?? String(cause));
  }
}

function parse(text: string): Answer['json'] {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
