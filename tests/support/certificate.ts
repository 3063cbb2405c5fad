import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOpenssl } from '../../scripts/findPrograms.js';

export type MadeCertificate = {
  /** Of the PEM file with key and certificate. */
  readonly path: string;
  /** PEM of the certificate alone, as one uploads it. */
  readonly certificate: string;
};

/** What the program says to an input; throws when it refuses. */
export function openssl(args: readonly string[], input = ''): string {
  const program = findOpenssl();
  if (program === undefined) throw new Error('No openssl found. `npm test` installs it.');
  return execFileSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}

/**
 * Makes a key and a self-signed certificate.
 * @param kind as `openssl req -newkey` takes it
 */
export function makeCertificate(
  folder: string,
  name: string,
  days: number,
  kind = 'rsa:2048',
): MadeCertificate {
  const [key, certificate, both] = ['key', 'cert', 'both'].map((part) =>
    join(folder, `${name}-${part}.pem`),
  ) as [string, string, string];
  openssl([
    'req', '-x509', '-newkey', ...kind.split(' '), '-nodes', '-days', String(days), '-subj', `/CN=${name}`, '-keyout', key, '-out', certificate,
  ]); // prettier-ignore
  writeFileSync(both, readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'));
  return { path: both, certificate: readFileSync(certificate, 'utf8') };
}
