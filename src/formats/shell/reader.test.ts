import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { readShell } from './reader.ts';
import type { Script } from './syntax.ts';

/** Words of all commands, groups opened, outputs in brackets. */
function flat(script: Script): string {
  return script
    .map(({ commands }) =>
      commands
        .map((command) =>
          command.kind === 'group'
            ? `${command.how}{${flat(command.body)}}`
            : command.words
                .map((word) =>
                  word
                    .map((part) =>
                      part.kind === 'text'
                        ? part.text
                        : part.kind === 'name'
                          ? `$${part.name}`
                          : `[${flat(part.script)}]`,
                    )
                    .join(''),
                )
                .join(' '),
        )
        .join(' | '),
    )
    .join(' ; ');
}

describe('a script as a shell reads it', () => {
  it.each([
    ['a | b && c; d', 'a | b ; c ; d'],
    ['a \\\n b # c | d\ne', 'a b ; e'],
    [`w"g"et 'a b' $'\\x63'`, 'wget a b c'],
    ['a "$(b `c`)" <(d)', 'a [b [c]] [d]'],
    ['cat <<E | sh\nx # y\nE\nz', 'cat | sh ; z'],
    ['if a; then b; else c; fi; d', 'if{a ; b ; c} ; d'],
    ['while read -r l; do e "$l"; done < f', 'loop{read -r l ; e $l}'],
    ['for x in $(a); do (b); done', 'loop{shell{b}}'],
    ['case $x in a|b) c ;; *) d ;; esac; e', 'case{c ; d} ; e'],
    ['f() { a; }; function g { b; }', 'function{braces{a}} ; function{braces{b}}'],
    ['x=$((1<<a))\nb', ' ; b'],
    ['(( x << 2 ))\nb', 'shell{} ; b'],
    ['a) fi; done\nb', 'a ; b'],
  ])('%j', (text, expected) => {
    expect(flat(readShell(text).script)).toBe(expected);
  });

  it('reads any text to its end', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      ';',
      '|',
      '&',
      '(',
      ')',
      '{',
      '}',
      '`',
      '$(',
      '${',
      '"',
      "'",
      '<<E\n',
      '\\',
      '<(',
      'if ',
      'done',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(readShell(pieces.join('')).script).toBeInstanceOf(Array);
      }),
      { numRuns: cases(300) },
    );
  });

  it('says so where it nests deeper than it is read', () => {
    expect(readShell('$('.repeat(1000)).whole).toBe(false);
    expect(readShell('( '.repeat(1000)).whole).toBe(false);
  });
});
