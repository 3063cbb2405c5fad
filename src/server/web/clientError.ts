import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { correlationIdHeader } from '../../contract/paths.js';
import { problemContentType } from '../../contract/problem.js';
import { Problem } from '../Problem.js';
import { toCounted } from './errorHandler.js';

/** Time between the response and the end of a refused connection. */
const lingerMs = 1_000;

/**
 * Answers requests that Node's HTTP parser rejects. Headers over the limit of 16 KiB are answered with `invalid_token`,
 * because the SSO token is the only long header that the API expects.
 * @param count counts the refusal against the address of the connection. May throw Problem `rate_limited`.
 */
export function createClientErrorHandler(
  securityHeaders: Readonly<Record<string, string>>,
  count: (address: string) => void,
) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    // Since Node 24 the parser also reports data that arrives after the response.
    if (socket.writableEnded) return;
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    const correlationId = randomUUID();
    const refusal =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? new Problem({ code: 'invalid_token' }, 'The headers exceed 16 KiB. An SSO token has a few KiB.')
        : new Problem({ code: 'invalid_request' }, 'This is not a valid HTTP request.');
    const problem = toCounted(refusal, () => count(socket.remoteAddress ?? ''));
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
    // Closing at once could reset the connection while the client still sends, and the response would be lost.
    socket.resume();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
