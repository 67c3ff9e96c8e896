import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardPage, guardPolicySchema, referencePages } from './reference.ts';

for (const [name, text] of Object.entries(referencePages())) writeFileSync(join('docs', 'reference', name), text);
writeFileSync(join('schemas', 'guard-policy-v1.schema.json'), guardPolicySchema());
writeFileSync(join('docs', 'reference', 'guard.md'), guardPage());
