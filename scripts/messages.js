import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileArguments } from './messages/compileArguments.js';
import { languagesFolder } from './messages/files.js';

// Run by `npm run messages`.
writeFileSync(path.join(languagesFolder, 'messageArguments.ts'), compileArguments());
