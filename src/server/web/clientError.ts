import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { correlationIdHeader } from '../../contract/paths.js';
import { problemContentType } from '../../contract/problem.js';
import { Problem } from '../Problem.js';
import { toCounted } from './errorHandler.js';

/** Milliseconds that a refused connection may still send before it is cut. */
const lingerMs = 1_000;

/**
 * Answers what Node's HTTP parser refuses before there is a request. The only long header that the API asks for is the
 * token, so headers over the limit (16 KiB) are answered with `invalid_token`.
 * @param count counts the refusal against the address of the connection; may throw `rate_limited`
 */
export function createClientErrorHandler(
  securityHeaders: Readonly<Record<string, string>>,
  count: (address: string) => void,
) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    // From Node 24 on the parser tells of everything that still comes in after the answer, too.
    if (socket.writableEnded) return;
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    const correlationId = randomUUID();
    const refusal =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? new Problem(
            { code: 'invalid_token' },
            'The headers are longer than 16 KiB; an SSO token has a few KiB.',
          )
        : new Problem({ code: 'invalid_request' }, 'This is not a valid HTTP request.');
    const problem = toCounted(refusal, () => {
      count(socket.remoteAddress ?? '');
    });
    const { reason } = problem;
    const body = JSON.stringify(problem.toDetails(correlationId));
    const headers = {
      ...securityHeaders,
      'content-type': problemContentType,
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      connection: 'close',
      [correlationIdHeader]: correlationId,
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer error="invalid_token"' }),
      ...('retryAfter' in reason && { 'retry-after': String(reason.retryAfter) }),
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
    );
    // Reading on for a moment keeps the answer from being lost to a reset while the caller still sends.
    socket.resume();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
