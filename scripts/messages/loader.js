import path from 'node:path';
import { compileMessages } from './compile.js';

/**
 * Compiles `src/tab/i18n/{tag}/*.json` for webpack, which requires a default export.
 * @this {import('webpack').LoaderContext<unknown>}
 * @param {string} source
 */
export default function messagesLoader(source) {
  const tag = path.basename(path.dirname(this.resourcePath));
  const code = compileMessages(JSON.parse(source), tag, 'export default');
  return `import { isolate, plural } from '../format.js';\n${code}`;
}
