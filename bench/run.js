import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchPage } from './page.js';
import { benchServer } from './server.js';
import { root } from './support.js';

/**
 * `npm run bench [-- --only page|server]`: writes docs/bench.md. Each figure is a ratio of measurements from
 * the same round, so it is comparable across machines.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const benches = { page: benchPage, server: benchServer };

const report = `${root}docs/bench.md`;
const [head = '', ...parts] = (await readFile(report, 'utf8')).split(/^(?=## )/m);
const sections = new Map(parts.map((part) => [part.split('\n', 1)[0], part]));
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && values.only !== name) continue;
  const part = await bench();
  process.stdout.write(`${part}\n`);
  sections.set(part.split('\n', 1)[0], part);
}
await writeFile(
  report,
  `${[head.trimEnd(), ...[...sections.values()].map((part) => part.trim())].join('\n\n')}\n`,
);
