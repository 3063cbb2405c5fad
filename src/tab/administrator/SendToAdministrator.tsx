import { deferred } from '../components/deferred.js';

/**
 * The action for everything that only an administrator can do. Its button opens the message and the ways to send it.
 * Place it in a wrapping row. Code and messages load after the first screen.
 */
export const SendToAdministrator = deferred(
  async () => (await import('./MessageDisclosure.js')).MessageDisclosure,
);
