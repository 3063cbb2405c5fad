import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/startSandbox.js';
import { importSigningKey, type SigningKey } from '../../src/sandbox/tokens.js';

type Jwk = Parameters<typeof importSigningKey>[0];

/** Restores the key that `prepareRun.mjs` made for this run. Generating one is slow. */
export const signingKeyOfRun = (): SigningKey =>
  importSigningKey(JSON.parse(process.env['SANDBOX_SIGNING_KEY'] ?? '') as Jwk);

/** Starts a sandbox whose first key is the one of this run. */
export const createSandbox = (options: SandboxOptions): Promise<Sandbox> =>
  startSandbox({
    signingKey: signingKeyOfRun(),
    ...options,
  });
