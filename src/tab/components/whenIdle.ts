/** Does it when the browser has nothing else to do. */
export function whenIdle(act: () => void): void {
  // Safari, and with it Teams on iOS, has none.
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 500);
}
