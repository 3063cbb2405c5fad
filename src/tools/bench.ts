import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchServer } from './bench/server.js';
import { benchStore } from './bench/store.js';
import { soak, toSoakReport } from './bench/soak.js';

/**
 * `npm run bench [-- --users 100000] [-- --seconds 60]`: measures, and writes what it found to docs/bench.md. Figures are
 * ratios of two things that were measured in the same run, so that they hold on other machines too.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string' },
  },
});
const benches: Readonly<Record<string, () => Promise<string>>> = {
  server: () => benchServer(Number(values.users)),
  store: benchStore,
  soak: async () => {
    const result = await soak({ seconds: Number(values.seconds), connections: 50, faultRate: 0.1 });
    if (result.outsideTheTable.length > 0 || !result.isAlive) process.exitCode = 1;
    return toSoakReport(result);
  },
};
const parts: string[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && values.only !== name) continue;
  const part = await bench();
  process.stdout.write(`${part}\n`);
  parts.push(part);
}
if (values.only === undefined) {
  const head = [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\` on a machine with ${cpus().length} cores and Node ${process.versions.node}, on which everything that`,
    'takes part ran together.',
    '',
  ];
  await writeFile(
    fileURLToPath(new URL('../../docs/bench.md', import.meta.url)),
    [...head, ...parts].join('\n'),
  );
}
