import { findListTab } from './listTab.js';

let openDrawers = 0;

/**
 * Keeps in mind what has the focus while a drawer is open; to be called when it opens.
 * @param about id of whom the drawer is about: their row has the focus next where what had it is gone, as within another
 * drawer, or was nothing, as after a link; else the tab of the list
 * @returns to be called when it closes
 */
export function keepFocus(about: string | undefined): () => void {
  const { activeElement: opener } = document;
  openDrawers += 1;
  return () => {
    openDrawers -= 1;
    // The drawer holds the focus until it is told to close.
    setTimeout(() => {
      if (openDrawers === 0) (toReturn(opener) ?? toRescue(about))?.focus();
    });
  };
}

const toReturn = (opener: Element | null): HTMLElement | undefined =>
  opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : undefined;

function toRescue(about: string | undefined): HTMLElement | null {
  const { activeElement } = document;
  // Somebody has found it a place already.
  if (activeElement !== document.body && activeElement?.closest('[role="dialog"]') == null) return null;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-person]')];
  return rows.find(({ dataset }) => dataset['person'] === about) ?? findListTab();
}
