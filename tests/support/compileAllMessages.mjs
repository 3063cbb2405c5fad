import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileMessages } from '../../scripts/messages/compile.js';
import { languagesFolder, languageTags, parts, readMessages } from '../../scripts/messages/files.js';

/** Compiles the messages for Jest, which cannot transform a JSON file to a module. `moduleNameMapper` maps to the result. */
export default function compileAllMessages() {
  for (const tag of languageTags) {
    const folder = path.join(import.meta.dirname, '../../node_modules/.cache/messages', tag);
    mkdirSync(folder, { recursive: true });
    for (const part of parts) {
      const code = compileMessages(readMessages(tag, part), tag, 'exports.default =');
      const format = JSON.stringify(path.join(languagesFolder, 'format.ts'));
      writeFileSync(
        path.join(folder, `${part}.cjs`),
        `const { isolate, plural } = require(${format});\nexports.__esModule = true;\n${code}`,
      );
    }
  }
}
