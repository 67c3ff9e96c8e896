import { MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { bits, byte, count, type Fields, number, optionalBits, take, u32 } from './fields.ts';

/** One file as the archive lists it. */
export interface Listed {
  name: string;
  empty: boolean;
  /** A symbolic link of a Unix, by the attributes. */
  link: boolean;
}

const [EMPTY_STREAM, NAMES, ATTRIBUTES] = [14, 17, 21] as const;
/** The upper half of the attributes holds what a Unix calls the mode. */
const UNIX = 0x8000;
const KIND = 0xf000;
const SYMLINK = 0xa000;

/** Reads the list of files (7zFormat.txt, 'Files Info'). */
export function readFiles(fields: Fields): readonly Listed[] {
  const length = count(fields, LIMITS.archiveEntries);
  const files = Array.from({ length }, (): Listed => ({ name: '', empty: false, link: false }));
  for (let kind = byte(fields); kind !== 0; kind = byte(fields)) {
    const size = number(fields);
    const property: Fields = { bytes: take(fields, size), at: 0 };
    if (kind === EMPTY_STREAM) readEmpty(property, files);
    else if (kind === NAMES) readNames(property, files);
    else if (kind === ATTRIBUTES) readAttributes(property, files);
  }
  return files;
}

function readEmpty(fields: Fields, files: readonly Listed[]): void {
  for (const [index, empty] of bits(fields, files.length).entries()) {
    const file = files[index];
    if (file !== undefined) file.empty = empty;
  }
}

function readNames(fields: Fields, files: readonly Listed[]): void {
  if (byte(fields) !== 0) throw new MalformedError('names are told elsewhere', fields.at);
  const text = Buffer.from(take(fields, fields.bytes.length - 1)).toString('utf16le');
  const names = text.split('\0');
  if (names.length !== files.length + 1 || names.at(-1) !== '') throw new MalformedError('more names than files', 0);
  for (const [index, file] of files.entries()) file.name = names[index] ?? '';
}

function readAttributes(fields: Fields, files: readonly Listed[]): void {
  const defined = optionalBits(fields, files.length);
  if (byte(fields) !== 0) throw new MalformedError('attributes are told elsewhere', fields.at);
  for (const [index, file] of files.entries()) {
    if (defined[index] !== true) continue;
    const attributes = u32(fields);
    file.link = (attributes & UNIX) !== 0 && ((attributes >>> 16) & KIND) === SYMLINK;
  }
}
