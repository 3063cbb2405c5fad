import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici';
import type { OutboundProxy } from '../config.js';

/** Never proxied, regardless of NO_PROXY. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

export type DispatcherOptions = Omit<
  EnvHttpProxyAgent.Options,
  'connect' | 'httpProxy' | 'httpsProxy' | 'noProxy'
> & { readonly connect?: { readonly timeout: number } };

/** Creates a dispatcher for the proxies of the environment. `HTTP_PROXY` alone also applies to https. */
export function createProxyDispatcher(
  { httpProxy, httpsProxy, noProxy }: OutboundProxy,
  options: DispatcherOptions = {},
): Dispatcher {
  const { connect, headersTimeout } = options;
  return new EnvHttpProxyAgent({
    // ProxyAgent overrides `connect`, so set the timeout for both handshakes.
    proxyTls: { ...connect },
    requestTls: { ...connect },
    // Apply the headers timeout to the CONNECT response as well.
    clientFactory: (origin, more) => new Pool(origin, { ...more, ...(headersTimeout && { headersTimeout }) }),
    ...options,
    // Undefined would make undici read this process's environment variables.
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? '',
    noProxy: noProxy === '*' ? noProxy : [noProxy, ...loopback].join(','),
  });
}
