import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { attackOn } from './ambiguity.ts';
import { patternsOf } from './collect.ts';

/** The rooms that read what strangers wrote. */
const ROOMS = [
  'text',
  'guard',
  'gateway',
  'wire',
  'formats',
  'intake',
  'analyzers',
  'licences',
  'papers',
  'policy',
  'attest',
  'advisories',
  'lineage',
];
const scratch = scratchFolder();
const modules = ROOMS.flatMap((room) =>
  readdirSync(resolve('src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test|\.d)\.ts$/.test(file))
    .map((file) => resolve('src', room, file)),
);

/** Where a pattern is put together while a text is read, and why it can have no more in it than is seen here. */
const LATER: Readonly<Record<string, string>> = {
  'src/analyzers/chat-template/orders.ts': 'a pattern of ours, with a flag more',
  'src/analyzers/file-names/names.ts': 'a pattern of ours, with a flag more',
  'src/analyzers/remote-code/scripts/fetched-files.ts': 'the name of a file, each sign of it escaped, or of a variable',
  'src/analyzers/remote-code/shell/commands.ts': 'twenty signs at most, held against words of seven letters',
  'src/analyzers/remote-code/shell/find.ts': 'two stars at most among two hundred signs, each escaped',
  'src/attest/git/signed-object.ts': 'one of two words of ours',
  'src/formats/yaml/document.ts': 'a pattern of ours, with a flag more',
  'src/guard/detectors/exfiltration/examples.ts': 'a number of ours',
  'src/guard/detectors/hidden-text/codes/numbers.ts': 'a number of ours',
  'src/guard/detectors/hidden-text/codes/two-signs.ts': 'a number of ours',
  'src/kernel/printable.ts': 'a pattern of ours, with a flag more',
  'src/licences/rules/commerce.ts': 'a name of our own table',
  'src/licences/use/amounts.ts': 'words of ours, in the first 4,000 characters',
  'src/text/needed.ts': 'an alternative of a pattern of ours',
  'src/text/personal-data/identifiers.ts': 'patterns of our own rows',
  'src/text/secrets/named.ts': 'the letters that a row of ours has, of one character',
};

describe('a pattern that reads one text in two ways, again and again', () => {
  it('is not among those that read what strangers wrote', { timeout: 800_000 }, async () => {
    const { patterns, later } = await patternsOf(modules, scratch);
    expect(patterns.length).toBeGreaterThan(4000);
    const slow = patterns.flatMap((pattern) => {
      const attack = attackOn(pattern);
      return attack === null ? [] : [{ at: pattern.at, pattern: `/${pattern.source}/${pattern.flags}`, ...attack }];
    });
    expect(slow).toEqual([]);
    expect([...new Set(later.map((place) => place.replace(/:\d+$/, '')))].sort()).toEqual(Object.keys(LATER));
  });

  it.each([
    '(a+)+b',
    '(?:a|a)*b',
    '(?:a?b?)*c',
    String.raw`^(?:\s*a\s*)*$`,
    '^(?:a|ab|b)*$',
    String.raw`(?:\d+|\w)+!`,
    '^(?:[01]{1,8}){8,}$',
    '(?<=(?:a|a)*b)c',
    // Numbers with noughts before them, as they stood in the guard once.
    String.raw`^(?:&#0{0,6}(\d{2,6});?(?:[ \n,+|.'"]|&(?!#)){0,4})+$`,
    String.raw`^(?:\\u\{0{0,4}([0-9a-f]{2,5})\}(?:[ \n,+|.'"]|&(?!#)){0,4})+$`,
  ])('is seen: %s', (source) => {
    const attack = attackOn({ source, flags: 'i' });
    expect(attack).not.toBeNull();
    // What is said to be slow is, but for what stands behind a lookbehind.
    const { start = '', pump = '' } = attack ?? {};
    const timeOf = (rounds: number) => {
      const text = `${start}${pump.repeat(rounds)}\0`;
      const began = performance.now();
      new RegExp(source, 'i').test(text);
      return performance.now() - began;
    };
    let rounds = 8;
    while (rounds < 32 && timeOf(rounds) < 20) rounds += 2;
    expect(rounds).toBeLessThan(source.includes('?<=') ? 33 : 32);
  });

  it.each([
    'a+b',
    '^(?:ab?)+$',
    '^(?:[01]{8}){8,}$',
    '(?:a|a)*',
    String.raw`^(?:\s*a)*\s*$`,
    String.raw`(?:\ba|\Ba)*c`,
    String.raw`^(?:&(?!#)|&#\d)*$`,
    '(?:(?<=b)[ab]|(?<!b)[ac])*d',
  ])('is not taken for one: %s', (source) => expect(attackOn({ source, flags: 'i' })).toBeNull());
});
