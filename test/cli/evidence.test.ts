import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPublicKey } from '../../src/adapters/signers/local-key.ts';
import { preAuthEncoding, trustedSignerOf } from '../../src/attest/dsse.ts';
import { parseStatement, STATEMENT_PAYLOAD_TYPE } from '../../src/attest/statement.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const model = join(home, 'plover');
const publisher = generateKeyPairSync('ed25519');
const sha256 = (path: string) =>
  createHash('sha256')
    .update(readFileSync(join(model, path)))
    .digest('hex');

let files = 0;
function write(value: unknown): string {
  const path = join(home, `evidence-${files++}.json`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const subject = (path: string) => [{ name: path, digest: { sha256: sha256(path) } }];
const other = [{ name: 'x', digest: { sha256: '00'.repeat(32) } }];
const report = (more: object = {}) => ({
  kind: 'safety-report',
  issuer: 'A Lab',
  scope: 'toxicity',
  subject: subject('model.safetensors'),
  ...more,
});

function statement(of: readonly object[]): object {
  const predicate = { buildDefinition: {}, runDetails: { builder: { id: 'https://builder.example' } } };
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: of,
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate,
  };
}

function envelope(value: object, key = publisher.privateKey): object {
  const payload = Buffer.from(JSON.stringify(value));
  const sig = sign(null, preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload), key).toString('base64');
  return { payloadType: STATEMENT_PAYLOAD_TYPE, payload: payload.toString('base64'), signatures: [{ keyid: '', sig }] };
}

async function vet(...args: readonly string[]) {
  const { code, stdout, stderr } = await wb(['vet', model, '--format', 'json', '--quiet', '--no-keep', ...args], {
    home,
  });
  if (stdout === '') return { code, stderr, rules: [], vetting: null };
  const vetting = JSON.parse(stdout);
  const check = vetting.dossier.checks.find(({ analyzer }: { analyzer: string }) => analyzer === 'external-evidence');
  const rules = (check.outcome.findings ?? []).map(({ rule }: { rule: string }) =>
    rule.replace('external-evidence/', ''),
  );
  return { code, stderr, rules, vetting };
}

beforeAll(async () => {
  cpSync('examples/models/plover-1m', model, { recursive: true });
  const pem = join(home, 'publisher.pub');
  writeFileSync(pem, publisher.publicKey.export({ type: 'spki', format: 'pem' }));
  expect((await wb(['key', 'trust', pem], { home })).code).toBe(0);
});

describe('evidence that is handed over', () => {
  it.each<[string, () => unknown, string]>([
    ['a report on all weights', () => report(), 'counts'],
    ['a report on the card alone', () => report({ subject: subject('README.md') }), 'covers-a-part'],
    ['a report on another model', () => report({ subject: other }), 'other-model'],
    ['a report that expired', () => report({ expiresAt: '2020-01-01T00:00:00Z' }), 'expired'],
    ['a report that has not', () => report({ expiresAt: '2120-01-01T00:00:00Z' }), 'counts'],
    ['provenance by somebody trusted', () => envelope(statement(subject('model.safetensors'))), 'counts'],
    [
      'provenance by a stranger',
      () => envelope(statement(subject('model.safetensors')), generateKeyPairSync('ed25519').privateKey),
      'not-signed-by-anybody-trusted',
    ],
    ['provenance that nobody signed', () => statement(subject('model.safetensors')), 'not-signed-by-anybody-trusted'],
    ['provenance of another model', () => envelope(statement(other)), 'other-model'],
  ])('%s', async (_, make, expected) => {
    expect((await vet('--evidence', write(make()))).rules).toEqual([expected]);
  });

  it('of several sorts is judged each by itself, and feeds the scorecard', async () => {
    const { rules, vetting } = await vet(
      '--evidence',
      write(report()),
      '--evidence',
      write(report({ subject: other })),
    );
    expect(rules.sort()).toEqual(['counts', 'other-model']);
    const safety = vetting.scorecard.checks.find(({ id }: { id: string }) => id === 'safety-evaluated');
    expect(safety.score).toBe(8);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'evidence-invalid'],
    ['JSON of nothing known', { kind: 'gossip' }, 'evidence-invalid'],
    ['a report without a digest', { kind: 'audit', issuer: 'x', scope: 'y', subject: [] }, 'evidence-invalid'],
    ['an envelope of something else', { payloadType: 'x', payload: '', signatures: [] }, 'evidence-invalid'],
    ['too deep a nesting', '['.repeat(2000), 'evidence-invalid'],
  ])('as %s is refused', async (_, value, code) => {
    const answer = await vet('--evidence', write(value));
    expect([answer.code, answer.stderr]).toEqual([2, expect.stringContaining(`[${code}]`)]);
  });

  it('is never taken from the model', async () => {
    writeFileSync(join(model, 'audit.json'), JSON.stringify(report()));
    const { code, stderr } = await vet('--evidence', join(model, 'audit.json'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('lies among the files')]);
  });
});

describe('attestations', () => {
  it('hold all that was concluded, each about every file, signed', async () => {
    const key = join(home, 'release.key');
    await wb(['key', 'new', key], { home });
    const lines = join(home, 'plover.intoto.jsonl');
    const { vetting } = await vet('--sign', key, '--decision', join(home, 'd.json'), '--attest', lines);
    const trusted = [await readPublicKey(join(home, 'release.pub'))];
    const statements = readFileSync(lines, 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const one = JSON.parse(line);
        expect(trustedSignerOf(one, trusted)).not.toBeNull();
        return parseStatement(Buffer.from(one.payload, 'base64'));
      });
    expect(statements.map((one) => one?.predicateType)).toEqual([
      'urn:weighbridge:predicate:scan:v1',
      'urn:weighbridge:predicate:licence:v1',
      'urn:weighbridge:predicate:scorecard:v1',
      'https://in-toto.io/attestation/svr/v0.1',
      'https://slsa.dev/verification_summary/v1',
    ]);
    for (const one of statements) {
      expect(one?.subject.map(({ name }) => name)).toEqual(
        vetting.dossier.artifact.files.map(({ path }: { path: string }) => path),
      );
    }
    const [, , , simple, summary] = statements;
    const admitted = vetting.verdict.outcome === 'admit';
    expect(JSON.stringify(simple?.predicate).includes('WEIGHBRIDGE_ADMITTED')).toBe(admitted);
    expect(summary?.predicate).toMatchObject({ verificationResult: admitted ? 'PASSED' : 'FAILED' });
  });

  it('are not written without a key', async () => {
    expect((await vet('--attest', join(home, 'x.jsonl'))).code).toBe(2);
  });
});
