import type { Deadline } from '../http/RequestScope.js';

/** What every engine takes. No boolean: the embedded engine ends the whole process on one. */
export type Value = string | number | null;

/** SQL that both engines understand, its values apart from its text. */
export type Statement = {
  readonly text: readonly string[];
  readonly values: readonly Value[];
  /** Where several write at once, rows that another holds are passed over; elsewhere nobody can hold any. */
  readonly skipsLocked?: true;
};

/** sql`delete from confirmations where id = ${id}` */
export const sql = (text: TemplateStringsArray, ...values: readonly Value[]): Statement => ({ text, values });

/** One after another, as one statement. */
export const joined = (...statements: readonly Statement[]): Statement =>
  statements.reduce((one, other) => ({
    text: [
      ...one.text.slice(0, -1),
      `${one.text.at(-1) ?? ''} ${other.text[0] ?? ''}`,
      ...other.text.slice(1),
    ],
    values: [...one.values, ...other.values],
  }));

/** `(?, ?, …)`, as many as there are. */
export const inBrackets = (values: readonly Value[]): Statement => ({
  text: values.length === 0 ? ['(null)'] : ['(', ...values.slice(1).map(() => ', '), ')'],
  values,
});

/** A select that takes only rows which no other transaction holds, and holds them. */
export const skippingLocked = (statement: Statement): Statement => ({ ...statement, skipsLocked: true });

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
  /** A write that erases: afterwards the erased bytes are in no file of an embedded database. */
  readonly erase: Database['write'];
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
  /** Removes what a transaction has erased from the files, as far as the engine leaves that to its user. */
  readonly purge: () => Promise<void>;
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
