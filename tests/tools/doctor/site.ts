import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, type RunningServer } from '../../../src/sandbox/httpServer.js';
import type { CheckResult } from '../../../src/tools/doctor/CheckResult.js';
import { ToolError } from '../../../src/tools/ToolError.js';

export type SiteAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is a string. */
  readonly body?: unknown;
};

type Site = RunningServer & {
  /** Requests since the last `setAnswers`: method, address, body. */
  readonly asked: string[];
  readonly requests: IncomingMessage[];
  /** Sets the answers by path. Other paths answer 404. */
  readonly setAnswers: (answers: Readonly<Record<string, SiteAnswer>>) => void;
};

/** Starts a local server with configurable answers for the tests of a file. */
export function useSite(): Site {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  let answers: Readonly<Record<string, SiteAnswer>> = {};
  const setAnswers: Site['setAnswers'] = (next) => {
    answers = next;
    asked.length = 0;
    requests.length = 0;
  };
  const site = { asked, requests, setAnswers } as Site;
  beforeAll(async () => {
    const running = await listen(async (request, response) => {
      const sent = await text(request);
      const { method = '', url = '' } = request;
      asked.push([method, url, ...(sent === '' ? [] : [sent])].join(' '));
      requests.push(request);
      const { status = 200, headers = {}, body = '' } = answers[url] ?? { status: 404 };
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    Object.assign(site, running);
  });
  afterAll(() => site.close());
  return site;
}

/** Builds the matcher of a result: the observation, exactly or as a pattern, and a pattern for the fix. */
export const aResult = (
  check: string,
  outcome: CheckResult['outcome'],
  message: string | RegExp,
  fix?: RegExp,
): unknown => ({
  check,
  outcome,
  message: typeof message === 'string' ? message : (expect.stringMatching(message) as unknown),
  ...(fix !== undefined && { fix: expect.stringMatching(fix) as unknown }),
});

export const failureOf = (check: string) => (message: string | RegExp, fix: RegExp) =>
  aResult(check, 'failed', message, fix);

export async function collect(results: AsyncIterable<CheckResult>): Promise<CheckResult[]> {
  const all: CheckResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

/** The behavior of `azureCliToken` without an Azure CLI. */
export const notSignedIn = () => Promise.reject(new ToolError('No token.'));
