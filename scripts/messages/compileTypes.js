import { argumentsOf, parseMessage } from './compile.js';
import { parts, readMessages } from './files.js';

/** Generates `src/tab/i18n/messages.ts`: the types of the English messages, which all languages share. */
export const compileTypes = () =>
  ['// Generated from en/*.json by npm run messages.', ...parts.map(compilePart), ''].join('\n');

/** @param {string} part */
const compilePart = (part) =>
  `export type ${part.charAt(0).toUpperCase()}${part.slice(1)}Messages = ${typeOf(readMessages('en', part), '')};`;

/**
 * @param {string | import('./compile.js').Messages} value
 * @param {string} indent
 * @returns {string}
 */
function typeOf(value, indent) {
  if (typeof value !== 'string') {
    const members = Object.entries(value).map(
      ([key, inner]) => `${indent}  readonly ${JSON.stringify(key)}: ${typeOf(inner, `${indent}  `)};\n`,
    );
    return `{\n${members.join('')}${indent}}`;
  }
  const parameters = [...argumentsOf(parseMessage(value, 'en'))].map(
    ([name, type]) => `readonly ${name}: ${type}`,
  );
  return parameters.length === 0 ? 'string' : `(parameters: { ${parameters.join('; ')} }) => string`;
}
