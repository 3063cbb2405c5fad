import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/startSandbox.js';
import { createSigningKey } from '../../src/sandbox/tokens.js';

/** All sandboxes of a test file start with one key, because generating a key is slow. */
export const signingKey = createSigningKey();

export const createSandbox = async (options: SandboxOptions): Promise<Sandbox> =>
  await startSandbox({ signingKey: await signingKey, ...options });
