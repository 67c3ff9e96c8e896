import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGuard, createIndexBuilder, verbatimIndexOf } from '../../src/guard/guard.ts';
import { MalformedError } from '../../src/kernel/bytes.ts';
import { readVerbatimIndex } from '../../src/text/verbatim/index.ts';
import { cases } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';
import { cutAt, doing, streamed } from './laws.ts';

const licence = await readFile('LICENSE', 'utf8');
const house = await readFile('CONTRIBUTING.md', 'utf8');

function indexOf(texts: Readonly<Record<string, string>>) {
  const builder = createIndexBuilder();
  for (const [name, text] of Object.entries(texts)) builder.add(name, text);
  return builder.bytes();
}

const protect = [verbatimIndexOf(indexOf({ LICENSE: licence, 'CONTRIBUTING.md': house }))];
const guard = createGuard({ policy: doing('redact'), detectors: [], protect, clock: () => 0 });
const found = (text: string) => guard.check(text, { origin: 'assistant' }).findings;

/** Sixty words from the middle of the licence. */
const excerpt = licence.split(/\s+/).slice(300, 360).join(' ');
const LOOKALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' };

describe('a stretch of a protected text', () => {
  it.each<[string, string]>([
    ['as it stands', excerpt],
    ['in capitals', excerpt.toUpperCase()],
    ['wrapped anew', excerpt.replace(/ ((?:\S+ ){4}\S+)/g, '\n    $1')],
    ['without punctuation', excerpt.replace(/[^\w\s]/g, '')],
    ['with characters that have no width', excerpt.replace(/(..)/g, '$1\u200b')],
    ['in letters that only look Latin', excerpt.replace(/[aeopc]/g, (letter) => LOOKALIKES[letter] ?? letter)],
    [
      'with one word in twelve changed',
      excerpt
        .split(' ')
        .map((word, at) => (at % 12 === 5 ? 'otherwise' : word))
        .join(' '),
    ],
    ['encoded', Buffer.from(excerpt).toString('base64')],
  ])('is found %s', (_, text) => {
    const findings = found(`Here it is: ${text} I hope that helps.`);
    expect(findings).not.toEqual([]);
    expect(new Set(findings.map(({ type, detail }) => `${type} ${detail}`))).toEqual(
      new Set(['verbatim/protected as in LICENSE']),
    );
  });

  it('is left alone when it is a phrase, or in other words', () => {
    expect(found('You may obtain a copy of the rules at the desk.')).toEqual([]);
    expect(found(excerpt.split(' ').reverse().join(' '))).toEqual([]);
    expect(found('....................................................... '.repeat(20))).toEqual([]);
  });

  it('is not told of an address, which everybody may write', () => {
    const address = 'https://example.org/handbooks/of-our-house/chapters/first-days/welcome-and-first-steps.html';
    const said = 'Whoever begins here reads this page first, asks the desk for a key, and then meets the others:';
    const own = createGuard({
      policy: doing('redact'),
      detectors: [],
      protect: [verbatimIndexOf(indexOf({ house: `${said} ${address} and is welcome.` }))],
      clock: () => 0,
    });
    const told = (text: string) => own.check(text, { origin: 'assistant' }).findings.length;
    expect(told(`You find it at ${address} with more.`)).toBe(0);
    expect(told(`${said} ${address}`)).toBe(1);
  });

  const around = (text: string) => `Here it is, as you asked. ${text} I hope that this helps you.`;
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const changed = (text: string, first: number) =>
    text.replace(/\S+/g, (word, at: number) =>
      (text.slice(0, at).match(/\S+/g)?.length ?? 0) % 12 === first ? 'otherwise' : word,
    );

  it.each<[string, string]>([
    ['as it stands', excerpt],
    ['in lines', excerpt.replace(/((?:\S+ ){6})/g, '$1\n')],
    ['in short sentences', excerpt.replace(/((?:\S+ ){3}\S+)/g, '$1.')],
    [
      'behind a short first line',
      `${excerpt.split(' ').slice(0, 2).join(' ')}.\n\n${excerpt.split(' ').slice(2).join(' ')}`,
    ],
    ['with one word in twelve changed', changed(excerpt, 6)],
  ])('leaves nothing of itself where it is taken out, %s', (_, text) => {
    const whole = guard.check(around(text), { origin: 'assistant' });
    const parts = streamed(guard, Array.from(around(text)), 'assistant');
    expect(parts.text).toBe(whole.text);
    const left = whole.text.replaceAll('[VERBATIM_PROTECTED]', '');
    expect(letters(left)).toBe(letters('Here it is, as you asked. I hope that this helps you.'));
  });

  it.each(['/', ',', '_', '-', '|', '.'])('is told when its words are joined by "%s"', (sign) => {
    const text = around(excerpt.split(' ').join(sign));
    expect(guard.check(text, { origin: 'assistant' }).findings).not.toEqual([]);
  });

  const lines = excerpt.match(/(?:\S+ ?){1,6}/g) ?? [];
  const each = (put: (word: string, at: number) => string, glue = ' ') => excerpt.split(' ').map(put).join(glue);

  it.each<[string, string]>([
    ['each word in a tag', each((word) => `<b>${word}</b>`)],
    ['each word in a tag with attributes', each((word, at) => `<span class="w" id="w${at}">${word}</span>`, '')],
    ['words joined by tags', each((word) => word, '<br>')],
    ['words in tags that are escaped', each((word) => `&lt;i&gt;${word}&lt;/i&gt;`)],
    ['words joined by references', each((word) => word, '&nbsp;')],
    ['letters as references', excerpt.replace(/[eo]/g, (letter) => `&#${letter.charCodeAt(0)};`)],
    ['words joined by escapes', each((word) => word, '\\n')],
    ['a string of a program', JSON.stringify({ text: lines.join('\n') })],
    ['links', each((word, at) => (at % 2 === 0 ? `[${word}](https://example.org/p/${at})` : word))],
    ['notes', each((word, at) => (at % 4 === 0 ? `${word}[${at}]` : word))],
    ['emphasis', each((word) => `**${word}**`)],
    ['commands of a typesetter', each((word, at) => (at % 2 === 0 ? `\\textbf{${word}}` : word))],
    ['numbered lines', lines.map((line, at) => `${at + 12}: ${line}`).join('\n')],
    ['numbered lines with a rule', lines.map((line, at) => `  ${at + 1} | ${line}`).join('\n')],
    ['lines that say that they are', lines.map((line, at) => `line ${at + 1}: ${line}`).join('\n')],
    ['quoted lines', lines.map((line) => `> ${line}`).join('\n')],
    ['added lines', lines.map((line) => `+ ${line}`).join('\n')],
    ['subtitles', lines.map((line, at) => `${at + 1}\n00:00:1${at},000 --> 00:00:1${at},900\n${line}\n`).join('\n')],
  ])('is taken out with what stands between its words: %s', (_, text) => {
    const said = `Here it is, as you asked.\n${text}\nI hope that this helps you.`;
    const whole = guard.check(said, { origin: 'assistant' });
    expect(streamed(guard, Array.from(said), 'assistant').text).toBe(whole.text);
    expect(whole.findings).not.toEqual([]);
    const left = whole.text
      .replaceAll('[VERBATIM_PROTECTED]', '')
      .replace(/^Here it is, as you asked\.|I hope that this helps you\.$/g, '');
    const words = excerpt.toLowerCase().split(' ');
    expect((left.match(/[a-z]{5,}/g) ?? []).filter((word) => words.includes(word)).length).toBeLessThan(4);
  });

  it('is told as it reads where the protected text has tags, links and the like between its words', () => {
    const page = `<html><p id="one">${each((word, at) => (at % 3 === 0 ? `<a href="/p/${at}">${word}</a>` : word))}</p></html>`;
    const notes = each((word, at) => (at % 3 === 0 ? `[${word}](https://example.org/p/${at})` : word));
    for (const text of [page, notes]) {
      const own = createGuard({
        policy: doing('redact'),
        detectors: [],
        protect: [verbatimIndexOf(indexOf({ house, text, licence: licence.slice(0, 2000) }))],
        clock: () => 0,
      });
      const told = (said: string) => own.check(said, { origin: 'assistant' }).findings.map(({ detail }) => detail);
      expect(new Set(told(around(excerpt)))).toEqual(new Set(['as in text']));
      expect(told(around(text))).not.toEqual([]);
    }
  });

  it('is not what stands in tags by itself', () => {
    const tags = '<div class="card"><a href="/about" title="About us"><img src="a.png"></a></div>'.repeat(10);
    const own = createGuard({
      policy: doing('redact'),
      detectors: [],
      protect: [verbatimIndexOf(indexOf({ page: `${tags} ${house}` }))],
      clock: () => 0,
    });
    expect(own.check('12: <p>This is ours</p>\n13: <p>and so on</p>\n', { origin: 'assistant' }).findings).toEqual([]);
  });

  it('is taken out over what was changed between two sentences of it', () => {
    const words = excerpt.split(' ');
    const text = `${words.slice(0, 20).join(' ')}. Quite so.\n${words.slice(22, 60).join(' ')}`;
    expect(guard.check(text, { origin: 'assistant' }).text).not.toMatch(/Quite/);
  });

  it('holds back what may still belong to it, and not more', () => {
    const stream = guard.open({ origin: 'assistant' });
    let longest = 0;
    const said = 'This is what everybody says about the weather of today, and nothing else. '.repeat(40);
    for (const character of said) {
      stream.push(character);
      longest = Math.max(longest, stream.held());
    }
    expect(longest).toBeLessThan(200);
    // Behind a rule without letters nothing is waited for, however long it is.
    stream.push(`\n${'-'.repeat(3000)}\n${'\n'.repeat(40_000)}`);
    expect(stream.held()).toBeLessThan(1100);
    expect(stream.end()).toMatchObject({ action: 'allow' });
  });

  it('is told in its middle too, where it began before the guard could know', () => {
    const words = excerpt.split(' ');
    const spread = words.map((word, at) => (at % 3 === 0 ? `${word}${'.'.repeat(700)}` : word)).join(' ');
    const { findings } = guard.check(spread, { origin: 'assistant' });
    expect(findings).not.toEqual([]);
  });

  it('is not data that two texts have in common', () => {
    const row = (name: string, at: number) =>
      `{"eventName": "${name}", "transitionEvents": [], "stateName": "Normal", "condition": ${at}}`;
    const own = createGuard({
      policy: doing('redact'),
      detectors: [],
      protect: [verbatimIndexOf(indexOf({ data: ['init', 'close', 'leave'].map(row).join(',\n') }))],
      clock: () => 0,
    });
    expect(own.check(['begin', 'end', 'wait'].map(row).join(',\n'), { origin: 'assistant' }).findings).toEqual([]);
  });

  it('is the same in pieces as whole, with words of it changed', () => {
    const words = [...licence.split(/\s+/).slice(200, 700), ...house.split(/\s+/)];
    const part = fc.record({
      from: fc.nat(words.length - 1),
      count: fc.integer({ min: 1, max: 90 }),
      every: fc.integer({ min: 3, max: 30 }),
      glue: fc.constantFrom(' ', '\n', '. ', ' - ', '<br>', '&nbsp;', '\\n', '\n12: ', '</b> <b id="x. y">'),
    });
    const texts = fc.array(part, { maxLength: 6 }).map((parts) =>
      parts
        .map(({ from, count, every, glue }) =>
          words
            .slice(from, from + count)
            .map((word, at) => (at % every === 2 ? 'changed' : word))
            .join(glue),
        )
        .join(' And now for something else. '),
    );
    fc.assert(
      fc.property(texts, fc.array(fc.nat(3000), { maxLength: 8 }), (text, places) => {
        const { findings: whole, text: left } = guard.check(text, { origin: 'assistant' });
        const parts = streamed(guard, cutAt(text, places), 'assistant');
        expect(parts.text).toBe(left);
        expect(parts.findings).toEqual(whole);
      }),
      { numRuns: cases(150) },
    );
  });

  it('is the same in pieces as whole', () => {
    const lines = [...house.split('\n').slice(0, 60), ...licence.split('\n').slice(20, 60), 'and so on', ''];
    const texts = fc.array(fc.constantFrom(...lines), { maxLength: 40 }).map((some) => some.join('\n'));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(3000), { maxLength: 8 }), (text, places) => {
        const { findings: whole, text: left } = guard.check(text, { origin: 'assistant' });
        const parts = streamed(guard, cutAt(text, places), 'assistant');
        expect(parts.text).toBe(left);
        expect(parts.findings).toEqual(whole);
      }),
      { numRuns: cases(60) },
    );
  });
});

describe('an index', () => {
  it('is the same for a document in parts as whole', () => {
    const builder = createIndexBuilder();
    for (let at = 0; at < house.length; at += 700) builder.add('CONTRIBUTING.md', house.slice(at, at + 700));
    expect(Buffer.from(builder.bytes()).equals(indexOf({ 'CONTRIBUTING.md': house }))).toBe(true);
  });

  it('is read piece by piece, and gives the same places as all of it in memory', () => {
    // Twenty thousand fingerprints, of which a whole block are one and the same.
    const texts = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}`, `${licence}${house}${at}`]));
    const bytes = new Uint8Array(indexOf(texts));
    let longest = 0;
    const read = (offset: number, length: number) => {
      if (offset > 8) longest = Math.max(longest, length);
      return bytes.slice(offset, offset + length);
    };
    const index = readVerbatimIndex({ size: bytes.length, read });
    const header = Buffer.from(bytes).readUInt32LE(8);
    const start = Math.ceil((12 + header) / 4) * 4;
    const { prints: count } = JSON.parse(Buffer.from(bytes.slice(12, 12 + header)).toString()) as { prints: number };
    const words = new Uint32Array(bytes.slice(start, start + 8 * count).buffer);
    const places = new Map<number, number[]>();
    for (let at = 0; at < count; at++) {
      const print = words[at] ?? 0;
      const known = places.get(print) ?? [];
      if (known.length < 8) places.set(print, [...known, words[count + at] ?? 0]);
    }
    expect(count).toBeGreaterThan(20_000);
    for (const [print, expected] of places) {
      const got: number[] = [];
      index.eachPlace(print, (place) => got.push(place));
      expect([index.has(print), got]).toEqual([true, expected]);
      index.eachPlace(print + 1, (place) => expect(places.get(print + 1)).toContain(place));
    }
    expect(longest).toBe(Math.max(4096, header));
  });

  it('that cannot be read any more stops what it was to protect', () => {
    const bytes = indexOf({ LICENSE: licence });
    let isGone = false;
    const read = (offset: number, length: number) => {
      if (isGone) throw new Error('gone');
      return bytes.slice(offset, offset + length);
    };
    const index = readVerbatimIndex({ size: bytes.length, read });
    const guard = createGuard({ policy: doing('flag'), detectors: [], protect: [index], clock: () => 0 });
    isGone = true;
    expect(guard.check(excerpt, { origin: 'assistant' })).toMatchObject({
      action: 'block',
      findings: [{ type: 'guard/broken-detector', detector: 'verbatim' }],
    });
  });

  it('is read whole, or refused', () => {
    const bytes = Buffer.from(indexOf({ 'CONTRIBUTING.md': house }));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, cut) => {
        const broken = Buffer.from(cut ? bytes.subarray(0, at) : bytes);
        if (!cut) broken[at] = (broken[at] ?? 0) ^ flip;
        expect(() => verbatimIndexOf(broken)).toThrow(MalformedError);
      }),
    );
  });
});

function typesIn(answer: string): readonly string[] {
  const { action, findings } = JSON.parse(answer) as { action: string; findings: readonly { type: string }[] };
  return [action, ...new Set(findings.map(({ type }) => type))];
}

describe('weighbridge guard', () => {
  const home = scratchFolder();
  const line = `${JSON.stringify({ text: `Here: ${excerpt}` })}\n`;

  beforeAll(async () => {
    await mkdir(join(home, 'texts'));
    await writeFile(join(home, 'texts', 'licence.txt'), licence);
    await writeFile(join(home, 'texts', 'picture'), Buffer.from([137, 80, 0, 0]));
    await writeFile(
      join(home, 'guard.yaml'),
      `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: {name: house, version: 1, description: ours}
spec:
  extends: nothing
  protect: [texts.prints]
  rules: [{id: ours, types: [verbatim/protected], action: redact}]
`,
    );
  });

  it('finds what stands in a folder', async () => {
    const { stdout } = await wb(['guard', '--protect', join(home, 'texts')], { home, stdin: [line] });
    expect(typesIn(stdout)).toEqual(['flag', 'verbatim/protected']);
  });

  it('finds what stands in an index that a policy names, beside it', async () => {
    const out = join(home, 'texts.prints');
    const made = await wb(['guard', 'index', join(home, 'texts'), '--out', out], { home });
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('1 text,') as string });
    const { stdout } = await wb(['guard', '--policy', join(home, 'guard.yaml')], { home, stdin: [line] });
    expect(typesIn(stdout)).toEqual(['redact', 'verbatim/protected']);
  });

  it('does not start without an index that it should have', async () => {
    await writeFile(join(home, 'texts.prints'), 'no index');
    const { code, stderr } = await wb(['guard', '--policy', join(home, 'guard.yaml')], { home, stdin: [line] });
    expect(code).toBe(2);
    expect(stderr).toContain('guard-index-invalid');
    expect(stderr).toMatch(/guard\.yaml:\d+:\d+: texts\.prints: /);
  });
});
