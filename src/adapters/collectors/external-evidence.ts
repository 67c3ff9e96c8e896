import { z } from 'zod';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import type { Collector } from '../../ports/collector.ts';
import type { Keys } from '../../ports/keys.ts';
import { readDocument } from './evidence-document.ts';

const handedOver = z.array(z.object({ name: z.string(), text: z.string() }));

/** What the caller hands over: documents of theirs, in-toto statements, DSSE envelopes around such. Never what a model brings. */
export function createExternalEvidenceCollector(keys: Pick<Keys, 'signers'>): Collector {
  return {
    id: 'external-evidence',
    brings: ['external'],
    collect: async ({ asked, now }) => {
      const given = asked.get('external-evidence');
      if (given === undefined) return [];
      const { keys: trusted } = await keys.signers();
      const evidence: Evidence[] = [];
      for (const { name, text } of handedOver.parse(JSON.parse(given))) {
        evidence.push(evidenceOf('external', 'external-evidence', now, readDocument(name, text, { trusted, now })));
      }
      return evidence;
    },
  };
}
