import semver from 'semver';
import type { Versioning } from './versioning.ts';

/** Semantic versions, as npm, Cargo and Go have them; Go's leading `v` and `+incompatible` fall away. */
export const semantic: Versioning = {
  normal: (version) => (version.length > LONGEST ? null : (semver.parse(version)?.version ?? null)),
  compare: (a, b) => semver.compare(a, b),
  admits: (specifier, version) =>
    specifier.length > LONGEST || semver.validRange(specifier) === null ? null : semver.satisfies(version, specifier),
  named: (specifier) =>
    specifier
      .slice(0, LONGEST)
      .split(/[\s|,]+/)
      .flatMap((word) => semver.coerce(word)?.version ?? [])
      .slice(0, 20),
};

/** semver's own bound. */
const LONGEST = 256;
