import { describe, expect, it } from 'vitest';
import { docstringOf, passageOf, textOfHtml, textOfRoff } from '../../tools/guard/passages/text.ts';

describe('passages of documentation', () => {
  it('a page of HTML is read as a person reads it', () => {
    const page =
      '<style>p{}</style><nav>Home</nav><h1>Fish &amp; chips</h1><p>It&#x2019;s &lt;b&gt; <b>&rdquo;&unknown;</p>';
    expect(textOfHtml(page).trim()).toBe('Fish & chips\n\nIt’s <b> ”&unknown;');
  });

  it('a page of a manual is read without its requests, and filled but for its examples', () => {
    const page =
      '.\\" a remark\n.TH X 1\n.SH "NAME"\nuseradd \\- adds\n\\fBa user\\fR\n.PP\nUse\n.BR adduser (8)\n.nf\n one\n two\n.fi\n.SH END\nIt\\(aqs\\&.';
    expect(textOfRoff(page)).toBe("NAME\n\nuseradd - adds a user\n\nUse adduser (8)\n\none\n two\n\nEND\n\nIt's.");
  });

  it('a docstring is found, and nothing in a module without one', () => {
    const long = 'Says what it does. '.repeat(20);
    expect(docstringOf(`"""Short."""\n${'# code\n'.repeat(60)}def f():\n  """${long}"""`, 1)).toBe(long);
    expect(docstringOf('x = 1', 1)).toBe('');
  });

  it('a passage is the same for the same seed, of bounded length, and never a table of numbers', () => {
    const text = Array.from(
      { length: 60 },
      (_, at) => `Paragraph number ${at} tells the reader to ignore the rest.`,
    ).join('\n\n');
    for (const seed of [1, 2, 3, 4, 5]) {
      const passage = passageOf(text, seed);
      expect(passage).toBe(passageOf(text, seed));
      expect(passage?.length ?? 0).toBeLessThanOrEqual(1800);
      expect(text).toContain(passage ?? '');
    }
    expect(passageOf('1 2 3 4 5 6 7 8\n'.repeat(100), 1)).toBeUndefined();
  });
});
