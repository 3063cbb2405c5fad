import type { Configuration, Provider } from 'oidc-provider';

/**
 * Silences oidc-provider's warnings that concern only production: its in-memory store, its preferred Node
 * version (it runs on 20), and a request body that is already parsed.
 */
export function silenceProductionWarnings(): void {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('oidc-provider WARNING')) warn(...words);
  };
}

export async function createOidcProvider(issuer: string, configuration: Configuration): Promise<Provider> {
  // Imported dynamically, because the module warns while it loads.
  const { Provider } = await import('oidc-provider');
  return new Provider(issuer, configuration);
}
