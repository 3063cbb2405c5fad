import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseConfig } from '../../src/server/config.js';
import { createServer, type ServerOptions } from '../../src/server/createServer.js';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/startSandbox.js';
import { createSandbox } from './createSandbox.js';
import { root } from './repository.js';

export { freePort } from '../../src/sandbox/freePort.js';
export { until } from './until.js';

export type TestServer = Awaited<ReturnType<typeof startInstance>>;

export type Answer = Awaited<ReturnType<typeof toAnswer>>;

type InstanceOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Default: any free port. */
  readonly port?: number;
} & Omit<ServerOptions, 'config' | 'pagesFolder' | 'databaseThread' | 'logStream'>;

type Options = InstanceOptions & { readonly sandbox?: Partial<SandboxOptions> };

/** The built file, because Node cannot run the TypeScript source in a thread. */
export const databaseThread = join(root, 'dist/server/database/libsqlThread.js');

export const tabEndpoint = 'https://tab.alder-finch.example';

/** Starts the real server in this process, with its own sandbox. */
export async function startServer({ sandbox = {}, ...options }: Options = {}): Promise<TestServer> {
  const tenant = await createSandbox({ tabEndpoint, ...sandbox });
  const server = await startInstance(tenant, options).catch(async (error: unknown) => {
    // An open sandbox would keep Jest from reporting the error.
    await tenant.close();
    throw error;
  });
  return {
    ...server,
    close: async () => {
      await server.close();
      await tenant.close();
    },
  };
}

/**
 * Starts a server for the tests of a file or `describe`. Before each test it clears the log, the requests and the scripts.
 * @param options may be created in the hook that starts the server
 * @param other server with the same sandbox
 */
export function useServer(options: Options | (() => Promise<Options>) = {}, other?: TestServer): TestServer {
  const server = {} as TestServer;
  beforeAll(async () => {
    const given = typeof options === 'function' ? await options() : options;
    Object.assign(server, await (other ? startInstance(other.sandbox, given) : startServer(given)));
  });
  beforeEach(() => {
    const { idp, graph } = server.sandbox;
    idp.script = undefined;
    graph.script = undefined;
    server.log.length = 0;
    graph.requests.length = 0;
    idp.tokenRequests.length = 0;
  });
  afterAll(() => server.close());
  return server;
}

/** Starts a server for an existing sandbox. Several servers may share it; closing one does not close it. */
export async function startInstance(
  sandbox: Sandbox,
  { env = {}, port = 0, ...options }: InstanceOptions = {},
) {
  /** Parsed log lines. */
  const log: Record<string, unknown>[] = [];
  const config = parseConfig({ ...sandbox.env, RATE_LIMIT_PER_MINUTE: '0', ...env });
  const { app, start, stop } = await createServer({
    config,
    pagesFolder: join(root, 'dist/tab'),
    databaseThread,
    logStream: { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
    ...options,
  });
  await app.listen({ port, host: '127.0.0.1' });
  if (config.notifications !== undefined) start();
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  return {
    origin,
    sandbox,
    log,
    /** Sends a GET request. Default token: a valid one of the first demo person. */
    get: async (
      path: string,
      { token, headers }: { token?: string; headers?: Record<string, string> } = {},
    ) => {
      const authorization = `Bearer ${token ?? (await sandbox.ssoToken())}`;
      return await toAnswer(
        await fetch(`${origin}${path}`, { headers: { authorization, ...headers }, redirect: 'manual' }),
      );
    },
    /** Stops the server as on SIGTERM. The sandbox keeps running. */
    stop,
    /** Schedules the background work, which a server with notifications has done already. */
    start,
    close: () => app.close(),
  };
}

/** Reads a response. Without JSON its body is empty. */
export async function toAnswer(response: Response) {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    text,
  };
}
