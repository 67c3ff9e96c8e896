import { expect, it } from 'vitest';
import { evidenceOf } from '../domain/evidence.ts';
import { digestOf, hexOf } from '../kernel/digest.ts';
import { saidByEvaluators } from './asking-evaluators.ts';

const NOW = new Date('2026-03-11T14:00:00Z');
const manifest = digestOf('these files');
const origin = { source: 'directory', name: 'plover', revision: null, requested: null };
const artifact = { digest: manifest, manifest, origin, files: [] };

it.each([
  ['that stands', { result: 'passed' }, ['passed', null]],
  ['that has expired since', { result: 'passed', expiresAt: '2026-03-11T13:00:00Z' }, ['passed', 'expired']],
  ['about another model', { result: 'passed', subjects: [{ sha256: '00'.repeat(32) }] }, ['passed', 'other-model']],
  ['against it that has expired', { result: 'failed', expiresAt: '2026-03-11T13:00:00Z' }, ['failed', null]],
])('an answer %s says so', (_, more, expected) => {
  const subjects = [{ sha256: hexOf(manifest) }];
  const document = { name: 'harm', kind: 'audit', issuer: 'A Lab', scope: 'harm', subjects, expiresAt: null, ...more };
  const evidence = [evidenceOf('external', 'evaluators', NOW.toISOString(), document)];
  expect(saidByEvaluators({ artifact, evidence }, NOW).map(({ result, but }) => [result, but])).toEqual([expected]);
});
