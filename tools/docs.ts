import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatewaySchema, guardPage, guardPolicySchema, referencePages } from './reference.ts';

for (const [name, text] of Object.entries(referencePages())) writeFileSync(join('docs', 'reference', name), text);
writeFileSync(join('schemas', 'guard-policy-v1.schema.json'), guardPolicySchema());
writeFileSync(join('schemas', 'gateway-v1.schema.json'), gatewaySchema());
writeFileSync(join('docs', 'reference', 'guard.md'), guardPage());
