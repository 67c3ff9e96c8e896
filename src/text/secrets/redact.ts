import { findSecrets } from './find.ts';

/** The text with every credential in it shown only as what kind it is; halves of characters, which JSON may hold, are mended. */
export function withoutSecrets(given: string): string {
  const text = given.toWellFormed();
  return findSecrets(text).reduceRight(
    (rest, { start, end, redacted: shown }) => rest.slice(0, start) + shown + rest.slice(end),
    text,
  );
}
