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
const painted = new MessageChannel();
painted.port1.onmessage = () => {
  times.list = performance.now();
  console.debug('list');
};
let isListThere = false;
new MutationObserver(() => {
  if (!isListThere && document.querySelector('th[scope=row]') !== null) {
    isListThere = true;
    // A message that is sent while a frame is being made arrives once that has been painted.
    requestAnimationFrame(() => painted.port2.postMessage(undefined));
  }
  if (times.photos === undefined && document.querySelector('th img') !== null) {
    times.photos = performance.now();
    console.debug('photos');
  }
}).observe(document, { childList: true, subtree: true });

document.addEventListener(
  'load',
  ({ target }) => {
    if (/\/assets\/page\./.test(target.src)) console.debug('page code');
  },
  true,
);

/** What `Look` in browser.ts says. */
window.seen = () => {
  const resources = performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime < times.list);
  const lists = resources.filter(({ name }) => /\/api\/delegat(?:or|e)s$/.test(name));
  return {
    asked: Math.min(...lists.map(({ startTime }) => startTime)),
    answered: Math.max(...lists.map(({ responseEnd }) => responseEnd)),
    firstPaint: performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
    list: times.list,
    photos: times.photos,
    layoutShift,
    longTasks,
    scriptBytes: resources
      .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < times.list)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    requests: resources.length + 1,
  };
};

/** What `Long` in longLists.ts says: shows the other list, types into the search, scrolls. */
window.useLongList = async (count) => {
  const frames = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const timed = async (action) => {
    const startMs = performance.now();
    action();
    await frames();
    return performance.now() - startMs;
  };
  const [supported, delegates] = document.querySelectorAll('[role=tab]');
  const input = async () => {
    for (;;) {
      const found = document.querySelector('[role=search] input');
      if (found !== null) return found;
      await frames();
    }
  };
  const rowCount = () => document.querySelectorAll('th[scope=row]').length;
  // The other list has never been shown.
  const startMs = performance.now();
  const render = await timed(() => delegates.click());
  while (rowCount() < count) await frames();
  const complete = performance.now() - startMs;
  supported.click();
  do await frames();
  while (rowCount() < count);
  const search = await input();
  // A person takes longer from the one list to a letter in the other's search; what follows the last rows is done by then.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const type = (text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(search, text);
    search.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const typedMs = performance.now();
  const keystroke = await timed(() => type('rson 1'));
  while (rowCount() === count) await frames();
  const filtered = performance.now() - typedMs;
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
  return { render, complete, keystroke, filtered, slowFrames };
};
