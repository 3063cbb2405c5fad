import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOpenssl } from '../../scripts/findPrograms.js';

export type MadeCertificate = {
  /** Path of the PEM file with key and certificate. */
  readonly path: string;
  /** PEM of the certificate without the key. */
  readonly certificate: string;
};

/** Runs openssl and returns its output. Throws if it fails. */
export function openssl(args: readonly string[], input = ''): string {
  const program = findOpenssl();
  if (program === undefined) throw new Error('No openssl found. `npm test` installs it.');
  return execFileSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}

/**
 * Creates a key and a self-signed certificate.
 * @param kind argument of `openssl req -newkey`
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
