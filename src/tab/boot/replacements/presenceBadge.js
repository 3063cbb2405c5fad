import { createElement, forwardRef, useEffect, useState } from 'react';
import { fluentLater } from '../../components/fluentLater.js';

let Badge;
void fluentLater.then((parts) => {
  Badge = parts.PresenceBadge;
});

/**
 * Stands in for the one of `@fluentui/react-badge`, which with its icons comes after the list, as presence does: 1.7 KB.
 * It takes no room of its own in an avatar. JavaScript, since webpack puts it in the place of a file for which it has already
 * chosen the loaders.
 */
export const PresenceBadge = forwardRef((props, ref) => {
  const [isThere, setThere] = useState(Badge !== undefined);
  useEffect(() => {
    void fluentLater.then(() => {
      setThere(true);
    });
  }, []);
  return isThere ? createElement(Badge, { ...props, ref }) : null;
});
