import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from './reference.ts';

for (const [name, text] of Object.entries(referencePages())) writeFileSync(join('docs', 'reference', name), text);
