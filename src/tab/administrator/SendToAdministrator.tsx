import { lazy } from 'react';
import { Deferred } from '../components/Deferred.js';
import type { SendToAdministratorProps } from './MessageDisclosure.js';

const MessageDisclosure = lazy(async () => ({
  default: (await import('./MessageDisclosure.js')).MessageDisclosure,
}));

/**
 * The action for everything that only an administrator can do. Its button opens the message and the ways to send it.
 * Place it in a wrapping row. Code and messages load after the first screen.
 */
export function SendToAdministrator(props: SendToAdministratorProps) {
  return (
    <Deferred>
      <MessageDisclosure {...props} />
    </Deferred>
  );
}
