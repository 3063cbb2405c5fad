import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileTypes } from './messages/compileTypes.js';
import { languagesFolder } from './messages/files.js';

// Run by `npm run messages`.
writeFileSync(path.join(languagesFolder, 'messages.ts'), compileTypes());
