import { readFile } from 'node:fs/promises';
import { EntraRefusal, misconfigured } from './entraProblem.js';
import type { OwnFault } from './ownFaults.js';

const fault: OwnFault = {
  message: 'The workload identity assertion is missing.',
  fix: 'Check the path in AZURE_FEDERATED_TOKEN_FILE, and that the pod has the label azure.workload.identity/use and its service account.',
};

/**
 * Reads the assertion on each call, because Kubernetes replaces the file about once an hour.
 * Throws Problem `misconfigured`.
 * @see https://learn.microsoft.com/azure/aks/workload-identity-overview
 */
export const readAssertionFrom = (path: string) => async (): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    // Node's file functions reject only with this type.
    throw noAssertion('cannot be read', (error as NodeJS.ErrnoException).code ?? 'unknown');
  });
  const assertion = text.trim();
  if (assertion === '') throw noAssertion('is empty', 'empty');
  return assertion;
};

const noAssertion = (what: string, code: string) =>
  misconfigured(new EntraRefusal(`The file at AZURE_FEDERATED_TOKEN_FILE ${what} (${code})`, code, fault));
