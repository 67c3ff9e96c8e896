import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { UNSTATED_USE } from '../../domain/use.ts';
import type { Inventory } from '../../intake/inventory.ts';
import type { Json } from '../../kernel/json.ts';
import { runModelChecks } from '../run-model.ts';
import { detonation } from './analyzer.ts';

const NOON = '2026-11-27T12:00:00.000Z';
const asked = evidenceOf('detonation-request', 'detonation', NOON, {});
const seen = (run: Json, untried: readonly string[] = []): Evidence =>
  evidenceOf('detonation', 'detonation', NOON, { runs: [run], untried });
const run = (more: Readonly<Record<string, Json>>): Json => ({
  path: 'model.bin',
  loader: 'torch.load',
  outcome: 'loaded',
  said: '',
  acts: [],
  more: false,
  ...more,
});

function outcomeOf(...evidence: readonly Evidence[]) {
  const [check] = runModelChecks([detonation], { inventory: {} as Inventory, evidence, use: UNSTATED_USE });
  return check?.outcome;
}

function rulesOf(...evidence: readonly Evidence[]): readonly string[] {
  const outcome = outcomeOf(...evidence);
  return outcome?.kind === 'completed' ? outcome.findings.map(({ rule }) => rule) : [`${outcome?.kind}`];
}

describe('what a model did when it was loaded', () => {
  it('is not asked when nobody asked for it', () => {
    expect(outcomeOf()).toMatchObject({ kind: 'not-applicable' });
  });

  it('stays unanswered where there is no chamber', () => {
    expect(outcomeOf(asked)).toMatchObject({ kind: 'unanswered', missing: ['detonation'] });
  });

  it.each<[string, Json, readonly string[]]>([
    ['a quiet load', run({}), ['detonation/loaded']],
    ['a program', run({ acts: [{ kind: 'ran', what: '/bin/sh -c id' }] }), ['detonation/ran-program']],
    ['a connection', run({ acts: [{ kind: 'connected', what: '127.0.0.9:1' }] }), ['detonation/used-network']],
    ['a name', run({ acts: [{ kind: 'looked-up', what: 'a.example' }] }), ['detonation/used-network']],
    ['a port', run({ acts: [{ kind: 'listened', what: '0.0.0.0:1' }] }), ['detonation/used-network']],
    ['a key', run({ acts: [{ kind: 'read', what: '/home/ann/.ssh/id' }] }), ['detonation/read-credentials']],
    ['a mount', run({ acts: [{ kind: 'refused', what: 'mount' }] }), ['detonation/tried-to-leave']],
    ['a signal', run({ acts: [{ kind: 'signalled', what: 'SIGKILL to 1' }] }), ['detonation/tried-to-leave']],
    ['a file', run({ acts: [{ kind: 'wrote', what: '/tmp/x' }] }), ['detonation/changed-files']],
    ['a file that is gone', run({ acts: [{ kind: 'changed', what: '/tmp/x' }] }), ['detonation/changed-files']],
    [
      'a load that fails after it acted',
      run({ outcome: 'raised', said: 'E: x', acts: [{ kind: 'ran', what: 'a' }] }),
      ['detonation/did-not-load', 'detonation/ran-program'],
    ],
    ['a missing library', run({ outcome: 'missing', said: 'torch' }), ['detonation/not-tried']],
    ['an interpreter that will not start', run({ outcome: 'no-start' }), ['detonation/not-tried']],
    ['a load without an end', run({ outcome: 'deadline' }), ['detonation/did-not-end']],
    ['a load that ends its own process', run({ outcome: 'ended' }), ['detonation/did-not-end']],
    ['too many calls', run({ outcome: 'record-too-long' }), ['detonation/did-not-end']],
    ['a folder', run({ path: null, acts: [{ kind: 'ran', what: 'a' }] }), ['detonation/ran-program']],
  ])('%s', (_, body, expected) => {
    expect(rulesOf(asked, seen(body)).toSorted()).toEqual(expected);
  });

  it('names each file that was not tried', () => {
    expect(rulesOf(asked, seen(run({}), ['a', 'b'])).toSorted()).toEqual([
      'detonation/loaded',
      'detonation/not-tried',
      'detonation/not-tried',
    ]);
  });

  it('breaks on evidence of another form, and never calls it clean', () => {
    expect(outcomeOf(asked, evidenceOf('detonation', 'x', NOON, { runs: 'none' }))).toMatchObject({ kind: 'failed' });
  });
});
