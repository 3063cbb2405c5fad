import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOpenssl } from '../../src/tools/machine/findPrograms.js';
import { thisMachine } from '../../src/tools/machine/machine.js';

export type MadeCertificate = {
  /** Of the PEM file with key and certificate. */
  readonly path: string;
  /** PEM of the certificate alone, as one uploads it. */
  readonly certificate: string;
};

/** Makes a key and a self-signed certificate. */
export function makeCertificate(folder: string, name: string, days: number): MadeCertificate {
  const [key, certificate, both] = ['key', 'cert', 'both'].map((part) =>
    join(folder, `${name}-${part}.pem`),
  ) as [string, string, string];
  const openssl = findOpenssl(thisMachine);
  if (openssl === undefined) throw new Error('There is no openssl here; `npm test` gets it, or says how.');
  execFileSync(openssl, [
    'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', String(days), '-subj', `/CN=${name}`, '-keyout', key, '-out', certificate,
  ], { stdio: 'ignore' }); // prettier-ignore
  writeFileSync(both, readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'));
  return { path: both, certificate: readFileSync(certificate, 'utf8') };
}
