import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { soak, toSoakReport } from './bench/soak.js';

/** `npm run bench`: measures, and writes what it found to docs/bench.md. */

const seconds = Number(process.argv[2] ?? 60);
const result = await soak({ seconds, connections: 50, faultRate: 0.1 });
const report = [
  '# Benchmarks',
  '',
  `Written by \`npm run bench\` on a machine with ${cpus().length} cores and Node ${process.versions.node}, on which the sandbox,`,
  'the server and the load ran together.',
  '',
  toSoakReport(result),
].join('\n');
await writeFile(fileURLToPath(new URL('../../docs/bench.md', import.meta.url)), report);
process.stdout.write(`${report}\n`);
if (result.outsideTheTable.length > 0 || !result.isAlive) process.exitCode = 1;
