import type { FrameLocator, Page } from '@playwright/test';
import { expect, openHost, test as base, type Look } from './sandbox.js';

export type RawTab = {
  /** Sends one message of the teams-js protocol and returns the `args` of the answer. */
  readonly ask: (func: string, ...args: readonly unknown[]) => Promise<readonly unknown[]>;
  /** Sends one message that has no answer. */
  readonly tell: (func: string, ...args: readonly unknown[]) => Promise<void>;
  /** Sends `nestedAppAuth.execute` and returns the parsed response. */
  readonly execute: (request: object) => Promise<Record<string, unknown>>;
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
state.tell = (func, args, data) => {
  const id = state.nextId++;
  parent.postMessage({ id, uuidAsString: crypto.randomUUID(), func, args, data }, '*');
  return id;
};
state.ask = (func, args, data) => new Promise((resolve) => waiting.set(state.tell(func, args, data), resolve));
globalThis.state = state;
</script>`;

type RawState = {
  readonly events: { func: string; args: unknown[] }[];
  readonly ask: (func: string, args: readonly unknown[], data?: string) => Promise<unknown[]>;
  readonly tell: (func: string, args: readonly unknown[]) => void;
};

export const test = base.extend<Fixtures>({
  openRaw: async ({ page, sandboxUrl }, use) => {
    await page.route('**/tab?*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await use(async (alias, look = {}) => {
      await page.request.post(`${sandboxUrl}reset`);
      await openHost(page, sandboxUrl, alias, look);
      const frame = page.frameLocator('#tab');
      await frame.getByRole('heading', { name: 'Raw tab' }).waitFor();
      return toRawTab(page, frame);
    });
  },
});

export { expect };

function toRawTab(page: Page, frame: FrameLocator): RawTab {
  const root = () => {
    const found = page.frames().find((candidate) => candidate.url().includes('/tab?'));
    if (found === undefined) throw new Error('The tab is not framed.');
    return found;
  };
  return {
    ask: (func, ...args) =>
      root().evaluate(
        ([name, list]) => (globalThis as unknown as { state: RawState }).state.ask(name, list),
        [func, args] as const,
      ),
    tell: (func, ...args) =>
      root().evaluate(
        ([name, list]) => {
          (globalThis as unknown as { state: RawState }).state.tell(name, list);
        },
        [func, args] as const,
      ),
    execute: async (request) => {
      const [nothing, json] = await root().evaluate(
        (data) => (globalThis as unknown as { state: RawState }).state.ask('nestedAppAuth.execute', [], data),
        JSON.stringify({ messageType: 'NestedAppAuthRequest', ...request }),
      );
      expect(nothing).toBeNull();
      return JSON.parse(String(json)) as Record<string, unknown>;
    },
    events: () => root().evaluate(() => (globalThis as unknown as { state: RawState }).state.events),
    frame,
  };
}
