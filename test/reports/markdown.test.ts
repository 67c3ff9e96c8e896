import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrintable } from '../../src/kernel/printable.ts';
import { markdownCell, markdownCode, markdownText } from '../../src/reports/markdown-text.ts';
import { renderScanReport } from '../../src/reports/scan-table.ts';
import { renderReport } from '../../src/reports/table.ts';
import { anyText } from '../support/any-text.ts';
import { admitted, denied, exampleScan, HOSTILE_TEXTS, hostile, reviewed } from './example-vetting.ts';

describe('the Markdown report', () => {
  it.each([
    ['denied', renderReport('markdown', denied())],
    ['reviewed', renderReport('markdown', reviewed())],
    ['admitted', renderReport('markdown', admitted())],
    ['scan', renderScanReport('markdown', exampleScan())],
  ])('of the example %s reads as it was accepted', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../golden/reports/${name}.md`);
  });

  it.each(HOSTILE_TEXTS.filter((text) => text !== '').map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'keeps its shape when everything from outside is %s',
    (_, text) => {
      expect(shapeOf(renderReport('markdown', hostile(text)))).toEqual(
        shapeOf(renderReport('markdown', hostile('harmless'))),
      );
    },
  );
});

/** How each line begins, how many cells it has as a table's row, and whether it is plain to read. */
function shapeOf(markdown: string): unknown {
  return markdown.split('\n').map((line) => ({
    start: /^(#+ |- |\d+\. |\| )?/.exec(line)?.[0],
    cells: line.startsWith('| ') ? line.split('|').length : 0,
    printable: isPrintable(line),
  }));
}

describe('text from outside', () => {
  const anything = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), anyText(), fc.string());

  it('as prose has nothing unescaped in it that means something', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const plain = markdownText(text).replace(/\\[!-/:-@[-`{-~]|&#(96|124);|`@+`/g, 'e');
        expect(plain).not.toMatch(/[\\`*_~[\]<>&$|@]|:\/|\/\/|^[-+=#]|^\d+[.)](\s|$)|\n/);
      }),
    );
  });

  it('as code cannot end its span, and in a table not its cell', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const span of [markdownCode(text), ...markdownCell(text).split('&#124;')]) {
          if (span === '' || span === '(empty)') continue;
          const [, fence = '', body = ''] = /^(`+)(.*?)\1$/s.exec(span) ?? [];
          expect(fence).not.toBe('');
          const runs = Array.from(body.matchAll(/`+/g), ([run]) => run);
          expect(body.startsWith('`') || body.endsWith('`') || runs.includes(fence)).toBe(false);
        }
        expect(markdownCell(text)).not.toContain('|');
      }),
    );
  });
});
