import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardPage, madeSchemas, referencePages } from './reference.ts';

for (const [name, text] of Object.entries(referencePages())) writeFileSync(join('docs', 'reference', name), text);
for (const [name, text] of Object.entries(madeSchemas())) writeFileSync(join('schemas', name), text);
writeFileSync(join('docs', 'reference', 'guard.md'), guardPage());
