import { createHash } from 'node:crypto';
import pg from 'pg';
import { withTimeout } from '../http/withTimeout.js';
import type { Engine, Query, Row, Statement } from './Database.js';

/** Times the instances of infra/app.bicep, twice over while they are replaced, stays below what the database there takes. */
const maxConnections = 3;
/** Milliseconds until a connection is given up on, while it is made or while all are taken. */
const connectMs = 2_500;
/** Milliseconds after which the server ends a transaction whose instance has fallen silent. */
const silentMs = 5_000;
/** Milliseconds for saying goodbye to a server that may not be there. */
const closeMs = 1_000;

/** Object ids of PostgreSQL's types. */
const { TIMESTAMPTZ, JSONB } = pg.types.builtins;

const toDate = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;
const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, (text) => toDate(text).toISOString()],
  [JSONB, (text) => text],
]);

const ignore = () => undefined;

/** Connects to a PostgreSQL server when it is first asked. */
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
  // A connection that breaks while nobody uses it; the next request gets a new one.
  pool.on('error', ignore);

  return {
    name: 'PostgreSQL',
    read: async (untilMs, statement) => (await pool.query<Row>(toQuery(statement, untilMs))).rows,
    write: async (untilMs, name, work) => {
      const client = await pool.connect();
      // The pool does not listen while it is ours; whoever waits for an answer is told of a broken connection too.
      client.on('error', ignore);
      const query: Query = async (statement) => (await client.query<Row>(toQuery(statement, untilMs))).rows;
      try {
        await client.query(withLimit(toBegin(name, untilMs), untilMs));
        const result = await work(query);
        await client.query(withLimit('commit', untilMs));
        client.off('error', ignore);
        client.release();
        return result;
      } catch (error) {
        // Closed, so that nothing of it goes on.
        client.release(true);
        throw error;
      }
    },
    // Autovacuum does it.
    purge: () => Promise.resolve(),
    isLost: () => false,
    close: () => withTimeout(() => pool.end(), closeMs).catch(ignore),
  };
}

/** The server keeps the time as well: it does not notice at once when we have gone. */
const toBegin = (name: string, untilMs: number): string => `
  begin;
  set local statement_timeout = ${Math.max(1, untilMs - Date.now())};
  set local idle_in_transaction_session_timeout = ${silentMs};
  select pg_advisory_xact_lock(${toLock(name)})`;

/** A number that nothing else in this database is likely to lock. */
const toLock = (name: string): bigint =>
  createHash('sha256').update(`call-delegates ${name}`).digest().readBigInt64BE();

const withLimit = (text: string, untilMs: number) => ({
  text,
  query_timeout: Math.max(1, untilMs - Date.now()),
});

const toQuery = ({ text, values, skipsLocked }: Statement, untilMs: number) => ({
  ...withLimit(
    text.reduce((before, part, place) => `${before}$${place}${part}`) +
      (skipsLocked === true ? ' for update skip locked' : ''),
    untilMs,
  ),
  values: [...values],
});
