import { findListTab } from './useFocusRescue.js';

/**
 * Remembers the focused element while a drawer is open. Call it on opening.
 * @param about id of the person in the drawer. Their row gets focus if the element is gone, or if there was none, as
 * after a deep link. The last resort is the tab of the list.
 * @returns a function to call on closing
 */
export function keepFocus(about: string | undefined): () => void {
  const { activeElement: opener } = document;
  return () => {
    const closing = focusedDrawer();
    // The open drawer traps focus until it is closed.
    setTimeout(() => {
      const focused = focusedDrawer();
      const isReplaced = focused !== null && focused !== closing;
      if (!isReplaced) (toReturn(opener) ?? toRescue(about))?.focus();
    });
  };
}

const focusedDrawer = (): Element | null => document.activeElement?.closest('[role="dialog"]') ?? null;

const toReturn = (opener: Element | null): HTMLElement | undefined =>
  opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : undefined;

function toRescue(about: string | undefined): HTMLElement | null {
  const { activeElement } = document;
  // Something else has moved focus already.
  if (activeElement !== document.body && focusedDrawer() === null) return null;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-person]')];
  return rows.find(({ dataset }) => dataset['person'] === about) ?? findListTab();
}
