import { guid, origin } from '../../server/variables.js';
import type { Environment } from '../environmentFiles.js';

const placeholder = /\$\{\{\s*(\w+)\s*\}\}/g;
const hostName = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/;

/**
 * Each rule returns what is wrong with a value, or undefined. Variables without a rule may have any value.
 */
const rules: Readonly<Record<string, (value: string, variables: Environment) => string | undefined>> = {
  TEAMS_APP_ID: (value) => guid.safeParse(value).error?.issues[0]?.message,
  AAD_APP_CLIENT_ID: (value) => guid.safeParse(value).error?.issues[0]?.message,
  TAB_ENDPOINT: (value) => {
    if (!value.startsWith('https://')) return 'must begin with https://, as Teams requires';
    return origin.safeParse(value).error?.issues[0]?.message;
  },
  TAB_DOMAIN: (value, { TAB_ENDPOINT = '' }) => {
    if (value.includes('/')) return 'must be a host name without scheme or path, such as tab.contoso.com';
    if (!hostName.test(value)) return 'must be a host name in lower case, such as tab.contoso.com';
    const host = URL.canParse(TAB_ENDPOINT) ? new URL(TAB_ENDPOINT).host : value;
    return host === value ? undefined : `must be the host of TAB_ENDPOINT, ${host}`;
  },
};

/**
 * Fills the `${{VARIABLE}}` placeholders of a text.
 * @returns the text, and one line for each variable that is missing or invalid
 */
export function fillPlaceholders(
  text: string,
  variables: Environment,
  file: string,
): { readonly text: string; readonly lines: readonly string[] } {
  const names = [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))];
  const lines = names.flatMap((name) => {
    const value = variables[name];
    if (value === undefined) return [`${name}: has no value; set it in ${file}`];
    const wrong = rules[name]?.(value, variables);
    return wrong === undefined ? [] : [`${name}: ${wrong} (${file})`];
  });
  return { text: text.replace(placeholder, (_, name: string) => variables[name] ?? ''), lines };
}
