import { randomUUID } from 'node:crypto';

export type GraphAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Caller = {
  readonly objectId: string;
  readonly scopes: ReadonlySet<string>;
  /** Set for app-only tokens. */
  readonly roles?: ReadonlySet<string>;
};

/** @see https://learn.microsoft.com/graph/errors */
export const failure = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GraphAnswer => ({
  status,
  headers,
  body: {
    error: {
      code,
      message,
      innerError: {
        date: new Date().toISOString().slice(0, 19),
        'request-id': randomUUID(),
        'client-request-id': randomUUID(),
      },
    },
  },
});
