import type { GuardImages } from '../../domain/guard.ts';
import { prepareImage } from '../../guard/images/image.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Picture } from '../../wire/surface.ts';

export interface Marked {
  readonly changed: boolean;
  /** For the record: `image/unmarked` where the policy wants marks and a picture lies elsewhere. */
  readonly types: readonly string[];
  /** A picture is no PNG, JPEG or WebP file: nobody can say what is in it, and it may not go on. */
  readonly unreadable: boolean;
}

const UNTOUCHED: Marked = { changed: false, types: [], unreadable: false };

/** Marks pictures as made by a model, and takes out what their metadata gives away, as the policy has it. In place. */
export function markPictures(policy: GuardImages, pictures: readonly Picture[]): Marked {
  if (pictures.length === 0 || (policy.mark === null && policy.strip.length === 0)) return UNTOUCHED;
  let changed = false;
  const types = new Set<string>();
  for (const picture of pictures) {
    if (picture.kind === 'address') {
      if (policy.mark !== null) types.add('image/unmarked');
      continue;
    }
    const prepared = prepared64(picture.base64, policy);
    if (prepared === null) return { changed, types: [...types], unreadable: true };
    if (prepared === picture.base64) continue;
    picture.put(prepared);
    changed = true;
  }
  return { changed, types: [...types], unreadable: false };
}

/** Null for what is no image. */
function prepared64(base64: string, policy: GuardImages): string | null {
  try {
    return Buffer.from(prepareImage(Buffer.from(base64, 'base64'), policy).image).toString('base64');
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}
