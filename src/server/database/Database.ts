import type { Deadline } from '../time/Deadline.js';
import type { User } from '../User.js';

/** Parameter values that both engines accept. A boolean makes libSQL end the process. */
export type Value = string | number | null;

/**
 * A parameterized statement, or a part of one, in SQL that both engines support. A class, because only `instanceof` can tell
 * it from an object in a request.
 */
export class Statement {
  /** Has a `?` for each value, and no other. */
  readonly text: string;
  readonly values: readonly Value[];

  constructor(text: string, values: readonly Value[] = []) {
    this.text = text;
    this.values = values;
  }
}

/** @example sql`delete from confirmations where ${ofUser(user)} and id = ${id}` */
export function sql(text: TemplateStringsArray, ...parts: readonly (Value | Statement)[]): Statement {
  const statements = parts.map((part) => (part instanceof Statement ? part : new Statement('?', [part])));
  return new Statement(
    String.raw({ raw: text }, ...statements.map((statement) => statement.text)),
    statements.flatMap(({ values }) => values),
  );
}

/** Condition: the row belongs to the user. */
export const ofUser = ({ tenantId, objectId }: User): Statement =>
  sql`tenant_id = ${tenantId} and user_id = ${objectId}`;

/**
 * `(?, ?, …)` with each value; `(null)` without values. Repeats the first value up to a power of two, because the embedded
 * engine caches a statement for each length.
 */
export function inBrackets(values: readonly Value[]): Statement {
  const [first] = values;
  if (first === undefined) return new Statement('(null)');
  const length = 2 ** Math.ceil(Math.log2(values.length));
  const padded = [...values, ...Array.from({ length: length - values.length }, () => first)];
  return new Statement(`(${padded.map(() => '?').join(', ')})`, padded);
}

/** Values by column. In both engines, timestamps are ISO 8601 in UTC with milliseconds, and JSON is text. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement of a transaction, which is written like those of `sql`. */
export type Query = (...statement: Parameters<typeof sql>) => Promise<readonly Row[]>;

type Write<TimeLimit> = <Result>(
  deadline: TimeLimit,
  name: string,
  work: (query: Query) => Promise<Result>,
) => Promise<Result>;

/**
 * Operations wait while the database is being opened: until the deadline, and for at most four seconds. They throw
 * Problem `store_unavailable`, or CallerGone.
 */
export type Database = {
  readonly read: (deadline: Deadline, statement: Statement) => Promise<readonly Row[]>;
  /**
   * Runs one transaction and resolves once it is durable. Transactions of the same name run one at a time across all
   * instances.
   * @param work may run again when the database is busy; must have no side effects except through `query`
   */
  readonly write: Write<Deadline>;
  /** A `write` that also removes the deleted bytes from the files of an embedded database. */
  readonly erase: Write<Deadline>;
  readonly close: () => Promise<void>;
};

/** An open database. The deadline is in ms since the epoch. After it, an operation does not start or is abandoned. */
export type Engine = {
  readonly name: 'libSQL' | 'PostgreSQL';
  readonly read: (deadlineMs: number, statement: Statement) => Promise<readonly Row[]>;
  readonly write: Write<number>;
  /** Removes deleted data from the files, if the engine does not do so by itself. */
  readonly purge: () => Promise<void>;
  /** True when the database must be opened again after this error. */
  readonly isLost: (error: unknown) => boolean;
  readonly close: () => Promise<void>;
};

/** An error of the engine, with the engine's code, such as `SQLITE_FULL`. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
