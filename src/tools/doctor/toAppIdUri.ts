import type { Config } from '../../server/config.js';

/** The resource for which Teams requests a token. */
export const toAppIdUri = ({ tabEndpoint, clientId }: Pick<Config, 'tabEndpoint' | 'clientId'>): string =>
  `api://${new URL(tabEndpoint).host}/${clientId}`;
