import { useFluent_unstable as useFluent } from '@fluentui/react-shared-contexts';
import { useEffect, useRef } from 'react';
import { fluentLater } from '../../components/fluentLater.js';

/**
 * Stands in for the hook of `@fluentui/react-tabster` of that name, whose polyfill listens to each key, and comes after the
 * list: 1.4 KB. JavaScript, since webpack puts it in the place of a file for which it has already chosen the loaders.
 */
export function useFocusVisible(options = {}) {
  const context = useFluent();
  const targetDocument = options.targetDocument ?? context.targetDocument;
  const scope = useRef(null);
  useEffect(() => {
    const [element, view] = [scope.current, targetDocument?.defaultView];
    if (element === null || view == null) return undefined;
    let undo;
    let isGone = false;
    void fluentLater.then(({ applyFocusVisible }) => {
      if (!isGone) undo = applyFocusVisible(element, view);
    });
    return () => {
      isGone = true;
      undo?.();
    };
  }, [targetDocument]);
  return scope;
}
