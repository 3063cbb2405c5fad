import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const fluent = createRequire(resolve('@fluentui/react-components'));

/**
 * Puts a theme's values in the place of the code that works them out, which is twice as large and takes a while: for a file that
 * exports one of Fluent's themes as `theme`.
 */
export default function asLiteral(source) {
  const name = /teams\w+Theme/.exec(source)?.[0];
  const theme = fluent('@fluentui/tokens')[name];
  if (theme === undefined) throw new Error(`Fluent has no theme ${name}.`);
  return `export const theme = ${JSON.stringify(theme)};`;
}
