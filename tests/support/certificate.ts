import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../../scripts/findPrograms.js';
import { newFolder } from './newFolder.js';

/** Runs openssl and returns its output. Throws if it fails. */
export function openssl(args: readonly string[], input = ''): string {
  const program = findProgram('openssl');
  if (program === undefined) throw new Error('No openssl found. `npm test` installs it.');
  return execFileSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}

/**
 * Creates a key and a self-signed certificate as PEM. The file at `path` contains both.
 * @param kind argument of `openssl req -newkey`
 */
export function makeCertificate(name: string, days: number, kind = 'rsa:2048') {
  const folder = newFolder();
  const [key, out, path] = [join(folder, 'key.pem'), join(folder, 'cert.pem'), join(folder, 'both.pem')];
  openssl([
    'req', '-x509', '-newkey', ...kind.split(' '), '-nodes', '-days', String(days), '-subj', `/CN=${name}`, '-keyout', key, '-out', out,
  ]); // prettier-ignore
  const certificate = readFileSync(out, 'utf8');
  const both = readFileSync(key, 'utf8') + certificate;
  writeFileSync(path, both);
  return { path, both, certificate };
}
