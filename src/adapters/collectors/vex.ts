import { evidenceOf } from '../../domain/evidence.ts';
import { touchKeysOf } from '../../domain/touch.ts';
import type { VexStatement } from '../../domain/vex.ts';
import type { Json } from '../../kernel/json.ts';
import type { Collector } from '../../ports/collector.ts';
import type { VexStore } from '../../ports/vex-store.ts';

/** What signers whom the user trusts say of vulnerabilities in the model's packages. What lies in the model is never asked. */
export function createVexCollector(store: VexStore): Collector {
  return {
    id: 'vex',
    brings: ['vex'],
    needsBytes: false,
    collect: async ({ artifact, evidence, now }) => {
      const documents = await store.list();
      if (documents.length === 0) return [];
      const keys = new Set<string>(touchKeysOf({ artifact, evidence }));
      const here = ({ ecosystem, name, model }: VexStatement): boolean =>
        keys.has(`package:${ecosystem}/${name}`) &&
        (model === null || model.toLowerCase() === artifact.origin.name.toLowerCase());
      const statements = documents.flatMap(({ author, keyId, statements: all }) =>
        all.filter(here).map((one) => ({ ...one, author, keyId })),
      );
      return statements.length === 0 ? [] : [evidenceOf('vex', 'vex', now, { statements } as unknown as Json)];
    },
  };
}
