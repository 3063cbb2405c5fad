import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type AzureCli = {
  /** A PATH on which `az` is this script. */
  readonly path: string;
  /** The argument lists of all calls. */
  readonly asked: () => readonly (readonly string[])[];
};

// Answers as Microsoft’s CLI does. --query is JMESPath, of which it supports join('', ['text', …, property]).
const script = `
const fs = require('node:fs');
const asked = process.argv.slice(2);
const log = __dirname + '/asked';
fs.appendFileSync(log, JSON.stringify(asked) + '\\n');
const option = (name) => asked[asked.indexOf('--' + name) + 1];
const builds = fs.readFileSync(log, 'utf8').split('\\n').filter((line) => line.startsWith('["acr","build"')).length;
const answers = {
  'acr build': () => ({}),
  'acr repository': () => ({ name: 'tag', digest: 'sha256:' + String(builds).repeat(64) }),
  'account get-access-token': () => JSON.parse(process.env.STUB_AZ_TOKEN ?? 'null'),
};
const answer = answers[asked.slice(0, 2).join(' ')]?.();
if (answer == null) {
  console.error("ERROR: Please run 'az login' to setup account.");
  process.exit(1);
}
const query = asked.includes('--query') ? option('query') : undefined;
const parts = query?.match(/^join\\('', \\[(.*)\\]\\)$/)?.[1].split(', ');
console.log(parts ? parts.map((part) => part.startsWith("'") ? part.slice(1, -1) : answer[part]).join('') : JSON.stringify(answer));
`;

/** Creates an `az` script in a folder. It records its calls and answers those that the project makes. */
export function stubAzureCli(folder: string): AzureCli {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'asked'), '');
  writeFileSync(join(bin, 'az.cjs'), script);
  writeFileSync(join(bin, 'az'), `#!/bin/sh\nexec "${process.execPath}" "${join(bin, 'az.cjs')}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(bin, 'az.cmd'), `@"${process.execPath}" "%~dp0az.cjs" %*\r\n`);
  return {
    path: [bin, process.env['PATH'] ?? ''].join(delimiter),
    asked: () =>
      readFileSync(join(bin, 'asked'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as string[]),
  };
}
