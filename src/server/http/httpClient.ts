import type { Dispatcher } from 'undici';
import errors from 'undici/lib/core/errors.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import { systemClock, type Clock } from './clock.js';
import { receive, type Received } from './receive.js';
import { parseRetryAfter, retryDelayMs } from './retryDelay.js';
import type { Signal } from './Signal.js';

export type HttpRequest = {
  readonly url: Pick<URL, 'origin' | 'pathname' | 'search'>;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Ends the request, waits between attempts included. Its reason is thrown as it is. */
  readonly signal: Signal;
  /** The moment by which the answer is wanted, in ms since the epoch: no retry starts that could only end after it. */
  readonly deadlineMs: number;
  /** Default `main`. */
  readonly lane?: Lane;
  /** Never through a proxy: for an endpoint that only this machine can reach. */
  readonly isDirect?: boolean;
};

/** Each has connections of its own, so that what hangs in one never stands in the way of another. */
export type Lane = 'main' | 'names' | 'extras';

export type HttpAnswer = {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | undefined;
};

/** No answer at all. `timeout`: none in time. `unreachable`: refused or cut. `tooLarge`: more bytes than we take. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  readonly reason: 'timeout' | 'unreachable' | 'tooLarge';
  /** What the network said, such as `ECONNREFUSED`; else the reason. */
  readonly code: string;

  constructor(reason: NoAnswer['reason'], options?: ErrorOptions) {
    super(`No answer: ${reason}`, options);
    this.reason = reason;
    const { code } = (options?.cause ?? {}) as { code?: unknown };
    this.code = typeof code === 'string' ? code : reason;
  }
}

export type HttpClient = {
  /** Throws NoAnswer, or the signal's reason. Any status is an answer; redirects are answers too and never followed. */
  send: (request: HttpRequest) => Promise<HttpAnswer>;
  close: () => Promise<void>;
};

export type HttpClientOptions = {
  /** Milliseconds for the headers, and again between two parts of the body. Default 8000. */
  readonly attemptTimeoutMs?: number;
  /** Attempts in all. Default 3. */
  readonly attempts?: number;
  /** Bytes of an answer. Default 4 MiB. */
  readonly maxBytes?: number;
  /** Called once for each attempt. `status` is `none` when no answer came. */
  readonly observe?: (origin: string, status: string, seconds: number) => void;
  readonly clock?: Clock;
  /** Makes the connections when there is a proxy. Default: none. */
  readonly toProxied?: (
    options: Agent.Options & { readonly connect: { readonly timeout: number } },
  ) => Dispatcher;
};

/** Connections to one origin in one lane; further requests wait for one of them. */
const connections = 128;

type Dispatchers = { readonly direct: Agent; readonly proxied: Dispatcher | undefined };

const retriedStatuses = new Set([429, 502, 503, 504]);

/**
 * The only door to the network. Connections are kept and used again; after a 503 a fresh one is taken.
 * Retries 429, 502, 503, 504 and broken connections, and nothing else.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const { attemptTimeoutMs = 8_000, attempts = 3, maxBytes = 4 * 1024 * 1024, clock = systemClock } = options;
  const timeouts = { headersTimeout: attemptTimeoutMs, bodyTimeout: attemptTimeoutMs };
  const connect = { timeout: Math.min(attemptTimeoutMs, 3_000) };
  const common = { ...timeouts, connect, maxResponseSize: maxBytes };
  const toDispatchers = (more: Pick<Agent.Options, 'connections' | 'pipelining'>) => ({
    direct: new Agent({ ...common, ...more }),
    proxied: options.toProxied?.({ ...common, ...more }),
  });
  const lane = () => toDispatchers({ connections });
  const kept: Readonly<Record<Lane, Dispatchers>> = { main: lane(), names: lane(), extras: lane() };
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
    send: async (wanted) => {
      let dispatchers = kept[wanted.lane ?? 'main'];
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
    close: async () => {
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
