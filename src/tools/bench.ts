import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchBrowser } from './bench/browser.js';
import { benchDurability } from './bench/durability.js';
import { benchNotices } from './bench/notices.js';
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
  browser: benchBrowser,
  server: () => benchServer(Number(values.users)),
  store: benchStore,
  notices: benchNotices,
  durability: benchDurability,
  soak: async () => {
    const result = await soak({ seconds: Number(values.seconds), connections: 50, faultRate: 0.1 });
    if (result.outsideTheTable.length > 0 || !result.isAlive) process.exitCode = 1;
    return toSoakReport(result);
  },
};
const report = fileURLToPath(new URL('../../docs/bench.md', import.meta.url));
const sections = toSections(await readFile(report, 'utf8').catch(() => ''));
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && values.only !== name) continue;
  const part = await bench();
  process.stdout.write(`${part}\n`);
  for (const [title, text] of toSections(part)) sections.set(title, text);
}
const head = [
  '# Benchmarks',
  '',
  `Written by \`npm run bench\` on a machine with ${cpus().length} cores and Node ${process.versions.node}, on which everything that`,
  'takes part ran together.',
  '',
];
await writeFile(report, `${[...head, ...sections.values()].join('\n').trimEnd()}\n`);

/** What stands below each second-level heading, so that one bench alone keeps what the others have found. */
function toSections(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), `${part.trimEnd()}\n`]));
}
