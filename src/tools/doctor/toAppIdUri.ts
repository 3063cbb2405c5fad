import type { Config } from '../../server/config.js';

/** What Teams asks Entra for a token of. */
export const toAppIdUri = ({ tabEndpoint, clientId }: Pick<Config, 'tabEndpoint' | 'clientId'>): string =>
  `api://${new URL(tabEndpoint).host}/${clientId}`;
