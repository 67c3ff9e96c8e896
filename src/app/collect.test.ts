import { describe, expect, it } from 'vitest';
import { SILENT } from '../contract/progress.ts';
import type { Artifact } from '../domain/artifact.ts';
import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import type { Collector } from '../ports/collector.ts';
import type { OpenModel } from '../ports/source.ts';
import { collectEvidence } from './collect.ts';

const NOON = new Date('2026-11-27T12:00:00Z');
const clock = { now: () => NOON, monotonic: () => 0 };
const artifact = {} as Artifact;
const caller = { signal: new AbortController().signal, progress: SILENT };
const said = evidenceOf('hub-model', 'hub', NOON.toISOString(), { id: 'org/name' });
const model = { evidence: [said] } as unknown as OpenModel;

/** Brings one thing: how much was known before. */
function counting(id: string): Collector {
  return {
    id,
    brings: ['hub-model'],
    collect: async ({ evidence, now }) => [evidenceOf('hub-model', id, now, { known: evidence.length })],
  };
}

describe('collecting evidence', () => {
  it('keeps what the source said when there is no collector', async () => {
    expect(
      await collectEvidence({ allCollectors: async () => [], clock }, { artifact, model, asked: new Map() }, caller),
    ).toEqual([said]);
  });

  it('shows each collector what those before it brought', async () => {
    const parts = { allCollectors: async () => [counting('first'), counting('second')], clock };
    const evidence: readonly Evidence[] = await collectEvidence(parts, { artifact, model, asked: new Map() }, caller);
    expect(evidence.map(({ collector, body }) => [collector, body])).toEqual([
      ['hub', { id: 'org/name' }],
      ['first', { known: 1 }],
      ['second', { known: 2 }],
    ]);
  });
});
