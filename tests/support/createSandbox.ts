import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/startSandbox.js';
import { importSigningKey } from '../../src/sandbox/tokens.js';

type Jwk = Parameters<typeof importSigningKey>[0];

/** Starts a sandbox whose first key is the one that `prepareRun.mjs` made for this run. */
export const createSandbox = async (options: SandboxOptions): Promise<Sandbox> =>
  await startSandbox({
    signingKey: await importSigningKey(JSON.parse(process.env['SANDBOX_SIGNING_KEY'] ?? '') as Jwk),
    ...options,
  });
