import { lazy } from 'react';
import { Deferred } from '../components/Deferred.js';
import type { SendToAdministratorProps } from './administrator/MessageDisclosure.js';

const MessageDisclosure = lazy(async () => ({
  default: (await import('./administrator/MessageDisclosure.js')).MessageDisclosure,
}));

/**
 * The one action of everything that only an administrator can do: a button, and below it, once pressed, the message with the
 * ways to send it. Stands in a row that wraps. Its code and words come after the first screen.
 */
export function SendToAdministrator(props: SendToAdministratorProps) {
  return (
    <Deferred>
      <MessageDisclosure {...props} />
    </Deferred>
  );
}
