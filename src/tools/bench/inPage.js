/** Runs in every frame before its own code, and notes what a person would see when. */
const times = {};
let layoutShift = 0;
let longTasks = 0;
new PerformanceObserver((entries) => {
  for (const { value, hadRecentInput } of entries.getEntries()) if (!hadRecentInput) layoutShift += value;
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((entries) => {
  longTasks += entries.getEntries().length;
}).observe({ type: 'longtask', buffered: true });
new MutationObserver(() => {
  if (document.querySelector('th[scope=row]') !== null) times.list ??= performance.now();
  if (document.querySelector('th img') !== null) times.photos ??= performance.now();
}).observe(document, { childList: true, subtree: true });

/** What `Look` in browser.ts says. */
window.seen = () => {
  const resources = performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime < times.list);
  return {
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    list: times.list,
    photos: times.photos ?? performance.now(),
    layoutShift,
    longTasks,
    scriptBytes: resources
      .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < times.list)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    requests: resources.length + 1,
  };
};

/** What `Long` in browser.ts says: shows the other list, types into the search, scrolls. */
window.useLongList = async () => {
  const frames = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const timed = async (action) => {
    const startMs = performance.now();
    action();
    await frames();
    return performance.now() - startMs;
  };
  const [supported, delegates] = document.querySelectorAll('[role=tab]');
  // The other list has never been shown.
  const render = await timed(() => delegates.click());
  supported.click();
  await frames();
  const input = document.querySelector('[role=search] input');
  const type = (text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const keystroke = await timed(() => type('1'));
  type('');
  await frames();
  let slowFrames = 0;
  let lastMs = performance.now();
  for (let step = 0; step < 60; step += 1) {
    window.scrollBy(0, 120);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (performance.now() - lastMs > 34) slowFrames += 1;
    lastMs = performance.now();
  }
  return { render, keystroke, slowFrames };
};
