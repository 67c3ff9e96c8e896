import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { filesAmong } from '../among-numbers.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { carriedDefects } from './chunks.ts';
import { claimsMedia, mimeOf, TARGA } from './claims.ts';
import { endDefects } from './ends.ts';
import { actionsOf } from './pdf.ts';
import { targaDefects } from './targa.ts';

/**
 * Pictures, sounds, films, scenes, fonts and PDF, known by their signatures and not read further. SVG is not among them: it is
 * text that can carry scripts.
 */
export const mediaFormat: Format<'media'> = {
  id: 'media',
  claims: claimsMedia,
  read: readMedia,
};

async function readMedia(source: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'media'>> {
  const mime = mimeOf(path, await source.read(0, Math.min(LIMITS.head, source.size)));
  if (mime === null) throw new MalformedError('no signature of a picture, sound, film, font or PDF', 0);
  const actions = mime === 'application/pdf' ? await actionsOf(source, budget) : [];
  const ends = mime === TARGA ? await targaDefects(source) : await endDefects(mime, source);
  const defects = [...ends, ...(await carriedDefects(mime, source, budget))];
  const behind = ends.flatMap(({ code, offset: start }) =>
    code === 'trailing-bytes' ? [{ name: 'behind the end', start, size: source.size - start, bytes: true }] : [],
  );
  const parts = await filesAmong(source, behind, budget);
  return { facts: { format: 'media', mime, actions }, parts, defects, coverage: 'structure' };
}
