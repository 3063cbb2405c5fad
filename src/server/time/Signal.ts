/** The part of AbortSignal that is used here. AbortSignal itself satisfies it. */
export type Signal = {
  readonly aborted: boolean;
  readonly reason: AbortSignal['reason'];
  readonly throwIfAborted: () => void;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
  readonly removeEventListener: (type: 'abort', listener: () => void) => void;
};

/**
 * A lightweight signal with its own `abort`. Each request creates two or three, and AbortControllers would add about a tenth
 * to its CPU time (docs/decisions/006). Everything else accepts an AbortSignal as well.
 */
export class OwnSignal implements Signal {
  aborted = false;
  reason: Signal['reason'];
  #listeners: readonly (() => void)[] = [];

  abort(reason: Error): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener);
  }
}
