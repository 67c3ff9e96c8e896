/** Where packages of one sort come from, as OSV spells it (ossf.github.io/osv-schema, `affected[].package.ecosystem`). */
export const ECOSYSTEMS = ['PyPI', 'npm', 'crates.io', 'Go', 'Maven'] as const;
export type Ecosystem = (typeof ECOSYSTEMS)[number];

/** Which versions a place asks for. */
export type Requirement =
  /** This version and no other. */
  | { readonly kind: 'pinned'; readonly version: string }
  /** In the ecosystem's own words, for Python always as PEP 440 has them: `>=1.0,<2`. */
  | { readonly kind: 'range'; readonly specifier: string }
  | { readonly kind: 'any' }
  /** From an address and no registry: no advisory speaks of it. */
  | { readonly kind: 'elsewhere'; readonly address: string };

/** What makes us think that the package comes along: it is asked for, it is imported, or a file needs it as its loader. */
export type DependencyOrigin = 'manifest' | 'lock' | 'script' | 'import' | 'loader';

/** A package that whoever runs the model would have. */
export interface Dependency {
  readonly ecosystem: Ecosystem;
  /** As the registry compares names; see `normalName`. */
  readonly name: string;
  readonly requirement: Requirement;
  readonly origin: DependencyOrigin;
  readonly path: string;
  /** The way into an archive, outermost first; empty for the file itself. */
  readonly member: readonly string[];
  /** From 1; null where the file has no lines to speak of. */
  readonly line: number | null;
}

/** A name as its registry compares it: PEP 503 for PyPI, lower case for crates and npm, as it is elsewhere. */
export function normalName(ecosystem: Ecosystem, name: string): string {
  switch (ecosystem) {
    case 'PyPI':
      return name.toLowerCase().replace(/[-_.]+/g, '-');
    case 'npm':
    case 'crates.io':
      return name.toLowerCase();
    case 'Go':
    case 'Maven':
      return name;
  }
}

export function isEcosystem(text: string): text is Ecosystem {
  return (ECOSYSTEMS as readonly string[]).includes(text);
}

/** How it is asked for, in the words of a person: `torch 2.1.0`, `torch >=2,<3`, `torch, any version`. */
export function spellRequirement(name: string, requirement: Requirement): string {
  switch (requirement.kind) {
    case 'pinned':
      return `${name} ${requirement.version}`;
    case 'range':
      return `${name} ${requirement.specifier}`;
    case 'any':
      return `${name}, any version`;
    case 'elsewhere':
      return `${name} from ${requirement.address}`;
  }
}

/** What a model asks for and implies, as it is kept in a dossier: enough to match advisories again without its bytes. */
export interface DependencyList {
  readonly packages: readonly ListedPackage[];
  /** What could not be read, so that packages may be missing. */
  readonly problems: readonly ListedProblem[];
}

/** One package and requirement, with the places that name it. */
export interface ListedPackage {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly requirement: Requirement;
  readonly origin: DependencyOrigin;
  /** The first few. */
  readonly places: readonly Place[];
  readonly more: number;
}

/** What the model itself wants installed; what its code imports and its files imply is for whoever serves it to choose. */
export function isAskedFor({ origin, requirement }: Pick<ListedPackage, 'origin' | 'requirement'>): boolean {
  return origin !== 'import' && origin !== 'loader' && requirement.kind !== 'elsewhere';
}

export interface Place {
  readonly path: string;
  readonly member: readonly string[];
  readonly line: number | null;
}

export interface ListedProblem extends Place {
  readonly message: string;
}
