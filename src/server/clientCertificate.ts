import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

export type ClientCertificate = ReturnType<typeof parseClientCertificate>;

/** The message is the predicate of a sentence that starts with the variable's name: what is wrong and how to fix it. */
export class CertificateFault extends Error {}

/** Bits. The signing library rejects shorter RSA keys, and Entra advises against them. */
const shortestKey = 2_048;
/** Allowed clock skew, in milliseconds. */
const toleranceMs = 5 * 60 * 1000;
const makeOne =
  'create one with: openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=call-delegates -keyout key.pem -out certificate.pem';

/**
 * Parses the private key and its certificate from PEM text. Other PEM blocks are ignored.
 * Throws CertificateFault if Entra would not accept the credential.
 * @param nowMs ms since the epoch
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function parseClientCertificate(pem: string, nowMs: number) {
  const key = readKey(pem);
  const certificates = readCertificates(pem);
  requireRsa(key);
  const certificate = certificates.find((one) => one.checkPrivateKey(key));
  if (certificate === undefined) {
    throw new CertificateFault(
      'names a file whose private key does not match its certificate; it must contain a matching pair',
    );
  }
  const validToMs = Date.parse(certificate.validTo);
  if (validToMs <= nowMs) {
    throw new CertificateFault(
      `names a certificate that expired on ${toDay(validToMs)}; ${makeOne} and upload its public part to the app registration`,
    );
  }
  const validFromMs = Date.parse(certificate.validFrom);
  if (validFromMs > nowMs + toleranceMs) {
    throw new CertificateFault(
      `names a certificate that is not valid before ${toDay(validFromMs)}; use another one, or correct the clock of this machine`,
    );
  }
  return {
    /** PEM, PKCS #8. */
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    /** PEM, leaf certificate only. */
    certificate: certificate.toString(),
    /** Hex. */
    thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex'),
    validToMs,
  };
}

function readKey(pem: string): KeyObject {
  const [text] = findBlocks(pem, /(?:[A-Z]+ )*PRIVATE KEY/, 'private key');
  if (text?.includes('ENCRYPTED') === true) {
    throw new CertificateFault(
      'names a file whose private key is encrypted; remove the passphrase with: openssl pkey -in encrypted.pem -out key.pem',
    );
  }
  return parse('private key', () => createPrivateKey(text ?? ''));
}

function readCertificates(pem: string): X509Certificate[] {
  const texts = findBlocks(pem, /CERTIFICATE/, 'certificate');
  return parse('certificate', () => texts.map((text) => new X509Certificate(text)));
}

function requireRsa({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): void {
  if (asymmetricKeyType !== 'rsa') {
    throw new CertificateFault(
      `names a file whose key type is ${asymmetricKeyType ?? 'unknown'}; Entra accepts RSA only; ${makeOne}`,
    );
  }
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < shortestKey) {
    throw new CertificateFault(
      `names a file whose key has ${bits} bits; at least ${shortestKey} are required; ${makeOne}`,
    );
  }
}

function findBlocks(pem: string, label: RegExp, name: string): readonly string[] {
  const block = new RegExp(`-----BEGIN ${label.source}-----[^]*?-----END ${label.source}-----`, 'g');
  const found = pem.match(block);
  if (found !== null) return found;
  throw new CertificateFault(
    `names a file without a ${name}; it must contain the private key and its certificate in PEM format`,
  );
}

function parse<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch {
    throw new CertificateFault(
      `names a file whose ${name} cannot be parsed; copy it again, including its BEGIN and END lines`,
    );
  }
}

const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
