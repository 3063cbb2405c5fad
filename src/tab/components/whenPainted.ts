/** Milliseconds after which it is done even so: a frame that nobody sees is never painted. */
const patienceMs = 250;

/** Does it once the frame that is being made stands on the screen. */
export function whenPainted(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    act();
  };
  // A frame's own callbacks come before it is painted, a task that they set off comes after.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, patienceMs);
}
