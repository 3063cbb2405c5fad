import {
  renderBadge_unstable as renderBadge,
  usePresenceBadge_unstable as usePresenceBadge,
  usePresenceBadgeStyles_unstable as usePresenceBadgeStyles,
  type PresenceBadgeProps,
} from '@fluentui/react-components';
import { applyFocusVisiblePolyfill } from '@fluentui/react-tabster';
import { createKeyborg, disposeKeyborg } from 'keyborg';
import { forwardRef, type Ref } from 'react';

let isFirst = true;

/** Fluent's own, which has seen none of the keys that led to what has the focus when it comes: the browser has. */
export function applyFocusVisible(scope: HTMLElement, window: Window): () => void {
  const keyborg = createKeyborg(window);
  if (isFirst && scope.querySelector(':focus-visible') !== null) keyborg.setVal(true);
  isFirst = false;
  const undo = applyFocusVisiblePolyfill(scope, window);
  disposeKeyborg(keyborg);
  return undo;
}

/** Fluent's own, in whose place a stand-in is. */
export const PresenceBadge = forwardRef((props: PresenceBadgeProps, ref: Ref<HTMLElement>) => {
  const state = usePresenceBadge(props, ref);
  usePresenceBadgeStyles(state);
  return renderBadge(state);
});
PresenceBadge.displayName = 'PresenceBadge';
