import { describeDifference, differenceOf } from './difference.ts';
import { type Fingerprint, hashOfAll, MOST_SAMPLING, materialOf, sampled, trigramsOf } from './fingerprint.ts';
import type { Identity } from './identity.ts';
import { titlesIn } from './titles.ts';
import { type PlacedWord, wordsOf } from './words.ts';

/** Finds out what a licence text is. `whole`: it is given as the whole text, and not as a part. */
export type Detect = (text: string, whole: boolean) => Identity;

/** From here on, with no material word changed, a text is the licence. Near twins reach 0.997. */
const SAME = 0.995;
/** So much of the known text must be there: a cut text may lack the clause that counts. */
const COVERED = 0.97;
/** From here on a text is a changed version of the licence. Texts that share no origin stay under 0.4. */
const RELATED = 0.7;
/** A part of which this share is in the licence comes from it. */
const PART = 0.85;
/** Fewer sampled trigrams than this tell nothing: a sentence of boilerplate is in many texts. */
const ENOUGH = 6;
/** Candidates whose material words are compared. */
const COMPARED = 6;

export function createDetector(fingerprints: readonly Fingerprint[]): Detect {
  return (text, whole) => {
    const words = wordsOf(text);
    const candidates = rank(fingerprints, words);
    return whole ? identityOfWhole(text, words, candidates) : identityOfPart(text, candidates);
  };
}

interface Candidate {
  readonly print: Fingerprint;
  /** Dice: shared trigrams over the mean of both. */
  readonly similarity: number;
  /** Of the known text, what is there. */
  readonly coverage: number;
  /** Of the given text, what is in the known one. */
  readonly contained: number;
  /** Sampled trigrams of the given text that this rests on. */
  readonly sample: number;
}

function rank(fingerprints: readonly Fingerprint[], words: readonly PlacedWord[]): readonly Candidate[] {
  const all = trigramsOf(words);
  const sets = Array.from({ length: MOST_SAMPLING + 1 }, (_, sampling) => new Set(sampled(all, sampling)));
  return fingerprints
    .map((print) => compare(print, sets[print.sampling] ?? new Set()))
    .filter(({ contained }) => contained > 0.3);
}

function compare(print: Fingerprint, given: ReadonlySet<number>): Candidate {
  let shared = 0;
  for (const hash of print.trigrams) if (given.has(hash)) shared += 1;
  const known = Math.max(1, print.trigrams.length);
  const size = Math.max(1, given.size);
  return {
    print,
    similarity: (2 * shared) / (known + size),
    coverage: shared / known,
    contained: shared / size,
    sample: given.size,
  };
}

function identityOfWhole(text: string, words: readonly PlacedWord[], candidates: readonly Candidate[]): Identity {
  const hash = hashOfAll(words);
  const equal = candidates.filter(({ print }) => print.whole === hash && print.words === words.length);
  if (equal.length > 0) return { kind: 'exact', licences: names(equal), by: 'text' };
  const best = [...candidates].sort((a, b) => b.similarity - a.similarity).slice(0, COMPARED);
  const material = materialOf(words);
  const judged = best.map((candidate) => ({
    ...candidate,
    difference: differenceOf(candidate.print.material, material),
  }));
  const same = judged.find(
    ({ similarity, coverage, difference }) => similarity >= SAME && coverage >= COVERED && isNone(difference),
  );
  if (same !== undefined) return { kind: 'exact', licences: [same.print.licence], by: 'text' };
  const [nearest] = judged
    .sort((a, b) => sizeOf(a.difference) - sizeOf(b.difference) || b.similarity - a.similarity)
    .filter(({ similarity }) => similarity >= RELATED);
  const cut = nearest ?? judged.find(({ contained }) => contained >= PART);
  if (cut !== undefined && cut.coverage < COVERED && cut.contained >= PART && cut.difference.added.length === 0) {
    return { kind: 'truncated', licences: partOf(text, judged) };
  }
  if (nearest !== undefined) return modified(nearest);
  return byTitle(text);
}

function isNone({
  added,
  removed,
}: {
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
}): boolean {
  return added.length + removed.length === 0;
}

function sizeOf({
  added,
  removed,
}: {
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
}): number {
  return added.length + removed.length;
}

function modified({
  print,
  difference,
  similarity,
}: Candidate & { readonly difference: Parameters<typeof describeDifference>[0] }): Identity {
  const words = describeDifference(difference);
  const share = `${Math.floor(similarity * 1000) / 10} % alike`;
  return {
    kind: 'modified',
    licences: [print.licence],
    difference: words === '' ? `${share}; the words changed are none that usually matter` : `${share}; ${words}`,
  };
}

/** A text that calls itself by a name and is not like the text of that name, or whose text is not known here. */
function byTitle(text: string): Identity {
  const licences = titlesIn(text);
  if (licences.length === 0) return { kind: 'unknown' };
  return { kind: 'modified', licences, difference: 'it calls itself so, and its words could not be confirmed' };
}

function identityOfPart(text: string, candidates: readonly Candidate[]): Identity {
  const licences = partOf(text, candidates);
  return licences.length === 0 ? { kind: 'unknown' } : { kind: 'excerpt', licences };
}

/** Which text a part is from: twins share most of their parts, so what it calls itself decides between them. */
function partOf(text: string, candidates: readonly Candidate[]): readonly string[] {
  const titles = titlesIn(text);
  if (titles.length > 0) return titles;
  const telling = candidates.filter(({ sample }) => sample >= ENOUGH);
  const best = Math.max(0, ...telling.map(({ contained }) => contained));
  if (best < PART) return [];
  return names(telling.filter(({ contained }) => contained >= best - 0.005));
}

function names(candidates: readonly Candidate[]): readonly string[] {
  return [...new Set(candidates.map(({ print }) => print.licence))];
}
