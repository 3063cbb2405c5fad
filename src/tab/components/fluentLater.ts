import type * as parts from './fluentLaterParts.js';

let settle: (loaded: typeof parts) => void;

/** What Fluent has on the first screen and that screen can do without: once asked for, and there. */
export const fluentLater = new Promise<typeof parts>((resolve) => {
  settle = resolve;
});

/** Asks for it. Without a network it is asked for again at the next key, which is the first that needs it. */
export function loadFluentLater(): void {
  import('./fluentLaterParts.js').then(settle, () => {
    addEventListener('keydown', loadFluentLater, { capture: true, once: true });
  });
}
