import { OverBudgetError } from '../../kernel/budget.ts';
import { standsAt } from '../magic.ts';
import { createSession } from './machine.ts';
import { OPCODES } from './opcodes.ts';
import { acts, actsByName, runBuffered } from './program.ts';
import { windowOn } from './window.ts';

const PROTO = 0x80;
const HIGHEST_PROTOCOL = 5;
/** Names that promise a pickle, whatever is in the file. */
const PROMISING = /\.(?:pkl|pickle|pt|pth|joblib|dill|cloudpickle|pck|pcl)$/i;
/** Names that pickles often have, and other things too. */
const POSSIBLE = /\.(?:bin|ckpt|dat|p|data|model|sav|mdl|pdparams|pdopt|pdiparams)$/i;

/**
 * Local header, empty and spanned archive. As a pickle each begins with PERSID, which ends a plain unpickler at once, and
 * PyTorch takes the file as a zip before it thinks of pickles; a member further in would look like a program to us.
 */
const ZIP: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];

/** Beginnings of what stands under such names and is something else. */
const OTHERS: readonly (readonly number[])[] = [
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x04, 0x22, 0x4d, 0x18], // lz4
  [0x78, 0x01], // zlib
  [0x78, 0x5e],
  [0x78, 0x9c],
  [0x78, 0xda],
  [0x5a, 0x46, 0x30, 0x78], // zlib with joblib's own header
  [0x5d, 0x00, 0x00], // LZMA
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x89, 0x48, 0x44, 0x46], // HDF5
  [0x93, 0x4e, 0x55, 0x4d], // npy
  [0x47, 0x47, 0x55, 0x46], // GGUF
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite
];

/** Instructions that are tried before a file is taken for a program. */
const MOST = 2048;

/**
 * Whether bytes are to be read as a pickle: by their first instructions; a promising name adds the expectation. A file
 * without PROTO (protocols 0 and 1) counts when its beginning carries out without an error; text does not.
 */
export function claimsPickle(path: string, head: Uint8Array, size: number): boolean {
  try {
    return looksLikePickle(path, head, size);
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    // What its beginning asks for is for the reader to say, who knows whether it is a program at all.
    return true;
  }
}

function looksLikePickle(path: string, head: Uint8Array, size: number): boolean {
  if (size === 0 || head.length === 0) return false;
  if (startsWithProto(head)) return true;
  if (beginsAs(ZIP, head)) return false;
  const other = beginsAs(OTHERS, head) || isTar(head);
  // What its name promises has not to be tried.
  if (!other && PROMISING.test(path)) return true;
  if (carriesOut(head, size)) return true;
  return !other && POSSIBLE.test(path) && OPCODES[head[0] ?? 0] !== undefined && twoInstructions(head, size);
}

function beginsAs(magics: readonly (readonly number[])[], head: Uint8Array): boolean {
  return magics.some((magic) => magic.every((byte, index) => head[index] === byte));
}

function isTar(head: Uint8Array): boolean {
  return standsAt(head, 257, 'ustar');
}

function startsWithProto(head: Uint8Array): boolean {
  const protocol = head[1];
  const next = head[2];
  if (head[0] !== PROTO || protocol === undefined || protocol > HIGHEST_PROTOCOL) return false;
  return next === undefined || OPCODES[next] !== undefined;
}

/**
 * Whether the beginning may be a program. One that goes on past what is shown here may be anything: only the reader can
 * tell, and what it cannot follow and does nothing goes back to being a text. One that ends here must be worth reading.
 */
function carriesOut(head: Uint8Array, size: number): boolean {
  if (OPCODES[head[0] ?? 0] === undefined) return false;
  const { machine, ending } = runBuffered(windowOn(head, size), createSession(), MOST);
  if (ending === null) return head.length < size || machine.opcodes >= MOST || acts(machine);
  // Three characters that happen to be instructions, `(l.`, are a word or a smiley.
  if (ending.kind === 'stopped')
    return machine.opcodes > 3 || ending.end < size || machine.recorder.imports().length > 0;
  return actsByName(machine);
}

/** Whether the name alone promises a pickle. */
export function isPromising(path: string): boolean {
  return PROMISING.test(path);
}

function twoInstructions(head: Uint8Array, size: number): boolean {
  const { machine, ending } = runBuffered(windowOn(head, size), createSession(), 2);
  return ending === null || machine.opcodes >= 2;
}
