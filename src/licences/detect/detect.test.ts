import * as fc from 'fast-check';
import spdx from 'spdx-license-list/full.js';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/support/any-text.ts';
import { cases, sampled } from '../../../test/support/deep.ts';
import { loadKnowledge } from '../load.ts';
import { createDetector } from './detect.ts';
import { differenceOf } from './difference.ts';
import { fingerprintOf } from './fingerprint.ts';
import { packFingerprints, unpackFingerprints } from './pack.ts';
import { wordsOf } from './words.ts';

const { detect, library } = await loadKnowledge();

const TEXTS = Object.entries(spdx).filter(([, { licenseText }]) => licenseText.length > 200);
const text = (id: string): string => spdx[id]?.licenseText ?? '';
const APACHE = text('Apache-2.0');

/** The records that an identity stands for, by whichever of their names it was found. */
function recordsOf(identity: ReturnType<typeof detect>): readonly string[] {
  if (identity.kind === 'unknown') return [];
  return identity.licences.flatMap((id) => {
    const found = library.find(id);
    return 'records' in found ? found.records.map((record) => record.id) : [id];
  });
}

const rewrapped = (given: string): string =>
  given.replaceAll(/[ \t]*\n(?!\s*\n)[ \t]*/g, ' ').replaceAll(/(.{60}\S*) /g, '$1\n');
const quoted = (given: string): string =>
  given
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
const held = (given: string): string => `Copyright (c) 2026 Somebody Else\n\n${given}`;

describe('a licence text', () => {
  it('of the SPDX list is known word for word, each under its own name', () => {
    const wrong = sampled(TEXTS, 5).filter(([id, { licenseText }]) => {
      const identity = detect(licenseText, true);
      return identity.kind !== 'exact' || !identity.licences.includes(id);
    });
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  it.each([
    ['wrapped anew', rewrapped],
    ['quoted as Markdown', quoted],
    ['held by somebody else', held],
    ['in capitals', (given: string) => given.toUpperCase()],
  ])('%s is the same licence', (_, edit) => {
    for (const id of ['Apache-2.0', 'MIT', 'BSD-3-Clause', 'CC-BY-NC-4.0']) {
      const identity = detect(edit(text(id)), true);
      expect({ id, kind: identity.kind }).toEqual({ id, kind: 'exact' });
    }
  });

  it('without its instructions on how to apply it is the same licence', () => {
    const cut = APACHE.slice(0, APACHE.indexOf('APPENDIX'));
    expect(recordsOf(detect(cut, true))).toContain('apache-2.0');
    expect(detect(cut, true).kind).toBe('exact');
  });

  it.each<[string, string, string]>([
    ['a negation', APACHE.replace('You may reproduce', 'You may not reproduce'), 'not'],
    ['a use', `${text('MIT')}\nFor non-commercial use only.`, 'noncommercial'],
    ['a number', APACHE.replace('Version 2.0,', 'Version 2.1,'), '2.1'],
    ['a title', `Non-Commercial ${APACHE.trimStart()}`, 'noncommercial'],
    ['a territory', `${APACHE}\nNo rights are granted in the European Union.`, 'european'],
  ])('with %s changed is a modified text, and says which word', (_, changed, word) => {
    const identity = detect(changed, true);
    expect(identity.kind).toBe('modified');
    expect(identity.kind === 'modified' ? identity.difference : '').toContain(word);
  });

  it('cut short is not known, and neither is what it lacks', () => {
    for (const id of ['Apache-2.0', 'CC-BY-NC-4.0', 'MPL-2.0', 'GPL-3.0-only']) {
      const whole = text(id);
      const identity = detect(whole.slice(0, Math.floor(whole.length * 0.6)), true);
      expect({ id, kind: identity.kind }).toEqual({ id, kind: 'truncated' });
    }
  });

  it('given as a part is known as a part', () => {
    expect(recordsOf(detect(APACHE.slice(0, 3_000), false))).toContain('apache-2.0');
    expect(detect('Nothing of the kind.', false).kind).toBe('unknown');
  });

  it('of which the index lacks the licence is never taken for a near twin', () => {
    const ids = [
      'CC-BY-4.0',
      'CC-BY-SA-4.0',
      'CC-BY-NC-4.0',
      'CC-BY-NC-SA-4.0',
      'CC-BY-ND-4.0',
      'CC-BY-NC-ND-4.0',
      'ODbL-1.0',
      'CDLA-Sharing-1.0',
      'CDLA-Permissive-1.0',
      'OpenMDW-1.0',
    ];
    const prints = ids.map((id) => fingerprintOf(id, text(id)));
    for (const id of ids) {
      const identity = createDetector(prints.filter(({ licence }) => licence !== id))(text(id), true);
      expect({ id, kind: identity.kind }).not.toEqual({ id, kind: 'exact' });
    }
  });

  it('of any kind is answered', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 2_000 }), fc.boolean(), (given, whole) => {
        expect(['exact', 'excerpt', 'modified', 'truncated', 'unknown']).toContain(detect(given, whole).kind);
      }),
    );
  });

  it('never stays exact when a material word is put anywhere into it', () => {
    const words = APACHE.split(' ');
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.constantFrom('not', 'noncommercial', '700'), (at, word) => {
        // Lines that name the holder are not compared.
        fc.pre(!/copyright|©|\[/i.test(words.slice(Math.max(0, at - 12), at + 12).join(' ')));
        const changed = [...words.slice(0, at), ` ${word} `, ...words.slice(at)].join(' ');
        expect(detect(changed, true).kind).not.toBe('exact');
      }),
      { numRuns: cases(20) },
    );
  });
});

describe('fingerprints', () => {
  it('come out of their packing as they went in', () => {
    const prints = ['MIT', 'Apache-2.0', 'GPL-3.0-only'].map((id) => fingerprintOf(id, text(id)));
    expect(unpackFingerprints(packFingerprints(prints))).toEqual(prints);
  });

  it('tell the shortest difference', () => {
    const given = wordsOf('use it for research only, not for 700 million users');
    const known = ['use', 'only', 'not', '100', 'million', 'users'];
    const { added, removed } = differenceOf(
      known,
      given.filter(({ word }) => [...known, 'research', '700'].includes(word)),
    );
    expect(added.map(({ word }) => word)).toEqual(['research', '700']);
    expect(removed).toEqual(['100']);
  });
});
