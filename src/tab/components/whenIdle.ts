/** Runs the callback when the browser is idle. */
export function whenIdle(act: () => void): void {
  // Safari, and so Teams on iOS, does not support it.
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 500);
}
