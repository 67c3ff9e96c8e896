import { describe, expect, it } from 'vitest';
import { paperFor } from '../../src/cli/terminal/paper.ts';
import { renderVetting } from '../../src/cli/terminal/vetting.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { admitted, denied, HOSTILE_TEXTS, hostile, reviewed } from '../reports/example-vetting.ts';

const terminal = (columns: number) => ({ isTTY: true, columns, write: () => {} });
/** Commands are for copying, and never folded. */
const commands = (vetting: Vetting): readonly string[] =>
  vetting.actions.flatMap(({ command }) => (command === null ? [] : [command.trim()]));
const plain = { NO_COLOR: '1', LANG: 'C.UTF-8' };

describe('what a terminal shows', () => {
  it.each([40, 80, 120, 300])('is never wider than %i columns, but for commands that are to be copied', (columns) => {
    const paper = paperFor(terminal(columns), plain);
    for (const vetting of [denied(), reviewed(), admitted(), hostile('x'.repeat(5000))]) {
      const lines = renderVetting(vetting, paper, { verbose: true, kept: true }).split('\n');
      const wide = lines.filter(
        (line) =>
          Array.from(line).length > Math.min(columns, 120) &&
          !line.trimStart().startsWith('weighbridge ') &&
          !line.startsWith('Report') &&
          !commands(vetting).includes(line.trim()),
      );
      expect(wide).toEqual([]);
    }
  });

  it('says verdict, why, what to do and what could not be known, in this order', () => {
    const text = renderVetting(denied(), paperFor(terminal(80), plain), { verbose: false, kept: true });
    const places = ['deny', '\nWhy', '\nWhat to do', '\nWhat could not be known', '\nDossier'].map((word) =>
      text.indexOf(word),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  it('has no colour with NO_COLOR, and the same words with it', () => {
    const esc = String.fromCharCode(27);
    const coloured = renderVetting(denied(), paperFor(terminal(80), { FORCE_COLOR: '1', LANG: 'C.UTF-8' }), {
      verbose: true,
      kept: true,
    });
    const without = renderVetting(denied(), paperFor(terminal(80), plain), { verbose: true, kept: true });
    expect(coloured).toContain(esc);
    expect(without).not.toContain(esc);
    expect(coloured.replace(new RegExp(`${esc}\\[[0-9;]*m`, 'g'), '')).toBe(without);
  });

  it('keeps to ASCII signs where the locale has no UTF-8', () => {
    const text = renderVetting(denied(), paperFor(terminal(80), { ...plain, LANG: 'C' }), {
      verbose: true,
      kept: true,
    });
    expect(text).not.toMatch(/[✓◆✗▨…]/);
  });

  it.each(HOSTILE_TEXTS.filter((text) => text !== '').map((text) => [JSON.stringify(text.slice(0, 30)), text]))(
    'lets nothing through from %s',
    (_, text) => {
      const rendered = renderVetting(hostile(text), paperFor(terminal(80), plain), { verbose: true, kept: true });
      expect(rendered.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    },
  );
});
