import { firstNumber, headFields } from '../protobuf/head.ts';
import { isWeights } from './weights.ts';

export const NAME = /\.(?:mlmodel|coreml)$/i;

/** Of a package, its weights. */
export const WEIGHTS_NAME = /\.mlpackage\/Data\/com\.apple\.CoreML\/weights\/[^/]+\.bin$/i;

export const FIRST_KIND = 200;

/** Numbers of the kinds of models, as they stand in the message `Model` (`messages.ts`), which is large. */
export const KINDS: ReadonlySet<number> = new Set([
  200, 201, 202, 300, 301, 302, 303, 304, 400, 401, 402, 403, 404, 500, 501, 502, 555, 556, 560, 600, 601, 602, 603,
  604, 606, 607, 609, 610, 900, 2000, 2001, 2002, 2003, 2004, 2005, 2006, 3000,
]);

export function claimsCoreml(path: string, head: Uint8Array, size: number): boolean {
  if (NAME.test(path)) return size > 0;
  if (WEIGHTS_NAME.test(path) || isWeights(head)) return size > 0;
  if (firstNumber(head) !== 1) return false;
  const fields = headFields(head, size);
  const [version] = fields ?? [];
  if (fields === null || version?.number !== 1 || version.wire !== 0 || version.value < 1 || version.value > 99)
    return false;
  return (
    fields.slice(1).every(({ number }) => number === 2 || number === 10 || number >= FIRST_KIND) &&
    fields.some(({ number }) => KINDS.has(number))
  );
}
