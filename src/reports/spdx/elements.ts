import { shown } from '../bom/names.ts';

/** One element of the graph, as compact JSON-LD. */
export type SpdxElement = Readonly<Record<string, unknown>>;

/** What all elements of one document share. */
export interface Naming {
  /** The start of every element's name. */
  readonly base: string;
}

/** The blank node that every element points to. */
export const CREATION = '_:creation';

/** SPDX 3's own individuals (spdx.org/rdf/3.0.1/terms/Core). */
export const NO_ASSERTION_ELEMENT = 'https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement';
export const NO_ASSERTION_LICENCE = 'https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense';
export const DATA_LICENCE = 'https://spdx.org/licenses/CC0-1.0';

/** An element's name: short, and a function of what it is. */
export function nameOf({ base }: Naming, kind: string, key: string | number = ''): string {
  return `${base}#${kind}${key === '' ? '' : `-${encodeURIComponent(String(key).toWellFormed())}`}`;
}

export function element(type: string, spdxId: string, rest: SpdxElement): SpdxElement {
  return { type, spdxId, creationInfo: CREATION, ...rest };
}

/** A relationship, named after its ends so that it is the same every time. */
export function relationship(
  naming: Naming,
  { from, type, to, complete = false }: { from: string; type: string; to: readonly string[]; complete?: boolean },
): SpdxElement {
  return element('Relationship', nameOf(naming, `relationship-${type}`, from.slice(naming.base.length + 1)), {
    from,
    relationshipType: type,
    to,
    completeness: complete ? 'complete' : 'noAssertion',
  });
}

export function text(value: string): string {
  return shown(value);
}
