import type { Call } from '../contract/control/caller.ts';
import { WeighbridgeError } from '../kernel/errors.ts';

/** More than anybody compares with. */
const MOST = 20;
/** One ETag, and whether it is a weak one (RFC 9110, 8.8.3). */
const TAG = /^(W\/)?("[\x21\x23-\x7e\x80-\xff]*")$/;

/** What `If-Match` says, for a call. A weak ETag matches nothing here (RFC 9110, 13.1.1). Throws `input-invalid`. */
export function ifMatchIn(header: string | undefined): Pick<Call, 'ifMatch'> {
  if (header === undefined) return {};
  if (header.trim() === '*') return { ifMatch: '*' };
  return { ifMatch: tagsIn('If-Match', header).flatMap(({ tag, weak }) => (weak ? [] : [tag])) };
}

/** Whether `If-None-Match` names what would be sent; there weak ones count (RFC 9110, 13.1.2). Throws `input-invalid`. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || tagsIn('If-None-Match', header).some(({ tag }) => tag === etag);
}

function tagsIn(name: string, header: string): readonly { readonly tag: string; readonly weak: boolean }[] {
  const words = header.split(',').map((word) => word.trim());
  if (words.length > MOST) throw new WeighbridgeError('input-invalid', `${name}: more than ${MOST} ETags`);
  return words.map((word) => {
    const found = TAG.exec(word);
    if (found === null) throw new WeighbridgeError('input-invalid', `${name}: is neither * nor ETags in quotes`);
    return { tag: found[2] ?? '', weak: found[1] !== undefined };
  });
}
