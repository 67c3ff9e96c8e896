import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { jsonFormat } from './reader.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, path = 'config.json') =>
  jsonFormat.read(sourceOf(bytes), { path, budget: createBudget(() => 0) });

describe('the reader of JSON', () => {
  it.each<[string, string, boolean]>([
    ['config.json', 'no JSON at all', true],
    ['tokenizer', ' {"a": 1}', true],
    ['list', '[1, 2]', true],
    ['with-mark', '\uFEFF{"a": 1}', true],
    ['settings.jsonc', '// a', true],
    ['rows.jsonl', '{"a": 1}\n{"b": 2}', false],
    ['README.md', '[link](x)', false],
    ['template', '{{ messages }}', false],
    ['template', '{%- if x %}', false],
    ['settings', '[section]', false],
    ['settings', '{a: b}', false],
    ['empty', '', false],
  ])('%s beginning with %j is claimed: %s', (path, text, expected) => {
    const head = bytesOf(text);
    expect(jsonFormat.claims(path, head, head.length)).toBe(expected);
  });

  it.each<[string, BufferEncoding, string]>([
    ['UTF-16 with a mark', 'utf16le', '\uFEFF'],
    ['UTF-16 without one', 'utf16le', ''],
  ])('reads %s, as Python does', async (_, encoding, mark) => {
    const bytes = new Uint8Array(Buffer.from(`${mark}{"auto_map": "ü.X"}`, encoding));
    expect((await read(bytes)).facts.value).toEqual({ auto_map: 'ü.X' });
    expect((await read(bytes.map((_byte, at) => bytes[at ^ 1] ?? 0))).facts.value).toEqual({ auto_map: 'ü.X' });
  });

  it.each<[string, string]>([
    ['.devcontainer/devcontainer.json', '// "a": 2\n{"a": "// \\" /* b */,}" /* , */, // }\n}'],
    ['web/tsconfig.app.json', '/* x\n * y */ {"a": "// \\" /* b */,}",\n}\n//'],
    ['.vscode/tasks.json', '{"a": "// \\" /* b */,}"}'],
    ['x.jsonc', '{/**/"a"://\r"// \\" /* b */,}"}'],
  ])('reads %s with comments, as its own readers do', async (path, text) => {
    const { facts } = await read(bytesOf(text), path);
    expect(facts.value).toEqual({ a: '// " /* b */,}' });
    expect(facts.text).toBe(text);
  });

  it.each<[string, string]>([
    ['config.json', '{"a": 1, // b\n}'],
    ['tsconfig.json', '{"a": 1 /* b }'],
    ['tsconfig.json', '{"a": 1,, }'],
    ['tsconfig.json', '{"a" / 1}'],
    ['tsconfig.json', '{"a": "b'],
    ['x.jsonc', '{} '.concat('/* '.repeat(500_000), '*/ 1')],
    ['x.jsonc', '/* '.repeat(500_000)],
  ])('refuses %s of %j', async (path, text) => {
    await expect(read(bytesOf(text), path)).rejects.toThrow(MalformedError);
  });

  it('reads UTF-32 in both orders, and refuses what lies outside Unicode', async () => {
    const points = Array.from('{"a": "😀"}', (character) => character.codePointAt(0) ?? 0);
    for (const little of [true, false]) {
      const view = new DataView(new ArrayBuffer(points.length * 4));
      points.forEach((point, at) => {
        view.setUint32(at * 4, point, little);
      });
      expect((await read(new Uint8Array(view.buffer))).facts.value).toEqual({ a: '😀' });
      view.setUint32(24, 0x110000, little);
      await expect(read(new Uint8Array(view.buffer))).rejects.toThrow(MalformedError);
    }
  });

  it('tells the value, the text and the keys that stand twice', async () => {
    const { facts } = await read(bytesOf('\uFEFF{"a": 1, "a": 2}'));
    const value = { a: 2, 'a\u0000earlier0': { a: 1 } };
    expect(facts).toEqual({ format: 'json', value, duplicateKeys: ['a'], text: '{"a": 1, "a": 2}' });
  });

  it('reads lines of JSON as a list, and keys that stand twice in one', async () => {
    const { facts } = await read(bytesOf('{"a": 1}\n\n{"a": 2, "a": 3}\n'));
    expect(facts.value).toEqual([{ a: 1 }, { a: 3, 'a\u0000earlier0': { a: 2 } }]);
    expect(facts.duplicateKeys.length).toBe(1);
  });

  it.each(['{"a": 1}\n{"a": 2', '{"a": 1} {"a": 2}', '{"a": 1},\n{"a": 2},', '{"a":\n1}{}'])(
    'takes %j for no lines',
    async (text) => {
      await expect(read(bytesOf(text))).rejects.toThrow(MalformedError);
    },
  );

  it("reads Python's constants as null", async () => {
    const { facts } = await read(bytesOf('{"loss": [NaN, -Infinity, "NaN"]}'));
    expect(facts.value).toEqual({ loss: [null, null, 'NaN'] });
  });

  it.each<[string, Uint8Array, number]>([
    ['broken UTF-8', Uint8Array.of(0x22, 0xc3, 0x28, 0x22), 2],
    ['UTF-8 cut at the end', Uint8Array.of(0x22, 0xe2, 0x82), 1],
    ['UTF-8 broken far in', Uint8Array.from({ length: 9000 }, (_, at) => (at === 8000 ? 0xff : 0x20)), 8000],
    ['a comment', bytesOf('{ // no\n}'), 2],
    ['nesting without end', bytesOf('['.repeat(10_000)), 256],
    ['nothing', new Uint8Array(), 0],
  ])('%s is malformed, and it says where', async (_, bytes, offset) => {
    await expect(read(bytes)).rejects.toEqual(expect.objectContaining({ name: 'MalformedError', offset }));
  });

  it.each<[string, string]>([
    ['keys', `{${'"":1,'.repeat(LIMITS.jsonKeys)}"":1}`],
    ['values', `[${'1,'.repeat(LIMITS.jsonValues)}1]`],
  ])('more %s than any document has are over the budget', async (what, text) => {
    await expect(read(bytesOf(text))).rejects.toThrow(`${what} in one document`);
  });

  it('finds keys that stand twice wherever they are, as a search of all keys does', async () => {
    const pairs = fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'é'), fc.json()), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pairs, async (members) => {
        const text = `[{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}]`;
        const { facts } = await read(bytesOf(text));
        expect(facts.duplicateKeys).toEqual(scanJson(text, LIMITS.jsonDepth).duplicateKeys);
      }),
    );
  });

  it('answers any bytes with facts or with MalformedError', async () => {
    const documents = fc.oneof(fc.uint8Array(), fc.json().map(bytesOf), fc.string().map(bytesOf));
    await fc.assert(
      fc.asyncProperty(documents, async (bytes) => {
        const answer = await read(bytes).catch((error: unknown) => error);
        expect(answer instanceof MalformedError || (answer as { facts?: unknown }).facts !== undefined).toBe(true);
      }),
    );
  });
});
