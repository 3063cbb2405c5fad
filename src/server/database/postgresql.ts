import { createHash } from 'node:crypto';
import pg from 'pg';
import { withTimeout } from '../time/Deadline.js';
import { sql, type Engine, type Query, type Row, type Statement } from './Database.js';

/** Per instance. During a replacement, twice the instances of infra/app.bicep must fit the database's connection limit. */
export const maxConnections = 3;
/** Milliseconds to wait for a new connection, or for a free one in the pool. */
const connectMs = 2_500;
/** Milliseconds after which the server ends an idle transaction. */
const silentMs = 5_000;
/** Milliseconds to wait for connections to close. The server may be gone. */
const closeMs = 1_000;

const { TIMESTAMPTZ, JSONB } = pg.types.builtins;

const toDate = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;
const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, (text) => toDate(text).toISOString()],
  [JSONB, (text) => text],
]);

const ignore = () => undefined;

/** Connects to the PostgreSQL server at the first query. */
export function openPostgresql(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'call-delegates',
    max: maxConnections,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    types: {
      getTypeParser: (oid, format): unknown => parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection broke. The next query gets a new one.
  pool.on('error', ignore);
  // The pool does not handle errors of a client in use, not even between handing it out and its first query. A
  // pending query rejects as well when the connection breaks.
  pool.on('connect', (client) => client.on('error', ignore));

  return {
    name: 'PostgreSQL',
    read: async (untilMs, statement) => (await pool.query<Row>(toQuery(statement, untilMs))).rows,
    write: async (untilMs, name, work) => {
      const client = await pool.connect();
      const query: Query = async (...statement) =>
        (await client.query<Row>(toQuery(sql(...statement), untilMs))).rows;
      try {
        await client.query(withLimit(toBegin(name, untilMs), untilMs));
        const result = await work(query);
        await client.query(withLimit('commit', untilMs));
        client.release();
        return result;
      } catch (error) {
        // Closes the connection, so that the transaction cannot continue.
        client.release(true);
        throw error;
      }
    },
    // Autovacuum does this.
    purge: () => Promise.resolve(),
    isLost: () => false,
    close: () => withTimeout(() => pool.end(), closeMs).catch(ignore),
  };
}

/** The server enforces the time limit too, because it may not notice at once that a client is gone. */
const toBegin = (name: string, untilMs: number): string => `
  begin;
  set local statement_timeout = ${Math.max(1, untilMs - Date.now())};
  set local idle_in_transaction_session_timeout = ${silentMs};
  select pg_advisory_xact_lock(${toLock(name)})`;

/** Key of an advisory lock. The hash makes a collision with other locks in this database unlikely. */
const toLock = (name: string): bigint =>
  createHash('sha256').update(`call-delegates ${name}`).digest().readBigInt64BE();

const withLimit = (text: string, untilMs: number) => ({
  text,
  query_timeout: Math.max(1, untilMs - Date.now()),
});

/** Numbers the values, as the driver requires. */
function toQuery({ text, values }: Statement, untilMs: number) {
  let place = 0;
  const numbered = text.replaceAll('?', () => `$${(place += 1)}`);
  return { ...withLimit(numbered, untilMs), values: [...values] };
}
