import type { Page } from '@playwright/test';

/** Answer of a test instead of the sandbox's host. */
export type HostAnswer =
  /** `args` of the answer. `silent`: never answers. `pass`: the host's own answer. */
  { readonly args: readonly unknown[] } | 'silent' | 'pass';

/**
 * Answers by teams-js function, in the order of the calls. The last answer repeats. `authentication.getAuthToken`
 * is for silent calls, `askForToken` for calls that may show a dialog.
 */
export type HostScript = Readonly<Record<string, readonly HostAnswer[]>>;

export type ScriptedHost = {
  readonly count: (func: string) => Promise<number>;
  readonly calls: (func: string) => Promise<readonly (readonly unknown[])[]>;
  /** Sends the host's own answers to all calls that are still unanswered. */
  readonly answerLate: () => Promise<void>;
};

type Scripted = {
  readonly calls: { readonly func: string; readonly args: readonly unknown[] }[];
  readonly answerLate: () => void;
};

/** Must be called before the host's page is opened. */
export async function scriptHost(page: Page, script: HostScript): Promise<ScriptedHost> {
  await page.addInitScript((answers) => {
    if (window !== window.top) return;
    type Message = { id: number; uuidAsString?: string; func: string; args?: unknown[] };
    const calls: { func: string; args: unknown[] }[] = [];
    const held: MessageEvent<Message>[] = [];
    const passed = new WeakSet<object>();
    const toName = ({ func, args }: Message) =>
      func === 'authentication.getAuthToken' && args?.[2] === false ? 'askForToken' : func;
    window.addEventListener(
      'message',
      (event: MessageEvent<Message | undefined>) => {
        const message = event.data;
        if (typeof message !== 'object' || typeof message.func !== 'string' || passed.has(event)) return;
        const name = toName(message);
        const count = calls.filter(({ func }) => func === name).length;
        calls.push({ func: name, args: message.args ?? [] });
        const given = answers[name];
        const answer = given?.[Math.min(count, given.length - 1)] ?? 'pass';
        if (answer === 'pass') return;
        event.stopImmediatePropagation();
        if (answer === 'silent') {
          held.push(event as MessageEvent<Message>);
          return;
        }
        const { id, uuidAsString } = message;
        event.source?.postMessage({ id, uuidAsString, args: answer.args }, { targetOrigin: event.origin });
      },
      { capture: true },
    );
    const answerLate = () => {
      for (const { data, origin, source } of held.splice(0)) {
        const again = new MessageEvent('message', { data, origin, source });
        passed.add(again);
        window.dispatchEvent(again);
      }
    };
    Object.assign(globalThis, { scripted: { calls, answerLate } });
  }, script);
  const calls = async (func: string) =>
    (await page.evaluate(() => (globalThis as unknown as { scripted: Scripted }).scripted.calls))
      .filter((call) => call.func === func)
      .map(({ args }) => args);
  return {
    calls,
    count: async (func) => (await calls(func)).length,
    answerLate: () =>
      page.evaluate(() => (globalThis as unknown as { scripted: Scripted }).scripted.answerLate()),
  };
}
