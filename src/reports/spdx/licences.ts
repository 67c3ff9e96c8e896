import { digestOf, hexOf } from '../../kernel/digest.ts';
import { shown, spdxIdOf } from '../bom/names.ts';
import { element, type Naming, NO_ASSERTION_LICENCE, nameOf, type SpdxElement } from './elements.ts';

/** A licence as an expression: by its SPDX id, or as a reference of ours whose comment holds the name. */
export function licenceElements(naming: Naming, names: readonly string[]): readonly SpdxElement[] {
  return names.map((name) => {
    const id = spdxIdOf(name);
    return element('simplelicensing_LicenseExpression', licenceName(naming, name), {
      simplelicensing_licenseExpression: id ?? `LicenseRef-${hexOf(digestOf(name.toWellFormed())).slice(0, 16)}`,
      ...(id === null
        ? { name: shown(name, 200), comment: 'No licence of the SPDX list; its name is all that is known.' }
        : {}),
    });
  });
}

export function licenceName(naming: Naming, name: string): string {
  return nameOf(naming, 'licence', (spdxIdOf(name) ?? name).slice(0, 200));
}

/** Where nothing is known, that is said. */
export function orNoAssertion(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [NO_ASSERTION_LICENCE] : ids;
}
