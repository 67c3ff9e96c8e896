import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { claimsStata, OPENING } from './claims.ts';
import { readOld } from './old.ts';
import { readTagged } from './tagged.ts';

/**
 * Data sets of Stata (help dta: releases 113 to 115 by position, 117 to 119 between tags), walked to the last byte: tables
 * of names, values of the observations, long texts, labels. Values are opaque; nothing in them can run.
 */
export const stataFormat: Format<'stata'> = { id: 'stata', claims: claimsStata, read };

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'stata'>> {
  const first = (await source.read(0, Math.min(1, source.size)))[0];
  if (first === undefined) throw new MalformedError('an empty data set', 0);
  const facts = first === OPENING.charCodeAt(0) ? await readTagged(source, budget) : await readOld(source, budget);
  return { facts, parts: [], defects: [], coverage: 'structure' };
}
