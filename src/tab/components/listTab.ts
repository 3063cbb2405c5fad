/** The tab of the list that is shown: where the focus goes when it has no other place. */
export const findListTab = (): HTMLElement | null =>
  document.querySelector('[role="tab"][aria-selected="true"]');
