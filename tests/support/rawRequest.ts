import { connect } from 'node:net';

/** Sends the text unchanged over a TCP connection and returns the whole response. */
export function rawRequest(origin: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** Returns the text of a GET request with these header lines. fetch() would change the path and join headers. */
export const rawGet = (path: string, ...headers: readonly string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: tab', 'Connection: close', ...headers, '', ''].join('\r\n');
