import calculator from 'ae-cvss-calculator';
import type { Score } from '../domain/advisory.ts';

/** The newest standard that scores it decides; two vectors of one standard: the worse. */
const STANDARDS = [/^CVSS:4\.0\//, /^CVSS:3\.1\//, /^CVSS:3\.0\//, /^(?!CVSS:)/] as const;

/** Scores CVSS vectors of versions 2, 3.0, 3.1 and 4.0 by their base metrics; null when none can be read. */
export function scoreOfVectors(vectors: readonly string[]): Score | null {
  for (const standard of STANDARDS) {
    let worst: Score | null = null;
    for (const vector of vectors.filter((one) => one.length < LONGEST && standard.test(one))) {
      const value = scoreOf(vector);
      if (value !== null && (worst === null || value > worst.value)) worst = { value, by: vector };
    }
    if (worst !== null) return worst;
  }
  return null;
}

/** A vector of CVSS 4.0 with every metric has under 250 characters. */
const LONGEST = 400;

function scoreOf(vector: string): number | null {
  try {
    const parsed = calculator.fromVector(vector);
    const value = parsed?.isBaseFullyDefined() === true ? parsed.calculateScores().overall : undefined;
    return value !== undefined && Number.isFinite(value) ? value : null;
  } catch {
    return null;
  }
}

/** The upper end of each band (CVSS v3.1, section 5), for databases that give the word alone. */
const WORDS: Readonly<Record<string, number>> = { low: 3.9, moderate: 6.9, medium: 6.9, high: 8.9, critical: 10 };

export function scoreOfWord(word: string): Score | null {
  const value = WORDS[word.toLowerCase()];
  return value === undefined ? null : { value, by: word.toLowerCase() };
}
