import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../test/support/any-text.ts';
import { cases } from '../../test/support/deep.ts';
import type { ScannedFile } from '../domain/scan.ts';
import { scanJsonPieces } from './scan-json.ts';

const file = fc.record({
  path: anyText(),
  within: anyText(),
  kind: fc.constant('text' as const),
  size: fc.nat(),
  digest: fc.constant({ kind: 'unknown' as const, reason: 'none' }),
  coverage: fc.constant('whole' as const),
  verdict: fc.constantFrom('clean' as const, 'malicious' as const),
  newVerdict: fc.constant('clean' as const),
  findings: fc.constant([]),
  known: fc.constant([]),
});

describe('a scan as one document', () => {
  it('is the same text whether it is written whole or in pieces, and holds every file', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 600 }), (files: readonly ScannedFile[]) => {
        const text = [
          ...scanJsonPieces({ tool: { name: 'weighbridge', version: '1' }, files, unopened: [], rules: [], root: '/' }),
        ].join('');
        const value = JSON.parse(text) as {
          readonly files: readonly ScannedFile[];
          readonly rules: readonly unknown[];
        };
        expect(value.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
        expect(value.rules).toEqual([]);
        expect(text.endsWith('\n}\n')).toBe(true);
      }),
      { numRuns: cases(20) },
    );
  });
});
