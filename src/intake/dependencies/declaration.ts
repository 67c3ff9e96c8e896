import { type Dependency, type Ecosystem, normalName, type Requirement } from '../../domain/dependency.ts';

/** What one file says of packages. Plain data: it may come from another thread. */
export interface Declarations {
  readonly dependencies: readonly Dependency[];
  /** What could not be read, so that packages may be missing here. */
  readonly problems: readonly DeclarationProblem[];
  /** Paths of other files that it takes in, as it spells them: `-r base.txt`. */
  readonly includes: readonly Include[];
  /** How many of its parts were read as files that name packages. */
  readonly manifests: number;
}

export interface DeclarationProblem {
  readonly path: string;
  readonly member: readonly string[];
  readonly line: number | null;
  readonly message: string;
}

export interface Include {
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** One package as a reader of a manifest hands it out; the file it stands in is added by who called the reader. */
export interface Asked {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly requirement: Requirement;
  readonly line: number | null;
  readonly origin?: Dependency['origin'];
}

/** What a reader of one sort of file gives. Readers are total: what they cannot read is a problem. */
export interface Manifest {
  readonly asked: readonly Asked[];
  readonly problems: readonly { readonly line: number | null; readonly message: string }[];
  readonly includes?: readonly { readonly file: string; readonly line: number }[];
}

export const NOTHING: Manifest = { asked: [], problems: [] };

export function problem(message: string, line: number | null = null): Manifest {
  return { asked: [], problems: [{ line, message }] };
}

/** Names as registries allow them, with a scope for npm and a path for Go. */
const NAME = /^@?[A-Za-z0-9_][A-Za-z0-9._~/-]{0,213}$/;

export function askedOf(
  ecosystem: Ecosystem,
  name: unknown,
  requirement: Requirement,
  line: number | null,
): readonly Asked[] {
  if (typeof name !== 'string' || !NAME.test(name)) return [];
  return [{ ecosystem, name: normalName(ecosystem, name), requirement, line }];
}

export function pinned(version: string): Requirement {
  return { kind: 'pinned', version: version.slice(0, LONGEST) };
}

export function ranged(specifier: string): Requirement {
  const words = specifier.trim().slice(0, LONGEST);
  return words === '' || words === '*' ? { kind: 'any' } : { kind: 'range', specifier: words };
}

export function elsewhere(address: string): Requirement {
  return { kind: 'elsewhere', address: withoutCredential(address).slice(0, LONGEST) };
}

/** Longer than any requirement somebody wrote. */
const LONGEST = 300;

function withoutCredential(address: string): string {
  return address.replace(/\/\/[^/@\s]{1,1000}@/, '//');
}

/** Files that people write have fewer lines; a search for each entry of a longer one would cost its square. */
const SEARCHED = 5000;

/** The first line that holds these words, from 1. */
export function lineWith(lines: readonly string[], words: string): number | null {
  const index = lines.length > SEARCHED ? -1 : lines.findIndex((line) => line.includes(words));
  return index < 0 ? null : index + 1;
}
