import { ORIGINS } from '../../../domain/guard.ts';
import type { SpanDetector } from '../../detector.ts';

const TYPE = 'licence/copyleft';
const MARKS = ['SPDX-License-Identifier', 'General Public License', 'GENERAL PUBLIC LICENSE', 'Mozilla Public License'];

/** Identifiers of licences that ask for the source, or for the same terms. (SPDX licence list.) */
const TAG =
  /SPDX-License-Identifier:\s{0,4}\(?[^\n]{0,60}?\b(?:A?GPL-|LGPL-|MPL-|EUPL-|OSL-|SSPL-|CDDL-|EPL-|CC-BY-SA-|CPAL-|RPL-|QPL-)[\d.]+/y;
/** The title of one, as headers of files say it. */
const TITLE = /(?:GENERAL PUBLIC LICENSE|General Public License|Mozilla Public License)\b/iy;
const HEADER =
  /(?:under the terms of|redistribute|is subject to the terms of|is part of|licensed under|released under)/i;
const BEFORE = 240;

/** Code that says itself that it comes under a copyleft licence: a file that was learned by heart. */
export const copyleft: SpanDetector = {
  kind: 'span',
  id: 'licence-headers',
  title: 'Code under a copyleft licence',
  types: [{ type: TYPE, title: 'The header of a file under a copyleft licence' }],
  origins: ORIGINS.filter((origin) => origin !== 'system'),
  sees: 'canonical',
  triggers: { literals: MARKS.map((text) => ({ text })) },
  left: BEFORE,
  defaults: [{ types: [], origins: ['assistant', 'tool-call'], threshold: 0.5, action: 'flag' }],
  find: ({ text, from }, { count, at }) => {
    const hits = [];
    for (let index = 0; index < count; index++) {
      const start = at[index] ?? 0;
      const length = start < from ? 0 : matchAt(text, start);
      if (length > 0) hits.push({ type: TYPE, start, end: start + length, score: 0.8 });
    }
    return hits;
  },
  // A tag is known by what follows it on its line.
  unsettled: ({ text, from }, { count, at }) => {
    let open = text.length;
    for (let index = 0; index < count; index++) {
      const place = at[index] ?? 0;
      if (place >= from && text.length - place < TAG_LENGTH && !text.includes('\n', place))
        open = Math.min(open, place);
    }
    for (let start = Math.max(from, text.length - LONGEST + 1); start < open; start++) {
      if (BEGINNINGS.has(text.slice(start))) return start;
    }
    return open;
  },
  examples: {
    fires: () => [
      ['// SPDX-License-Identifier: GPL-2.0-only\nint main() {}', TYPE],
      ['/* SPDX-License-Identifier: (MIT OR AGPL-3.0-or-later) */', TYPE],
      [' * it under the terms of the GNU General Public License as published by', TYPE],
      ['This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.', TYPE],
    ],
    quiet: () => [
      '// SPDX-License-Identifier: Apache-2.0',
      'The GNU General Public License was written in 1989.',
      'SPDX-License-Identifier: is a tag',
    ],
  },
};

const TAG_LENGTH = 120;
const LONGEST = Math.max(...MARKS.map(({ length }) => length));
const BEGINNINGS: ReadonlySet<string> = new Set(
  MARKS.flatMap((mark) => Array.from(mark, (_, end) => mark.slice(0, end)).slice(1)),
);

function matchAt(text: string, start: number): number {
  for (const pattern of [TAG, TITLE]) {
    pattern.lastIndex = start;
    const matches = pattern.test(text);
    const end = pattern.lastIndex;
    if (matches && (pattern === TAG || HEADER.test(text.slice(Math.max(0, start - BEFORE), start)))) return end - start;
  }
  return 0;
}
