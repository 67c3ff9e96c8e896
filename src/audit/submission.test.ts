import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSubmission, submissionText } from './submission.ts';

const NOTE = 'log.example\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— log.example AAAAAAAA\n';

describe('a submission to a witness', () => {
  it('is read as it was written', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.nat(), fc.array(hash, { maxLength: 63 }), (old, proof) => {
        const read = parseSubmission(submissionText({ old, proof, note: NOTE }));
        expect(read).toEqual({ old, proof: proof.map((one) => Buffer.from(one)), note: NOTE });
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no old size', `\n${NOTE}`],
    ['a leading zero', `old 01\n\n${NOTE}`],
    ['a negative size', `old -1\n\n${NOTE}`],
    ['a size beyond counting', `old 9999999999999999\n\n${NOTE}`],
    ['a hash that is too short', `old 1\nAAAA\n\n${NOTE}`],
    ['too many hashes', `old 1\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${NOTE}`],
    ['no empty line', 'old 1\nx'],
  ])('is none: %s', (_, text) => {
    expect(parseSubmission(text)).toBeNull();
  });

  it('answers any text at all', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseSubmission(`old 1\n${text}`)));
  });
});
