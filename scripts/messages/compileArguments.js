import { argumentsOf, parseMessage } from './compile.js';
import { parts, readMessages } from './files.js';

/** Generates `src/tab/i18n/messageArguments.ts`: the arguments of the English messages, which all languages share. */
export const compileArguments = () =>
  [
    '// Generated from en/*.json by npm run messages.',
    'export type MessageArguments = {',
    ...parts.flatMap((part) => linesOf(readMessages('en', part), part)),
    '};',
    '',
  ].join('\n');

/**
 * @param {string | import('./compile.js').Messages} value
 * @param {string} path
 * @returns {string[]}
 */
function linesOf(value, path) {
  if (typeof value !== 'string')
    return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, `${path}.${key}`));
  const types = [...argumentsOf(parseMessage(value, 'en'))].map(([name, type]) => `${name}: ${type}`);
  return types.length === 0 ? [] : [`  '${path}': { ${types.join('; ')} };`];
}
