import { useId, useLayoutEffect } from 'react';

/**
 * Moves focus to the tab of the list when the focused element with this id disappears, unless something else takes
 * focus.
 * @returns the id for the element
 */
export function useFocusRescue(): string {
  const id = useId();
  useLayoutEffect(() => {
    const element = document.getElementById(id);
    return () => {
      if (element === null || element !== document.activeElement) return;
      setTimeout(() => {
        if (document.activeElement === document.body) findListTab()?.focus();
      });
    };
  }, [id]);
  return id;
}

/** Finds the tab of the visible list, which gets focus when no other element can. */
export const findListTab = (): HTMLElement | null =>
  document.querySelector('[role="tab"][aria-selected="true"]');
