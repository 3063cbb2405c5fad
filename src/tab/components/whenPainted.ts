/** Milliseconds after which the callback runs anyway, because a hidden frame is never painted. */
const patienceMs = 250;

/** Runs the callback after the current frame is painted. */
export function whenPainted(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    act();
  };
  // Animation frame callbacks run before the paint, and a task that they start runs after it.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, patienceMs);
}
