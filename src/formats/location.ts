/** Why a file that a model names beside itself is not simply a file in its folder. */
export type OutsideReason = 'absolute' | 'address' | 'parent' | 'backslash' | 'control' | 'memory' | 'empty';

/** ONNX Runtime takes this 'location' for an address in its own memory (onnxruntime, tensorprotoutils.h). */
const MEMORY = /_ORT_MEM_ADDR_/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]+:/;

/**
 * Whether a location leaves the folder of the model that names it, as the laxest loader takes it; null when it names a
 * file in or below the folder.
 */
export function outsideReason(location: string): OutsideReason | null {
  if (MEMORY.test(location)) return 'memory';
  if (SCHEME.test(location) || /^(?:\/\/|\\\\)/.test(location)) return 'address';
  if (/^[/\\~]/.test(location) || /^[A-Za-z]:/.test(location)) return 'absolute';
  const segments = location.split(/[/\\]/);
  if (segments.some((segment) => segment.replaceAll(/[ .]+$/g, '') === '' && segment.startsWith('..'))) return 'parent';
  if (/\p{Cc}/u.test(location)) return 'control';
  if (location.includes('\\')) return 'backslash';
  return segments.every((segment) => segment === '' || segment === '.') ? 'empty' : null;
}

/** The path of what `location` names, seen from the file at `path`; null when it leaves the folder. */
export function besideOf(path: string, location: string): string | null {
  if (outsideReason(location) !== null) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (
    folder +
    location
      .split('/')
      .filter((segment) => segment !== '' && segment !== '.')
      .join('/')
  );
}

/** Bytes of another file that a model takes its tensors from. `length` is null when they reach to its end. */
export interface ExternalBytes {
  readonly location: string;
  readonly offset: number;
  readonly length: number | null;
  /** Whose they are, for people. */
  readonly owner: string;
  /** CRC-32C of the bytes, as TensorFlow masks it. */
  readonly sum?: number;
  /** Of texts: how many lie there, their lengths before them. */
  readonly texts?: number;
}

/** One operator as often as a graph calls it in one place. */
export interface OperatorUse {
  /** The set it comes from: a domain, a namespace; empty for the format's own. */
  readonly domain: string;
  readonly type: string;
  readonly count: number;
  /** Of the first, from the start of the file or part. */
  readonly offset: number;
  /** The part of the file that calls it: `graph`, `sub-graph`, `function f`. */
  readonly within: string;
}
