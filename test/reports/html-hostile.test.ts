import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingOf } from '../../src/domain/finding.ts';
import { printableLines } from '../../src/kernel/printable.ts';
import { renderReport } from '../../src/reports/table.ts';
import { anyText } from '../support/any-text.ts';
import { cases, DEEP } from '../support/deep.ts';
import { check, completed, denied, EXAMPLE_RULES, HOSTILE_TEXTS, hostile, proven } from './example-vetting.ts';

/** Elements in the order in which they open, boxes left out: what a text from outside must not change. */
function elementsOf(page: string): readonly string[] {
  return Array.from(
    page.replaceAll(/<span class="esc">U\+[0-9A-F]{4,6}<\/span>/g, '').matchAll(/<\/?[a-z0-9!]+/gi),
    ([tag]) => tag,
  );
}

/** Rendering is most of what these tests cost: once. */
const HARMLESS = elementsOf(renderReport('html', hostile('harmless')));

describe('the HTML report', () => {
  it.each(HOSTILE_TEXTS.filter((text) => text !== '').map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'has the same elements when everything from outside is %s',
    (_, text) => {
      const page = renderReport('html', hostile(text));
      expect(elementsOf(page)).toEqual(HARMLESS);
      expect(page).toBe(printableLines(page));
    },
  );

  it('has the same elements for any text', () => {
    fc.assert(
      fc.property(anyText({ minLength: 1, maxLength: 60 }), (text) => {
        expect(elementsOf(renderReport('html', hostile(text)))).toEqual(HARMLESS);
      }),
      { numRuns: cases(25) },
    );
  });

  it('allows itself one style, by its hash, and has no script, handler, inline style or outside resource', () => {
    const page = renderReport('html', denied());
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(page).not.toMatch(/<script|\sstyle=|\son[a-z]+=|\ssrc=|@import|url\(/i);
  });

  it('of very many files with findings in all of them stays small and says what it leaves out', () => {
    const count = DEEP ? 20_000 : 2_000;
    const files = Array.from({ length: count }, (_, at) => proven(`shard-${at}.json`, at));
    const findings = files.map(({ path }) =>
      findingOf(EXAMPLE_RULES.bidiName, { location: { path }, operation: path }),
    );
    const base = denied();
    const dossier = {
      ...base.dossier,
      artifact: { ...base.dossier.artifact, files },
      checks: [check('unread-files', 'Could every file be read?', completed(...findings))],
    };
    const vetting = { ...base, dossier };
    const page = renderReport('html', vetting);
    expect(page.length).toBeLessThan(1_500_000);
    expect(page).toContain(`And ${(count - 500).toLocaleString('en')} more files`);
    expect(page).toContain(`And ${(count - 200).toLocaleString('en')} more findings`);
    expect(renderReport('markdown', vetting).length).toBeLessThan(500_000);
    expect(JSON.parse(renderReport('json', vetting)).dossier.artifact.files).toHaveLength(count);
  });
});
