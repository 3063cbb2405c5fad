import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { delegationPath, health, listPath, peoplePath } from '../../contract/paths.js';
import { freePort, median } from './processes.js';
import { problemContentType, problemStatus, type ProblemDetails } from '../../contract/problem.js';

export type SoakOptions = {
  readonly seconds: number;
  readonly connections: number;
  /** 0 to 1. */
  readonly faultRate: number;
};

export type SoakResult = SoakOptions & {
  /** How often each outcome came: `200`, or a problem code. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Answers that the contract does not know. */
  readonly outsideTheTable: readonly string[];
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes of resident memory, a sample a second. */
  readonly memory: readonly number[];
  readonly isAlive: boolean;
};

/** Seconds, before those that are reported, in which caches fill and the heap finds its size. */
const warmUpSeconds = 40;
const paths = [
  listPath('delegates'),
  listPath('delegators'),
  delegationPath('delegates', 'nobody'),
  peoplePath(['a1de4f1c-0000-4000-8000-000000000002']),
];

/** Many users at once against the built server, while Graph and the identity provider fail now and then. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const [port, hostPort, metricsPort] = [await freePort(), await freePort(), await freePort()];
  const sandbox = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../sandbox/main.js', import.meta.url))],
    {
      env: {
        ...process.env,
        PORT: String(port),
        SANDBOX_PORT: String(hostPort),
        METRICS_PORT: String(metricsPort),
        RATE_LIMIT_PER_MINUTE: '0',
        LOG_LEVEL: 'silent',
        SANDBOX_FAULT_RATE: String(options.faultRate),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    await untilReady(sandbox);
    return await load(
      options,
      `http://localhost:${port}`,
      `http://localhost:${hostPort}`,
      `http://localhost:${metricsPort}/metrics`,
    );
  } finally {
    sandbox.kill('SIGTERM');
  }
}

async function load(
  options: SoakOptions,
  server: string,
  host: string,
  metrics: string,
): Promise<SoakResult> {
  const tokens = await getTokens(host);
  const outcomes = new Map<string, number>();
  const outsideTheTable: string[] = [];
  const times: number[] = [];
  const memory: number[] = [];
  const endMs = Date.now() + (warmUpSeconds + options.seconds) * 1000;

  const connection = async (start: number): Promise<void> => {
    for (let count = start; Date.now() < endMs; count += 1) {
      const startMs = performance.now();
      const outcome = await ask(
        `${server}${paths[count % paths.length] ?? ''}`,
        tokens[count % tokens.length] ?? '',
      );
      times.push(performance.now() - startMs);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome !== '200' && !(outcome in problemStatus)) outsideTheTable.push(outcome);
    }
  };
  const watch = async (): Promise<void> => {
    while (Date.now() < endMs) {
      memory.push(await readMemory(metrics));
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  await Promise.all([
    watch(),
    ...Array.from({ length: options.connections }, (_, index) => connection(index * 7)),
  ]);
  const isAlive = await fetch(`${server}${health.ready}`).then(
    ({ status }) => status === 200,
    () => false,
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { ...options, outcomes, outsideTheTable, p50: at(0.5), p99: at(0.99), memory, isAlive };
}

/** The outcome of one request: `200`, a code of the table, or words for what is outside of it. */
async function ask(url: string, token: string): Promise<string> {
  try {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const body = (await answer.json()) as Partial<ProblemDetails>;
    if (answer.status === 200) return '200';
    const isInTable = body.code !== undefined && problemStatus[body.code] === answer.status;
    const isProblem = answer.headers.get('content-type') === problemContentType;
    return isInTable && isProblem ? body.code : `${answer.status} ${body.code ?? 'no code'}`;
  } catch (error) {
    return `no answer: ${String(error)}`;
  }
}

/** Several SSO tokens of everybody, so that exchanges keep happening. */
async function getTokens(host: string): Promise<string[]> {
  const { people } = (await (await fetch(`${host}/tenant.json`)).json()) as {
    people: { id: string; trouble?: string }[];
  };
  const users = people
    .filter(({ trouble }) => trouble !== 'graphSlow')
    .flatMap(({ id }) => Array<string>(20).fill(id));
  return await Promise.all(
    users.map(
      async (id) => ((await (await fetch(`${host}/sso-token?user=${id}`)).json()) as { token: string }).token,
    ),
  );
}

async function readMemory(metrics: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0);
}

async function untilReady(process: ChildProcess): Promise<void> {
  let text = '';
  for await (const chunk of process.stdout ?? []) {
    text += String(chunk);
    if (text.includes('Open  ')) return;
  }
  throw new Error(`The sandbox did not start: ${text}`);
}

export function toSoakReport(result: SoakResult): string {
  const { memory, outcomes, seconds, connections, faultRate } = result;
  const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  const warm = memory.slice(warmUpSeconds);
  const third = Math.max(1, Math.floor(warm.length / 3));
  const growth = median(warm.slice(-third)) / median(warm.slice(0, third));
  const rows = [...outcomes]
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `| \`${outcome}\` | ${count} | ${((count / total) * 100).toFixed(2)} % |`);
  return [
    '## Soak',
    '',
    `${seconds} s after ${warmUpSeconds} s of warm-up, ${connections} connections, everybody of the sandbox (the people who meet problems too), with a fault injected`,
    `into ${faultRate * 100} % of all answers of Microsoft Graph and of all token exchanges.`,
    '',
    '| what | measured |',
    '| --- | --- |',
    `| answers, those of the warm-up too | ${total} |`,
    `| answers a second | ${Math.round(total / (warmUpSeconds + seconds))} |`,
    `| answers outside the table of problem codes | ${result.outsideTheTable.length} |`,
    `| alive and ready at the end | ${result.isAlive ? 'yes' : 'no'} |`,
    `| memory, last third ÷ first third after warm-up (medians) | ${growth.toFixed(2)} |`,
    `| p99 ÷ p50 of the time to answer | ${(result.p99 / result.p50).toFixed(1)} |`,
    '',
    '| outcome | answers | share |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
