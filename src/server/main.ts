import { fileURLToPath } from 'node:url';
import { ConfigError, parseConfig, type Config } from './config.js';
import { createServer } from './createServer.js';

/** Time that running requests have after a stop signal. */
const stopMs = 14_000;

async function main(): Promise<void> {
  const config = readConfig();
  const { app, metrics, start, stop } = await createServer({
    config,
    pagesFolder: fileURLToPath(new URL('../tab', import.meta.url)),
    databaseThread: fileURLToPath(new URL('database/libsqlThread.js', import.meta.url)),
  });
  try {
    await app.listen({ port: config.port, host: '::' }).catch(async (error: unknown) => {
      // The host has no IPv6.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAFNOSUPPORT')) throw error;
      await app.listen({ port: config.port, host: '0.0.0.0' });
    });
    if (metrics && config.metricsPort !== undefined) (await metrics.listen(config.metricsPort)).unref();
  } catch (error) {
    fail(toListenError(error, config));
  }
  start();

  const end = (signal: string, ended: Promise<unknown>) => {
    app.log.info({ signal }, 'stopping');
    setTimeout(() => {
      fail('Requests were still running at the shutdown deadline.');
    }, stopMs).unref();
    void ended.then(() => process.exit(0));
  };
  process.once('SIGTERM', (signal) => end(signal, stop()));
  // Ctrl-C: there is no load balancer to drain.
  process.once('SIGINT', (signal) => end(signal, app.close()));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      app.log.fatal({ err: error }, event);
      process.exit(1);
    });
  }
}

function readConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError)
      fail(`The configuration is not valid:\n${error.lines.map((line) => `  ${line}`).join('\n')}`);
    throw error;
  }
}

function toListenError(error: unknown, config: Config): string {
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    const variable = port !== undefined && port === config.metricsPort ? 'METRICS_PORT' : 'PORT';
    return `Port ${String(port ?? config.port)} is in use. Stop the process that listens on it, or set ${variable} to a free port.`;
  }
  if (code === 'EACCES')
    return `Port ${String(port ?? config.port)} requires more privileges than this account has. Set PORT to a port above 1023.`;
  return String(error);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

await main();
