/** Finds the tab of the visible list, which gets focus when no other element can. */
export const findListTab = (): HTMLElement | null =>
  document.querySelector('[role="tab"][aria-selected="true"]');
