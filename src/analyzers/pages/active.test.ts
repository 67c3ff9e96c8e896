import { describe, expect, it } from 'vitest';
import { activeIn, ROWS, resolved, withoutCode } from './active.ts';

describe('rows of active pages', () => {
  it.each(ROWS.flatMap(({ pattern, fires }) => fires.map((text) => [text, pattern] as const)))(
    '%s fires',
    (text, pattern) => {
      expect(pattern.test(resolved(text))).toBe(true);
    },
  );

  it.each(ROWS.flatMap(({ pattern, quiet }) => quiet.map((text) => [text, pattern] as const)))(
    '%s does not',
    (text, pattern) => {
      expect(pattern.test(resolved(text))).toBe(false);
    },
  );

  it('reads references in attributes as a browser does', () => {
    expect([...activeIn(resolved('<a href="java&#x0A;script&colon;x()">'), 'html')]).toHaveLength(1);
  });

  it('leaves alone what a card shows as code', () => {
    const card = '# Use\n\n```html\n<script>x()</script>\n```\n\nWrite `<img onerror="x">`.\n\n    <script>\n';
    expect([...activeIn(withoutCode(card), 'prose')]).toEqual([]);
    expect([...activeIn(withoutCode(`${card}\n<script>x()</script>\n`), 'prose')]).toHaveLength(1);
  });

  it('reads a fence that never ends its line once', () => {
    const fence = '`'.repeat(300_000);
    expect(withoutCode(fence)).toBe(fence);
  });
});
