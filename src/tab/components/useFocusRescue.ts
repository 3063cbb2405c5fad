import { useId, useLayoutEffect } from 'react';
import { findListTab } from './listTab.js';

/**
 * When what bears the id goes away with the focus on it, the tab of the list has it next, unless something else takes it.
 * @returns the id to bear
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
