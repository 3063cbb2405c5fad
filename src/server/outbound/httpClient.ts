import { Agent, errors, type Dispatcher } from 'undici';
import { systemClock, type Clock } from '../time/clock.js';
import type { Signal } from '../time/Deadline.js';
import { parseRetryAfter, retryDelayMs } from './retryDelay.js';

export type HttpRequest = {
  readonly url: Pick<URL, 'origin' | 'pathname' | 'search'>;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Aborts the request and the waits between attempts. Its reason is thrown unchanged. */
  readonly signal: Signal;
  /** Ms since the epoch. No retry starts after this time. */
  readonly deadlineMs: number;
  readonly pool?: PoolName;
  /** Bypasses the proxy, for endpoints that only this host can reach. */
  readonly isDirect?: boolean;
};

/** Each pool has its own connections, so that a hanging upstream in one pool does not block another. */
export type PoolName = 'main' | 'names' | 'extras';

export type HttpAnswer = {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | undefined;
};

/** Returns undefined for text that is not JSON. V8's error is dropped, because it quotes the text, which may contain names. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** No response. `timeout`: none in time. `unreachable`: refused or closed. `tooLarge`: exceeds `maxBytes`. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  readonly reason: 'timeout' | 'unreachable' | 'tooLarge';
  /** Network error code such as `ECONNREFUSED`, otherwise the reason. */
  readonly code: string;

  constructor(reason: NoAnswer['reason'], options?: ErrorOptions) {
    super(`No response: ${reason}`, options);
    this.reason = reason;
    const { code } = (options?.cause ?? {}) as { code?: unknown };
    this.code = typeof code === 'string' ? code : reason;
  }
}

export type HttpClient = ReturnType<typeof createHttpClient>;

export type HttpClientOptions = {
  /** Milliseconds for the headers, and between two parts of the body. Default 8000. */
  readonly attemptTimeoutMs?: number;
  readonly attempts?: number;
  readonly maxBytes?: number;
  /** Called once per attempt. `status` is `none` if there is no response. */
  readonly observe?: (origin: string, status: string, seconds: number) => void;
  readonly clock?: Clock;
  /** Creates the dispatcher for proxied requests. Default: no proxy. */
  readonly toProxied?: (
    options: Agent.Options & { readonly connect: { readonly timeout: number } },
  ) => Dispatcher;
};

/** Maximum connections per origin and pool. Further requests wait. */
const connections = 128;

type Dispatchers = { readonly direct: Agent; readonly proxied: Dispatcher | undefined };

const retriedStatuses = new Set([429, 502, 503, 504]);

/**
 * Sends all outbound HTTP requests. Reuses connections, but opens a new one after a 503.
 * Retries only 429, 502, 503, 504 and broken connections.
 */
export function createHttpClient(options: HttpClientOptions = {}) {
  const { attemptTimeoutMs = 8_000, attempts = 3, maxBytes = 4 * 1024 * 1024, clock = systemClock } = options;
  const common = {
    headersTimeout: attemptTimeoutMs,
    bodyTimeout: attemptTimeoutMs,
    connect: { timeout: Math.min(attemptTimeoutMs, 3_000) },
    maxResponseSize: maxBytes,
  };
  const toDispatchers = (more: Pick<Agent.Options, 'connections' | 'pipelining'>) => ({
    direct: new Agent({ ...common, ...more }),
    proxied: options.toProxied?.({ ...common, ...more }),
  });
  const pool = () => toDispatchers({ connections });
  const kept: Readonly<Record<PoolName, Dispatchers>> = { main: pool(), names: pool(), extras: pool() };
  const fresh = toDispatchers({ pipelining: 0 });

  async function attempt(
    wanted: HttpRequest,
    { direct, proxied = direct }: Dispatchers,
  ): Promise<HttpAnswer> {
    const startedMs = performance.now();
    const { origin, pathname, search } = wanted.url;
    let status = 'none';
    try {
      const received = await receive(
        wanted.isDirect === true ? direct : proxied,
        {
          origin,
          path: pathname + search,
          method: wanted.method ?? 'GET',
          headers: wanted.headers ?? {},
          body: wanted.body ?? null,
        },
        wanted.signal,
      );
      status = String(received.status);
      return toAnswer(received, clock.nowMs());
    } catch (error) {
      wanted.signal.throwIfAborted();
      throw toNoAnswer(error);
    } finally {
      options.observe?.(origin, status, (performance.now() - startedMs) / 1000);
    }
  }

  return {
    /** Throws NoAnswer or the signal's reason. Resolves for any status. Never follows redirects. */
    send: async (wanted: HttpRequest): Promise<HttpAnswer> => {
      let dispatchers = kept[wanted.pool ?? 'main'];
      for (let count = 1; ; count += 1) {
        const result = await attempt(wanted, dispatchers).catch((error: unknown) => {
          if (error instanceof NoAnswer && error.reason === 'unreachable') return error;
          throw error;
        });
        const isFailure = result instanceof NoAnswer;
        const isFinal = !isFailure && !retriedStatuses.has(result.status);
        const waitMs = retryDelayMs(count, isFailure ? undefined : result.retryAfter, Math.random());
        if (isFinal || count >= attempts || clock.nowMs() + waitMs >= wanted.deadlineMs) {
          if (isFailure) throw result;
          return result;
        }
        if (!isFailure && result.status === 503) dispatchers = fresh;
        await clock.sleep(waitMs, wanted.signal);
      }
    },
    close: async (): Promise<void> => {
      const all = [...Object.values(kept), fresh].flatMap(({ direct, proxied }) =>
        [direct, proxied ?? []].flat(),
      );
      await Promise.all(all.map((dispatcher) => dispatcher.destroy()));
    },
  };
}

function toAnswer({ status, headers, text }: Received, nowMs: number): HttpAnswer {
  const header = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return { status, header, text, retryAfter: parseRetryAfter(header('retry-after'), nowMs) };
}

function toNoAnswer(cause: unknown): NoAnswer {
  if (
    cause instanceof errors.HeadersTimeoutError ||
    cause instanceof errors.BodyTimeoutError ||
    cause instanceof errors.ConnectTimeoutError
  ) {
    return new NoAnswer('timeout', { cause });
  }
  if (cause instanceof errors.ResponseExceededMaxSizeError) return new NoAnswer('tooLarge', { cause });
  return new NoAnswer('unreachable', { cause });
}

type Received = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

/**
 * Sends one request and reads the whole response. Like undici's `request`, but without its stream, which adds about a tenth
 * to the CPU time of a request (docs/decisions/006). Throws undici's errors, or the signal's reason as soon as it aborts.
 */
export const receive = (
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  signal: Signal,
): Promise<Received> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    let controller: Dispatcher.DispatchController | undefined;
    let status = 0;
    let headers: Received['headers'] = {};
    let chunks: Buffer[] = [];
    const abort = () => {
      const reason = signal.reason as Error;
      reject(reason);
      controller?.abort(reason);
    };
    signal.addEventListener('abort', abort);

    dispatcher.dispatch(options, {
      onRequestStart: (started) => {
        controller = started;
        chunks = [];
        // The signal may have aborted while the request waited for a connection.
        if (signal.aborted) started.abort(signal.reason as Error);
      },
      onResponseStart: (_controller, statusCode, received) => {
        status = statusCode;
        headers = received;
      },
      onResponseData: (_controller, chunk) => {
        chunks.push(chunk);
      },
      onResponseEnd: () => {
        signal.removeEventListener('abort', abort);
        resolve({ status, headers, text: toText(chunks) });
      },
      onResponseError: (_controller, error) => {
        signal.removeEventListener('abort', abort);
        reject(error);
      },
    });
  });

const byteOrderMark = '\uFEFF';

/** Decodes as UTF-8 regardless of the charset header, because JSON is always UTF-8. */
function toText(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  const text = (chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks)).toString('utf8');
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}
