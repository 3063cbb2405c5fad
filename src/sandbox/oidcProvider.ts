import type { Configuration, Provider } from 'oidc-provider';

/**
 * oidc-provider warns on the console about what matters in production only: that its memory is lost at a restart, that it
 * prefers a newer Node (it runs on 20), and that the request's body was read before it saw it.
 */
export function silenceProductionWarnings(): void {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('oidc-provider WARNING')) warn(...words);
  };
}

export async function createOidcProvider(issuer: string, configuration: Configuration): Promise<Provider> {
  // Imported here, because it warns while it is loaded.
  const { Provider } = await import('oidc-provider');
  return new Provider(issuer, configuration);
}
