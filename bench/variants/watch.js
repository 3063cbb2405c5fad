/** Runs in the frame before any other code and records when the content becomes visible. */
const times = {};
let layoutShift = 0;
new PerformanceObserver((entries) => {
  for (const { value, hadRecentInput } of entries.getEntries()) if (!hadRecentInput) layoutShift += value;
}).observe({ type: 'layout-shift', buffered: true });

const painted = new MessageChannel();
painted.port1.onmessage = () => {
  times.list = performance.now();
  console.debug('list painted');
};
let hasList = false;
new MutationObserver(() => {
  if (hasList || document.querySelector('th[scope=row]') === null) return;
  hasList = true;
  // A message that is posted in an animation frame arrives after that frame is painted.
  requestAnimationFrame(() => painted.port2.postMessage(undefined));
}).observe(document, { childList: true, subtree: true });

window.measured = () => {
  const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < times.list);
  return {
    firstPaint: performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
    list: times.list,
    layoutShift,
    scriptBytes: before
      .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < times.list)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
};
