import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const fluent = createRequire(resolve('@fluentui/react-components'));

/**
 * Replaces the code that computes a theme with its values, which are half the size and need no run time. Expects a
 * module that exports one of Fluent's themes as `theme`.
 */
export default function asLiteral(source) {
  const name = /teams\w+Theme/.exec(source)?.[0];
  const theme = fluent('@fluentui/tokens')[name];
  if (theme === undefined) throw new Error(`Fluent has no theme ${name}.`);
  return `export const theme = ${JSON.stringify(theme)};`;
}
