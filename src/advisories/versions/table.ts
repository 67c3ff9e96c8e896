import type { Ecosystem } from '../../domain/dependency.ts';
import { pep440 } from './pep440.ts';
import { semantic } from './semantic.ts';
import type { Versioning } from './versioning.ts';

/** Null where no well-kept comparator exists: then only versions that an advisory lists by name can be told. */
export function versioningOf(ecosystem: Ecosystem): Versioning | null {
  switch (ecosystem) {
    case 'PyPI':
      return pep440;
    case 'npm':
    case 'crates.io':
    case 'Go':
      return semantic;
    case 'Maven':
      return null;
  }
}
