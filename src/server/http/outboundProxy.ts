import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici';
import type { OutboundProxy } from '../config.js';

/** Never proxied, whatever NO_PROXY is. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

export type DispatcherOptions = Omit<
  EnvHttpProxyAgent.Options,
  'connect' | 'httpProxy' | 'httpsProxy' | 'noProxy'
> & { readonly connect?: { readonly timeout: number } };

/** Connections through the proxies of the environment. `HTTP_PROXY` alone serves https as well. */
export function createProxyDispatcher(
  { httpProxy, httpsProxy, noProxy }: OutboundProxy,
  options: DispatcherOptions = {},
): Dispatcher {
  const { connect, headersTimeout } = options;
  return new EnvHttpProxyAgent({
    // A ProxyAgent replaces `connect`, so both handshakes have a limit of their own.
    proxyTls: { ...connect },
    requestTls: { ...connect },
    // Also for the answer to CONNECT.
    clientFactory: (origin, more) => new Pool(origin, { ...more, ...(headersTimeout && { headersTimeout }) }),
    ...options,
    // Empty rather than undefined, which would mean the variables of this process.
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? '',
    noProxy: noProxy === '*' ? noProxy : [noProxy, ...loopback].join(','),
  });
}
