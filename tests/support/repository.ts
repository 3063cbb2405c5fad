import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', `file://${__filename}`));

/** A file of the repository as text. */
export const readFile = (file: string): string => readFileSync(join(root, file), 'utf8');
