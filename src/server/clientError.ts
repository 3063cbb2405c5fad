import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { problemContentType } from '../contract/problem.js';
import { Problem } from './Problem.js';

/** Milliseconds that a refused connection may still send before it is cut. */
const lingerMs = 1_000;

/**
 * Answers what Node's HTTP parser refuses before there is a request. The only long header that we ever ask for is the
 * token, so headers over the limit (16 KiB) are told as `invalid_token`.
 */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem(
          { code: 'invalid_token' },
          'The headers are longer than 16 KiB; an SSO token has a few KiB.',
        )
      : new Problem({ code: 'invalid_request' }, 'This is not a valid HTTP request.');
  const body = JSON.stringify(problem.toDetails(randomUUID()));
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.status === 401 ? 'Unauthorized' : 'Bad Request'}`,
    `Content-Type: ${problemContentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    ...(problem.status === 401 ? ['WWW-Authenticate: Bearer error="invalid_token"'] : []),
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Reading on for a moment keeps the answer from being lost to a reset while the caller still sends.
  socket.resume();
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
