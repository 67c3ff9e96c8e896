import { describe, expect, it } from 'vitest';
import type { Origin } from '../../domain/artifact.ts';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { UNSTATED_USE } from '../../domain/use.ts';
import type { Item } from '../../intake/inventory.ts';
import { digestOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import { identity } from './analyzer.ts';
import { KNOWN_PUBLISHERS } from './known-publishers.ts';
import { lookAlikeOf, ownerOfName } from './look-alike.ts';

const none = { count: 0, first: [] };
const one = (path: string) => ({ count: 1, first: [path] });
const HELD = {
  path: 'model.sig',
  state: 'held',
  signer: { kind: 'key', keyId: 'ab'.repeat(32) },
  covers: 3,
  changed: none,
  missing: none,
  extra: none,
  unreadable: none,
  uncompared: none,
  ignored: none,
};

const signature = (body: Json) => evidenceOf('model-signature', 'x', '2026-01-01T00:00:00Z', body);
const commit = (kind: string, state?: string) =>
  evidenceOf('git-signature', 'x', '2026-01-01T00:00:00Z', {
    object: 'commit',
    id: 'ab'.repeat(20),
    name: null,
    author: 'a',
    signature: { kind, ...(state === undefined ? {} : { state, fingerprint: 'SHA256:x' }) },
  });
const hub = (body: Json) => evidenceOf('hub-model', 'hub', '2026-01-01T00:00:00Z', body);

function analyze(evidence: readonly Evidence[], name = 'somebody/their-model', items: readonly Item[] = []) {
  const origin: Origin = { source: 'hf', name, revision: null, requested: null };
  const artifact = { digest: digestOf(''), manifest: null, origin, files: [] };
  const material = { inventory: { artifact, items, mismatches: [] }, evidence, use: UNSTATED_USE };
  return [...identity.analyze(material)].map(({ rule, says }) => `${rule.replace('identity/', '')} ${says}`);
}

describe('what signatures say', () => {
  it.each<[string, readonly Evidence[], readonly string[]]>([
    ['nothing', [], ['unsigned note']],
    ['all as signed', [signature(HELD)], ['signed note']],
    ['a changed file', [signature({ ...HELD, changed: one('a') })], ['signature-contradicted malicious']],
    ['a file more', [signature({ ...HELD, extra: one('a') })], ['signature-incomplete review']],
    ['a file less', [signature({ ...HELD, missing: one('a') })], ['signature-incomplete review']],
    ['a file left out', [signature({ ...HELD, ignored: one('a') })], ['signature-incomplete review']],
    ['a file without a digest', [signature({ ...HELD, uncompared: one('a') })], ['signature-incomplete review']],
    ['a stranger', [signature({ path: 's', state: 'stranger', signer: null, why: 'x' })], ['signed-by-stranger note']],
    [
      'a broken one',
      [signature({ path: 's', state: 'invalid', signer: null, why: 'x' })],
      ['signature-invalid review'],
    ],
    ['an unsigned commit', [commit('none')], ['unsigned note']],
    ['a commit by a trusted key', [commit('ssh', 'trusted')], ['commit-signed note', 'unsigned note']],
    ['a commit by another key', [commit('ssh', 'unknown-key')], ['commit-signature-unverified note', 'unsigned note']],
    ['a commit under OpenPGP', [commit('pgp')], ['commit-signature-unverified note', 'unsigned note']],
    ['a broken commit', [commit('ssh', 'broken')], ['commit-signature-broken review', 'unsigned note']],
  ])('%s', (_, evidence, expected) => {
    expect(analyze(evidence)).toEqual(expected);
  });
});

describe('what names and dates say', () => {
  it.each<[string, string, Json, readonly string[]]>([
    ['a name of its own', 'somebody/their-model', { id: 'somebody/their-model' }, []],
    ['a look-alike', 'meta-1lama/x', { id: 'meta-1lama/x' }, ['look-alike review']],
    ['another one’s model', 'somebody/Llama-3.1-8B-Instruct', {}, ['name-of-another review']],
    [
      'the same with its base named',
      'somebody/Llama-3.1-8B-Instruct',
      { cardData: { base_model: 'meta-llama/Llama-3.1-8B' } },
      [],
    ],
    [
      'a base of a look-alike',
      'somebody/x',
      { cardData: { base_model: ['mistraiai/Mistral-7B'] } },
      ['base-look-alike review'],
    ],
    ['a renamed repository', 'new/x', { id: 'new/x', askedFor: 'old/x' }, ['answers-for-another-name review']],
    ['a verified publisher', 'a/x', { authorData: { isVerified: true } }, ['publisher-verified note']],
    [
      'a new repository',
      'a/x',
      { createdAt: '2026-01-01T00:00:00Z', lastModified: '2026-01-03T00:00:00Z' },
      ['new-repository note'],
    ],
    ['an old one', 'a/x', { createdAt: '2024-01-01T00:00:00Z', lastModified: '2026-01-03T00:00:00Z' }, []],
    ['dates that are none', 'a/x', { createdAt: 'soon', lastModified: 7 }, []],
  ])('%s', (_, name, body, expected) => {
    expect(analyze([hub(body)], name).filter((said) => said !== 'unsigned note')).toEqual(expected);
  });

  it('are not looked for in the name of a folder', () => {
    const origin: Origin = { source: 'directory', name: 'meta-1lama', revision: null, requested: null };
    const artifact = { digest: digestOf(''), manifest: null, origin, files: [] };
    const material = { inventory: { artifact, items: [], mismatches: [] }, evidence: [], use: UNSTATED_USE };
    expect([...identity.analyze(material)].map(({ rule }) => rule)).toEqual(['identity/unsigned']);
  });
});

describe('look-alikes', () => {
  it.each([
    ['meta-1lama', 'meta-llama'],
    ['metallama', 'meta-llama'],
    ['mеta-llama', 'meta-llama'],
    ['rneta-llama', 'meta-llama'],
    ['mistralia', 'mistralai'],
    ['mistral-ai', 'mistralai'],
    ['mistalai', 'mistralai'],
    ['deepseekai', 'deepseek-ai'],
    ['deepseak-ai', 'deepseek-ai'],
    ['openai-official', 'openai'],
    ['0penai', 'openai'],
    ['stabilltyai', 'stabilityai'],
    ['g00gle', 'google'],
    ['microsofft', 'microsoft'],
    ['Qvven', 'Qwen'],
    ['blackforestlabs', 'black-forest-labs'],
    ['nvidia-inc', 'nvidia'],
    ['EIeutherAI', 'EleutherAI'],
  ])('%s could be taken for %s', (name, known) => {
    expect(lookAlikeOf(name)?.known).toBe(known);
  });

  it('are none of the known names themselves, in any case', () => {
    for (const { name } of KNOWN_PUBLISHERS) {
      expect(lookAlikeOf(name), name).toBeNull();
      expect(lookAlikeOf(name.toUpperCase()), name).toBeNull();
    }
  });

  it.each([
    'somebody',
    'apples',
    'amazonia',
    'openbmb-fan',
    'google-research-lab',
    'bert-fans',
    'metal',
    'nvidian-dreams',
    'microsoft-research-asia',
    'timmy',
    'quen',
    'julien-c',
    'TheBlokes-cousin',
    'mistral-community',
    'llama-farm',
    'deepmind',
    'deepcogito',
    'open-thoughts',
    'openchat',
    'stanford-crfm',
    'writers-guild',
    'suno-fan',
    'baidu-x',
  ])('%s is nobody’s', (name) => {
    expect(lookAlikeOf(name)).toBeNull();
  });

  it.each<[string, string, string | null]>([
    ['somebody', 'Llama-3.1-8B-Instruct', 'meta-llama'],
    ['somebody', 'Mistral-7B-Instruct-v0.3', 'mistralai'],
    ['somebody', 'gpt-oss-20b', 'openai'],
    ['mistralai', 'Mistral-7B-v0.1', null],
    ['unsloth', 'Llama-3.1-8B-Instruct', null],
    ['somebody', 'Llama-3.1-8B-Lexi-Uncensored', null],
    ['somebody', 'Mistral-7B-finance', null],
    ['somebody', 'my-model', null],
  ])('%s/%s bears the name of %s', (namespace, model, owner) => {
    expect(ownerOfName(namespace, model)).toBe(owner);
  });
});
