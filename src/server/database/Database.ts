import type { Deadline } from '../http/RequestScope.js';

/** What every engine takes. No boolean: the embedded engine ends the whole process on one. */
export type Value = string | number | null;

/** SQL that both engines understand, its values apart from its text. */
export type Statement = { readonly text: readonly string[]; readonly values: readonly Value[] };

/** sql`delete from confirmations where id = ${id}` */
export const sql = (text: TemplateStringsArray, ...values: readonly Value[]): Statement => ({ text, values });

/** By column. Moments are ISO 8601 in UTC with milliseconds, JSON is text, whatever the engine keeps them as. */
export type Row = Readonly<Record<string, unknown>>;

export type Query = (statement: Statement) => Promise<readonly Row[]>;

/**
 * What a port keeps its rows in. Waits while the database is being opened, never beyond the deadline, and never longer than
 * four seconds. Throws Problem `store_unavailable`, or CallerGone.
 */
export type Database = {
  readonly read: (until: Deadline, statement: Statement) => Promise<readonly Row[]>;
  /**
   * One transaction, acknowledged once it is on the disk. Those of the same name run one after another, in all instances.
   * @param work may run again when the database was busy; asks `query` and nothing else
   */
  readonly write: <Result>(
    until: Deadline,
    name: string,
    work: (query: Query) => Promise<Result>,
  ) => Promise<Result>;
  /** Opens it without waiting for somebody to need it. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
};

/** One opened database. `untilMs`: since the epoch; later it is not begun, or is given up on. */
export type Engine = {
  readonly name: 'libSQL' | 'PostgreSQL';
  readonly read: (untilMs: number, statement: Statement) => Promise<readonly Row[]>;
  readonly write: <Result>(
    untilMs: number,
    name: string,
    work: (query: Query) => Promise<Result>,
  ) => Promise<Result>;
  /** After such an error it has to be opened anew. */
  readonly isLost: (error: unknown) => boolean;
  readonly close: () => Promise<void>;
};

/** What an engine says when it cannot: its code, such as `SQLITE_FULL`. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
