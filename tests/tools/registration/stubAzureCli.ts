import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Answers as Microsoft’s CLI does.
const script = `
const answer = process.argv[2] === 'account' && process.argv[3] === 'get-access-token' && process.env.STUB_AZ_TOKEN;
if (!answer) {
  console.error("ERROR: Please run 'az login' to setup account.");
  process.exit(1);
}
console.log(answer);
`;

/**
 * Creates an `az` script in a folder, which prints the token in STUB_AZ_TOKEN.
 * @returns a PATH on which it is `az`
 */
export function stubAzureCli(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'az.cjs'), script);
  writeFileSync(join(bin, 'az'), `#!/bin/sh\nexec "${process.execPath}" "${join(bin, 'az.cjs')}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(bin, 'az.cmd'), `@"${process.execPath}" "%~dp0az.cjs" %*\r\n`);
  return [bin, process.env['PATH'] ?? ''].join(delimiter);
}
