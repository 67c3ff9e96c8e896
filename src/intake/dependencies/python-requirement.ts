import type { Requirement } from '../../domain/dependency.ts';
import { type Asked, askedOf, elsewhere, pinned, ranged } from './declaration.ts';

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*/;

/** One requirement of PEP 508: `name[extra] >=1,<2 ; marker`, `name @ address`. Markers are taken to hold. None: null. */
export function pythonRequirement(text: string, line: number | null): readonly Asked[] | null {
  const words = text.slice(0, LONGEST).trim();
  const found = NAME.exec(words);
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  const rest = words.slice(found[0].length);
  if (rest.startsWith('@'))
    return askedOf('PyPI', name, fromAddress(rest.slice(1).trim().split(/[\s;]/, 1)[0] ?? ''), line);
  const specifier = (rest.split(';', 1)[0] ?? '').trim().replace(/^\((.*)\)$/, '$1');
  if (specifier !== '' && !/^[<>=!~]/.test(specifier)) return null;
  return askedOf('PyPI', name, pythonSpecifier(specifier), line);
}

const LONGEST = 2000;

/** `==1.2` and `===1.2` pin; `==1.*` does not. */
export function pythonSpecifier(specifier: string): Requirement {
  const exact = /^={2,3}\s*([^\s,*]+)$/.exec(specifier.trim())?.[1];
  return exact === undefined ? ranged(specifier.replace(/\s+/g, '')) : pinned(exact);
}

const WHEEL = /(?:^|\/)([A-Za-z0-9_.]+)-([^-/]+)(?:-[^-/]+){2,4}\.whl(?:[#?].*)?$/;

/** A wheel names its version, wherever it lies (PEP 427); other addresses do not. */
export function fromAddress(address: string): Requirement {
  const version = WHEEL.exec(decoded(address))?.[2];
  return version === undefined ? elsewhere(address) : pinned(version);
}

/** The name that an address carries: that of a wheel, or behind `#egg=`. */
export function nameInAddress(address: string): string | null {
  const plain = decoded(address);
  return WHEEL.exec(plain)?.[1] ?? /[#&]egg=([A-Za-z0-9._-]+)/.exec(plain)?.[1] ?? null;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.slice(0, LONGEST));
  } catch {
    return address.slice(0, LONGEST);
  }
}

/** Poetry's own words for ranges (`^1.2`, `~1.2`, `1.*`, a bare version) in those of PEP 440; `||` has none and is any. */
export function poetrySpecifier(text: string): Requirement {
  const words = text.trim();
  if (words === '' || words === '*') return { kind: 'any' };
  if (words.includes('|')) return { kind: 'any' };
  const parts = words.split(/\s*,\s*|\s+(?=[<>=!~^])/).map(poetryPart);
  return pythonSpecifier(parts.join(','));
}

function poetryPart(part: string): string {
  const caret = /^\^\s*(\d[\w.]*)$/.exec(part)?.[1];
  if (caret !== undefined) return `>=${caret},<${afterCaret(caret)}`;
  const tilde = /^~\s*(\d[\w.]*)$/.exec(part)?.[1];
  if (tilde !== undefined) return `>=${tilde},<${bumped(tilde, tilde.includes('.') ? 1 : 0)}`;
  if (/^\d[\w.+!-]*(?:\.\*)?$/.test(part)) return `==${part}`;
  return part.replace(/^=(?!=)/, '==');
}

/** The first number from the left that is not zero is the one that must not change. */
function afterCaret(version: string): string {
  const numbers = version.split('.').map(Number);
  const first = numbers.findIndex((number) => number > 0);
  return bumped(version, first < 0 ? numbers.length - 1 : first);
}

function bumped(version: string, at: number): string {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return [...numbers.slice(0, at), (numbers[at] ?? 0) + 1].join('.');
}
