import { compare, explain, satisfies, valid, validRange } from '@renovatebot/pep440';
import type { Versioning } from './versioning.ts';

/** Versions of Python packages (PEP 440). */
export const pep440: Versioning = {
  normal: (version) => (version.length > LONGEST ? null : (explain(version.trim())?.public ?? null)),
  compare,
  admits: (specifier, version) => {
    if (specifier.length > LONGEST || !validRange(specifier)) return null;
    // A requirement that names a pre-release takes pre-releases; pip leaves them out otherwise.
    const prereleases = named(specifier).some((one) => explain(one)?.is_prerelease === true);
    return satisfies(version, specifier, { prereleases });
  },
  named,
};

/** Real requirements have under a hundred characters, and the library's patterns were not made for hostile ones. */
const LONGEST = 500;

function named(specifier: string): readonly string[] {
  const words = specifier.slice(0, LONGEST).split(/[\s,]+/);
  return words.flatMap((word) => {
    const version = word.replace(/^[<>=!~]+/, '').replace(/\.\*$/, '');
    if (valid(version) === null) return [];
    // What `>1.0` lets in first, as far as one can say.
    return word.startsWith('>') && !word.startsWith('>=') ? [version, `${version}.1`] : [version];
  });
}
