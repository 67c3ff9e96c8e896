import { describe, expect, it } from 'vitest';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';

function licenceIn(text: string): unknown {
  const matter = readFrontMatter(text);
  return matter.kind === 'read' ? matter.values.get('license') : matter;
}

describe('the front matter of a card', () => {
  it.each<[string, string, unknown]>([
    ['an id', '---\nlicense: mit\n---\n# Card', { value: 'mit', line: 2 }],
    ['a list', '---\ntags: [a]\nlicense:\n- mit\n- other\n---\n', { value: ['mit', 'other'], line: 3 }],
    ['blank lines before it', '\n\n---\nlicense: mit\n---', { value: 'mit', line: 4 }],
    ['Windows line ends', '---\r\nlicense: mit\r\n---\r\n', { value: 'mit', line: 2 }],
    ['a byte order mark', '\ufeff---\nlicense: mit\n---\n', { value: 'mit', line: 2 }],
    ['no licence', '---\ntags: []\n---\n', undefined],
    ['nothing', '---\n---\nText', undefined],
    ['a key of the prototype', '---\n__proto__:\n  license: mit\n---\n', undefined],
  ])('is read: %s', (_, text, expected) => {
    expect(licenceIn(text)).toEqual(expected);
  });

  it.each([
    ['a page without one', '# Card\n\nlicense: mit\n'],
    ['a page that begins with a rule', '---\nText that goes on\n'],
    ['an empty page', ''],
  ])('is not there in %s', (_, text) => {
    expect(readFrontMatter(text)).toEqual({ kind: 'none' });
  });

  it.each<[string, string, number]>([
    ['an unclosed bracket', '---\na: 1\nlicense: [mit\n---\n', 4],
    ['a key given twice', '---\nlicense: mit\nlicense: other\n---\n', 3],
    ['a list in place of a map', '---\n- mit\n---\n', 2],
    ['an alias', '---\na: &x [1]\nb: *x\n---\n', 2],
    [
      'aliases that multiply',
      `---\na: &a [${'x,'.repeat(50)}]\n${'bcdefgh'.replaceAll(/./g, (c) => `${c}: &${c} [*${String.fromCharCode(c.charCodeAt(0) - 1)},*${String.fromCharCode(c.charCodeAt(0) - 1)}]\n`)}---\n`,
      2,
    ],
    ['a tag of its own', '---\na: !!python/object:os.system x\n---\n', 2],
    ['nesting without end', `---\na: ${'['.repeat(20_000)}\n---\n`, 2],
  ])('is broken by %s', (_, text, line) => {
    const matter = readFrontMatter(text) as Extract<FrontMatter, { kind: 'broken' }>;
    expect(matter.kind).toBe('broken');
    expect(Math.abs(matter.line - line)).toBeLessThanOrEqual(1);
  });
});
