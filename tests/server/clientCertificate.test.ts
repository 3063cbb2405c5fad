import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, parseConfig, type Config } from '../../src/server/config.js';
import { makeCertificate, openssl } from '../support/certificate.js';

const dayMs = 24 * 60 * 60 * 1000;
let folder: string;
let pem: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  pem = readFileSync(makeCertificate(folder, 'good', 10).path, 'utf8');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const [keyOf, certificateOf] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY[^]*KEY-----\n/,
  /-----BEGIN CERT[^]*CERTIFICATE-----\n/,
].map((part) => (text: string) => part.exec(text)?.[0] ?? '') as [
  (text: string) => string,
  (text: string) => string,
];

const parse = (text: string, nowMs = Date.now()): Config => {
  const path = join(folder, 'app.pem');
  writeFileSync(path, text);
  return parseConfig(
    {
      AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
      AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
      AAD_APP_CERTIFICATE_PATH: path,
    },
    nowMs,
  );
};
const linesOf = (text: string, nowMs?: number): readonly string[] => {
  try {
    parse(text, nowMs);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
};
const other = (kind?: string) => readFileSync(makeCertificate(folder, 'other', 10, kind).path, 'utf8');

describe('accepts', () => {
  test.each([
    ['key and certificate', () => pem],
    ['certificate and key', () => certificateOf(pem) + keyOf(pem)],
    [
      'a key in the traditional format',
      () => openssl(['rsa', '-traditional'], keyOf(pem)) + certificateOf(pem),
    ],
    [
      'text between the blocks and the issuers first',
      () => `Bag Attributes\n${certificateOf(other())}\n${pem}`,
    ],
    ['CRLF line endings', () => pem.replaceAll('\n', '\r\n')],
  ])('a file with %s', (_, make) => {
    const { credential } = parse(make());

    expect(credential).toMatchObject({
      certificate: {
        certificate: certificateOf(pem),
        thumbprintSha256: openssl(['x509', '-noout', '-fingerprint', '-sha256'], pem)
          .split('=')[1]
          ?.trim()
          .replaceAll(':', '')
          .toLowerCase(),
      },
    });
  });
});

describe('refuses, in one line with the fix,', () => {
  test.each<[string, () => string, RegExp, number?]>([
    [
      'a certificate alone',
      () => certificateOf(pem),
      /without a private key; it must contain the private key and its certificate/,
    ],
    ['a key alone', () => keyOf(pem), /without a certificate; it must contain/],
    ['an empty file', () => '\n', /without a private key/],
    [
      'an encrypted key',
      () => openssl(['pkey', '-aes256', '-passout', 'pass:secret'], keyOf(pem)) + certificateOf(pem),
      /encrypted; .* openssl pkey -in/,
    ],
    [
      'an encrypted key in the traditional format',
      () =>
        openssl(['rsa', '-traditional', '-aes256', '-passout', 'pass:secret'], keyOf(pem)) +
        certificateOf(pem),
      /encrypted; .* openssl pkey -in/,
    ],
    [
      'a key that was cut',
      () => pem.replace(/(PRIVATE KEY-----\n)[^]{100}/, '$1'),
      /private key cannot be parsed; copy it again/,
    ],
    [
      'a certificate that was cut',
      () => pem.replace(/(CERTIFICATE-----\n)[^]{100}/, '$1'),
      /certificate cannot be parsed; copy it again/,
    ],
    [
      'the key of another certificate',
      () => keyOf(other()) + certificateOf(pem),
      /private key does not match its certificate/,
    ],
    [
      'an elliptic curve',
      () => other('ec -pkeyopt ec_paramgen_curve:P-256'),
      /key type is ec; Entra accepts RSA only; create one with: openssl req/,
    ],
    ['Ed25519', () => other('ed25519'), /key type is ed25519; Entra accepts RSA only/],
    [
      'RSA that is too short',
      () => other('rsa:1024'),
      /key has 1024 bits; at least 2048 are required; create one/,
    ],
    [
      'one that expired',
      () => pem,
      /expired on \d{4}-\d\d-\d\d; create one with: .* upload its public part/,
      Date.now() + 11 * dayMs,
    ],
    [
      'one of the future',
      () => pem,
      /not valid before \d{4}-\d\d-\d\d; use another one, or correct the clock of this machine/,
      Date.now() - dayMs,
    ],
  ])('%s', (...[, make, words, nowMs]) => {
    const lines = linesOf(make(), nowMs);

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^AAD_APP_CERTIFICATE_PATH: /);
    expect(lines[0]).toMatch(words);
    expect(lines[0]).not.toMatch(/\n|-----|Error/);
  });
});
