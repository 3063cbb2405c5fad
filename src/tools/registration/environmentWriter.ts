import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Sets variables in an environment file. Existing ones keep their line, new ones are appended, and all other
 * lines remain unchanged.
 */
export function writeVariables(file: string, variables: Readonly<Record<string, string>>): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const lines = before.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [name, value] of Object.entries(variables)) {
    const line = `${name}=${value}`;
    const at = lines.findIndex((one) => one.startsWith(`${name}=`));
    if (at === -1) lines.push(line);
    else lines[at] = line;
  }
  // The file may contain a secret.
  writeFileSync(file, [...lines, ''].join(lineEnd), { mode: 0o600 });
}
