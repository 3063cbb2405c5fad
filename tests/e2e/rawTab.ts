import type { FrameLocator, Page } from '@playwright/test';
import { expect, test as base, type Look } from './sandbox.js';
import { tabOf } from './tab.js';

export type RawTab = {
  /** Sends one message of the teams-js protocol and returns the `args` of the answer. */
  readonly ask: (func: string, ...args: readonly unknown[]) => Promise<readonly unknown[]>;
  /** Sends one message that has no answer. */
  readonly tell: (func: string, ...args: readonly unknown[]) => Promise<void>;
  /** Events that the host has sent since the page loaded. */
  readonly events: () => Promise<readonly { readonly func: string; readonly args: readonly unknown[] }[]>;
  readonly frame: FrameLocator;
};

type Fixtures = {
  /** Loads a bare page instead of the product's tab. It only speaks the wire protocol. */
  readonly openRaw: (alias: string, look?: Look) => Promise<RawTab>;
};

const html = `<!doctype html><title>Raw tab</title><h1>Raw tab</h1><script>
const waiting = new Map();
const state = { events: [], nextId: 0 };
addEventListener('message', ({ data }) => {
  if (data.func !== undefined) state.events.push({ func: data.func, args: data.args });
  waiting.get(data.id)?.(data.args);
});
state.tell = (func, args) => {
  const id = state.nextId++;
  parent.postMessage({ id, uuidAsString: crypto.randomUUID(), func, args }, '*');
  return id;
};
state.ask = (func, args) => new Promise((resolve) => waiting.set(state.tell(func, args), resolve));
globalThis.state = state;
</script>`;

type RawState = {
  readonly events: { func: string; args: unknown[] }[];
  readonly ask: (func: string, args: readonly unknown[]) => Promise<unknown[]>;
  readonly tell: (func: string, args: readonly unknown[]) => void;
};

export const test = base.extend<Fixtures>({
  openRaw: async ({ page, sandbox, openHost }, use) => {
    await page.route('**/tab?*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await use(async (alias, look = {}) => {
      await sandbox.reset();
      const frame = await openHost(alias, look);
      await frame.getByRole('heading', { name: 'Raw tab' }).waitFor();
      return toRawTab(page, frame);
    });
  },
});

export { expect };

function toRawTab(page: Page, frame: FrameLocator): RawTab {
  const root = () => tabOf(page);
  return {
    ask: (func, ...args) =>
      root().evaluate(
        ([name, list]) => (globalThis as unknown as { state: RawState }).state.ask(name, list),
        [func, args] as const,
      ),
    tell: (func, ...args) =>
      root().evaluate(
        ([name, list]) => (globalThis as unknown as { state: RawState }).state.tell(name, list),
        [func, args] as const,
      ),
    events: () => root().evaluate(() => (globalThis as unknown as { state: RawState }).state.events),
    frame,
  };
}
