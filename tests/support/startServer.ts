import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../src/server/config.js';
import { createServer, type ServerOptions } from '../../src/server/createServer.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/startSandbox.js';

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
  readonly close: () => Promise<void>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly text: string;
};

type Options = {
  readonly env?: Readonly<Record<string, string>>;
  readonly sandbox?: Partial<SandboxOptions>;
  /** Where to listen. Default: any free port. */
  readonly port?: number;
} & Omit<ServerOptions, 'config' | 'pagesFolder' | 'databaseThread' | 'logStream'>;

/** Built: Node runs no TypeScript. */
export const databaseThread = fileURLToPath(
  new URL('../../dist/server/database/libsqlThread.js', `file://${__filename}`),
);

export const tabEndpoint = 'https://tab.alder-finch.example';

/** The real server in this process, on a free port, in front of a pretend tenant. */
export async function startServer({
  env = {},
  sandbox: sandboxOptions = {},
  port = 0,
  ...options
}: Options = {}): Promise<TestServer> {
  const sandbox = await startSandbox({ tabEndpoint, ...sandboxOptions });
  const log: Record<string, unknown>[] = [];
  const { app } = await createServer({
    config: parseConfig({ ...sandbox.env, RATE_LIMIT_PER_MINUTE: '0', ...env }),
    pagesFolder: fileURLToPath(new URL('../../dist/tab', `file://${__filename}`)),
    databaseThread,
    logStream: { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
    ...options,
  });
  await app.listen({ port, host: '127.0.0.1' });
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
    close: async () => {
      await app.close();
      await sandbox.close();
    },
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

/** Waits until a condition holds; fails after half a minute, a ceiling for a busy machine. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > endMs) throw new Error('It did not happen within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
