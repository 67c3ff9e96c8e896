import { describe, expect, it } from 'vitest';
import { readMakefile } from './makefile.ts';

const steps = (text: string) => readMakefile(text)?.steps.map((step) => step.text);

describe('the reader of Makefiles', () => {
  it.each([
    ['names in names', 'A = b\nC := $(A) ${A}\nx: y\n\t@$(C) $$d $@ $<', ['b b $d x y']],
    ['lines that go on', 'x:\n\t-a \\\n\t  b\nC = d \\\n  e\ny: ; $(C)', ['a  b', 'd  e']],
    ['what runs as it is read', 'A := $(shell b $$c)\nD != e\nx:\n\tf $(A)', ['b $c', 'e', 'f $(b $c)']],
    ['texts with places', 'define A\n\tb $(1)\n\tc $(2)\nendef\nx:\n\t$(call A,d,e)', ['\tb d\n\tc e']],
    ['one shell for a recipe', '.ONESHELL:\nx:\n\t@a\n\tb\ny:\n\tc', ['a\nb', 'c']],
    ['names that are handed in', 'A ?= b\nA += c\nx:\n\t$(A) $(D) $(wildcard *.x)', ['b c ${D} ${wildcard_x}']],
    ['the shell of make', 'x:\n\ta | $(SHELL)', ['a | /bin/sh']],
    ['no comments', '# a\nA = b # c\nx: # d\n\techo $(A)', ['echo b']],
  ])('tells %s', (_, text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  it('leaves other shells alone', () => {
    expect(readMakefile('SHELL = python3\nx:\n\ta')).toBeNull();
    expect(readMakefile('SHELL := /usr/bin/env bash\nx:\n\ta')).not.toBeNull();
  });

  it('reads any text in bounded time', () => {
    const bomb = Array.from({ length: 40 }, (_, at) => `A${at + 1} = $(A${at})$(A${at})$(A${at})`).join('\n');
    for (const text of [
      `${bomb}\nx:\n\t$(A40)`,
      'A = $(A)\nx:\n\t$(A)',
      '$('.repeat(100_000),
      'x: y\n\ta \\\n'.repeat(50_000),
    ])
      expect(readMakefile(text)).not.toBeNull();
  });
});
