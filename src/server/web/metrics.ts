import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Labels contain only routes, statuses and the words `graph` and `entra`, never user data. */
export function createMetrics(graphEndpoint: string) {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Counter({
    name: 'call_delegates_requests_total',
    help: 'Requests answered',
    labelNames: ['route', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'call_delegates_request_seconds',
    help: 'Seconds to answer a request',
    labelNames: ['route'],
    buckets: seconds,
    registers,
  });
  const outgoingSeconds = new Histogram({
    name: 'call_delegates_outgoing_seconds',
    help: 'Seconds per attempt to reach Microsoft Graph or Microsoft Entra ID',
    labelNames: ['target', 'status'],
    buckets: seconds,
    registers,
  });
  const tokens = new Counter({
    name: 'call_delegates_token_cache_total',
    help: 'Look-ups of an exchanged token',
    labelNames: ['outcome'],
    registers,
  });

  const requestsOf = remembering((route, status) => requests.labels(route, status));
  const secondsOf = remembering((route) => requestSeconds.labels(route));
  const outgoingOf = remembering((target, status) => outgoingSeconds.labels(target, status));
  const tokensOf = remembering((outcome) => tokens.labels(outcome));

  return {
    observeRequest: (route: string, status: number, took: number): void => {
      requestsOf(route, String(status)).inc();
      secondsOf(route).observe(took);
    },
    /** `status` is `none` if there was no response. */
    observeOutgoing: (origin: string, status: string, took: number): void => {
      outgoingOf(origin === graphEndpoint ? 'graph' : 'entra', status).observe(took);
    },
    observeTokenCache: (outcome: 'hit' | 'miss'): void => tokensOf(outcome).inc(),
    /** Serves `/metrics` in Prometheus' text format, on a port that must not be public. */
    listen: (port: number): Promise<Server> =>
      new Promise((resolve, reject) => {
        const server = createServer((request, response) => {
          if (request.url !== '/metrics') {
            response.writeHead(404).end();
            return;
          }
          void register
            .metrics()
            .then((text) => response.writeHead(200, { 'content-type': register.contentType }).end(text));
        });
        server.once('error', reject);
        server.listen(port, () => resolve(server));
      }),
  };
}

/** Caches label sets: prom-client sorts and joins them on each observation. Routes and statuses are few. */
function remembering<Series>(make: (...labels: string[]) => Series): (...labels: string[]) => Series {
  const known = new Map<string, Series>();
  return (...labels) => {
    const key = labels.join(' ');
    let series = known.get(key);
    if (series === undefined) known.set(key, (series = make(...labels)));
    return series;
  };
}
