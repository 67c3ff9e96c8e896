import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../../test/corpus/judge.ts';
import { cases } from '../../../test/support/deep.ts';
import type { PackRule, RulePack } from '../../domain/rule-pack.ts';
import { FORMATS } from '../../formats/table.ts';
import type { Item } from '../../intake/inventory.ts';
import { readFileAs } from '../../intake/read-file.ts';
import { itemOf } from '../../intake/take-inventory.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { digestOf } from '../../kernel/digest.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { analyzerOfPack } from './analyzer.ts';
import { factsOf } from './facts.ts';
import { loadPatterns, type Patterns } from './patterns.ts';

let engine: Patterns;
beforeAll(async () => {
  engine = await loadPatterns();
});

async function itemFrom(path: string, text: string): Promise<Item> {
  const bytes = new TextEncoder().encode(text);
  const readings = await readFileAs(
    FORMATS,
    path,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  const listed = { kind: 'file', path, size: bytes.length, claim: null } as const;
  return itemOf(listed, { kind: 'unknown', reason: 'test' }, readings);
}

const factsIn = async (path: string, text: string) =>
  [...factsOf(await itemFrom(path, text))].map(({ kind, text: fact }) => `${kind} ${fact}`);

function packOf(patterns: PackRule['patterns'], needs: PackRule['needs'] = 'any'): RulePack {
  const rule = {
    id: 'acme/x',
    says: 'review',
    severity: 'low',
    title: 'It is there.',
    why: 'So.',
    remedy: 'Look.',
    references: [],
  } as const;
  const own: PackRule = { rule, needs, patterns, fires: [], quiet: [] };
  return { name: 'acme', version: 1, description: 'Ours.', digest: digestOf('x'), rules: [own] };
}

const pattern = (fact: PackRule['patterns'][number]['fact'], text: string) => ({
  fact,
  pattern: text,
  ignoreCase: false,
});

describe('the facts that packs see', () => {
  it.each<[string, string, readonly string[]]>([
    ['m.pkl', "cos\nsystem\n(S'true'\ntR.", ['file m.pkl', 'import os.system', "call os.system('true')"]],
    ['x.py', 'import torch\nprint(1)', ['file x.py', 'import torch', 'call print(1)']],
    ['c.json', '{"a": {"b": [1]}}', ['file c.json', 'key a', 'key a.b', 'key a.b.0', 'setting a.b.0 = 1']],
    ['c.yaml', 'a: yes it is', ['file c.yaml', 'key a', 'setting a = yes it is']],
    ['chat_template.jinja', "Hi{{ 'you' }}", ['file chat_template.jinja', 'template Hi', 'template you']],
    ['README.md', '# posix.system', ['file README.md']],
  ])('of %s holding %j', async (path, text, expected) => {
    expect(await factsIn(path, text)).toEqual(expected);
  });
});

describe('the check that a pack makes', () => {
  it.each<[string, RulePack, string, readonly string[]]>([
    [
      'any of its patterns',
      packOf([pattern('call', 'nothing'), pattern('import', '^os\\.')]),
      "cos\nsystem\n(S'a'\ntR.",
      ['import os.system'],
    ],
    [
      'each of them',
      packOf([pattern('import', '^os\\.'), pattern('file', '\\.pkl$')], 'all'),
      "cos\nsystem\n(S'a'\ntR.",
      ['import os.system'],
    ],
    [
      'not all of them',
      packOf([pattern('import', '^os\\.'), pattern('file', '\\.bin$')], 'all'),
      "cos\nsystem\n(S'a'\ntR.",
      [],
    ],
  ])('fires on %s', async (_, pack, text, expected) => {
    const findings = [...analyzerOfPack(pack, engine).inspect(await itemFrom('m.pkl', text))];
    expect(findings.map(({ operation }) => operation)).toEqual(expected);
  });

  it('names the pack by its digest, so that a dossier says which rules were asked', () => {
    expect(analyzerOfPack(packOf([pattern('file', 'x')]), engine).question).toContain(digestOf('x'));
  });

  it('takes no longer for a pattern that would make other engines search for ever', async () => {
    const pack = packOf([pattern('setting', '(a+)+$'), pattern('setting', '(a|aa)+b')]);
    const item = await itemFrom('c.json', JSON.stringify({ k: `${'a'.repeat(2_000)}!` }));
    expect([...analyzerOfPack(pack, engine).inspect(item)]).toEqual([]);
  });

  it('gives up loudly where there is too much to look at', async () => {
    const item = await itemFrom(
      'c.json',
      JSON.stringify(Array.from({ length: 200_000 }, (_, index) => `${index} ${'x'.repeat(20)}`)),
    );
    const many = packOf(Array.from({ length: LIMITS.packPatterns }, (_, index) => pattern('setting', `q${index}`)));
    expect(() => [...analyzerOfPack(many, engine).inspect(item)]).toThrow('at most');
  });

  it.each([['(?<=a)b'], ['(?=a)'], ['(a)\\1'], ['['], ['a{2000}']])('refuses %s', (text) => {
    expect(engine.wrongWithPattern(text)).not.toBeNull();
    expect(() => engine.compilePattern(text)).toThrow();
  });

  it('answers any file with findings of its own, and changes nothing of what others find', async () => {
    const pack = analyzerOfPack(packOf([pattern('file', 'a'), pattern('key', '.'), pattern('template', 'x')]), engine);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.json', 'b.yaml', 'c.jinja', 'd'), fc.json(), async (path, text) => {
        const before = await judge(path, new TextEncoder().encode(text));
        const item = await itemFrom(path, text);
        expect([...pack.inspect(item)].every(({ rule }) => rule === 'acme/x')).toBe(true);
        expect(await judge(path, new TextEncoder().encode(text))).toEqual(before);
      }),
      { numRuns: cases(50) },
    );
  });
});
