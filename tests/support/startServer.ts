import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../src/server/config.js';
import { createServer, type ServerOptions } from '../../src/server/createServer.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/startSandbox.js';

export { until } from './until.js';

export type TestServer = {
  readonly origin: string;
  readonly sandbox: Sandbox;
  /** Every line that was logged, parsed. */
  readonly log: Record<string, unknown>[];
  /** GET over real HTTP, signed in with a good token of the first demo person unless told otherwise. */
  readonly get: (
    path: string,
    init?: { token?: string; headers?: Record<string, string> },
  ) => Promise<Answer>;
  /** What is measured, in Prometheus's words. Throws without METRICS_PORT, whose number is not used here. */
  readonly metrics: () => Promise<string>;
  /** As on SIGTERM; the sandbox goes on. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly text: string;
};

type InstanceOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Where to listen. Default: any free port. */
  readonly port?: number;
} & Omit<ServerOptions, 'config' | 'pagesFolder' | 'databaseThread' | 'logStream'>;

type Options = InstanceOptions & { readonly sandbox?: Partial<SandboxOptions> };

/** Built: Node runs no TypeScript. */
export const databaseThread = fileURLToPath(
  new URL('../../dist/server/database/libsqlThread.js', `file://${__filename}`),
);

export const tabEndpoint = 'https://tab.alder-finch.example';

/** The real server in this process, on a free port, in front of a pretend tenant of its own. */
export async function startServer({ sandbox = {}, ...options }: Options = {}): Promise<TestServer> {
  const tenant = await startSandbox({ tabEndpoint, ...sandbox });
  const server = await startInstance(tenant, options);
  return {
    ...server,
    close: async () => {
      await server.close();
      await tenant.close();
    },
  };
}

/** One of perhaps several servers of one tenant, which outlives it. */
export async function startInstance(
  sandbox: Sandbox,
  { env = {}, port = 0, ...options }: InstanceOptions = {},
): Promise<TestServer> {
  const log: Record<string, unknown>[] = [];
  const config = parseConfig({ ...sandbox.env, RATE_LIMIT_PER_MINUTE: '0', ...env });
  const { app, metrics, start, stop } = await createServer({
    config,
    pagesFolder: fileURLToPath(new URL('../../dist/tab', `file://${__filename}`)),
    databaseThread,
    logStream: { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
    ...options,
  });
  await app.listen({ port, host: '127.0.0.1' });
  if (config.notices !== undefined) start();
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  return {
    origin,
    sandbox,
    log,
    get: async (path, { token, headers = {} } = {}) => {
      const authorization = `Bearer ${token ?? (await sandbox.ssoToken())}`;
      return await toAnswer(
        await fetch(`${origin}${path}`, { headers: { authorization, ...headers }, redirect: 'manual' }),
      );
    },
    metrics: async () => {
      if (metrics === undefined) throw new Error('Without METRICS_PORT nothing is measured.');
      const listening = await metrics.listen(0);
      const { port: metricsPort } = listening.address() as AddressInfo;
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      listening.closeAllConnections();
      listening.close();
      return text;
    },
    stop,
    close: () => app.close(),
  };
}

export async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    text,
  };
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = createTcpServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
