import type { ServerResponse } from 'node:http';
import type { Graph } from './graph.js';
import { failure } from './graph/GraphAnswer.js';
import { refusal } from './onBehalfOfGrant.js';
import type { IdentityProvider } from './identityProvider.js';

const graphFaults = [
  failure(429, 'TooManyRequests', 'Busy.', { 'retry-after': '1' }),
  failure(429, 'TooManyRequests', 'Busy.'),
  failure(500, 'InternalServerError', 'Oops.'),
  failure(502, 'BadGateway', 'Oops.'),
  failure(503, 'ServiceUnavailable', 'Down.'),
  failure(504, 'GatewayTimeout', 'Slow.'),
  failure(401, 'InvalidAuthenticationToken', 'No.'),
  failure(403, 'Forbidden', 'No.'),
  { status: 200, body: '<html>A proxy</html>', headers: { 'content-type': 'text/html' } },
  { status: 200, body: '{"value":[{"id":' },
  { status: 200, body: { value: 7 } },
] as const;

const entraFaults = [
  refusal('temporarily_unavailable', 90033, 'Transient.', {}, 503),
  refusal('invalid_grant', 65001, 'No consent.'),
  refusal('interaction_required', 50076, 'MFA.', { claims: '{"access_token":{}}' }),
] as const;

const pick = <Fault>(faults: readonly Fault[]): Fault | undefined =>
  faults[Math.floor(Math.random() * faults.length)];

/**
 * Makes a share of all answers fail in every known way. The soak test uses it.
 * @param rate 0 to 1
 */
export function injectFaults(graph: Graph, idp: IdentityProvider, rate: number): void {
  graph.script = (_request, response) => {
    if (Math.random() >= rate) return undefined;
    const isBroken = response !== undefined && Math.random() < 0.2;
    if (!isBroken) return pick(graphFaults);
    breakOff(response);
    return 'handled';
  };
  idp.script = () => (Math.random() < rate ? pick(entraFaults) : undefined);
}

/** Closes the connection before or within the body, in some cases after a period of silence. */
function breakOff(response: ServerResponse): void {
  const kind = Math.random();
  if (kind > 0.3) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"value":[');
  }
  setTimeout(() => response.socket?.resetAndDestroy(), kind > 0.9 ? 3_000 : 5);
}
