import { type Piece, pickle, STOP } from '../../../src/formats/pickle/assemble.fixture.ts';
import { type Archive, type Member, zip } from '../../../src/formats/zip/archive.fixture.ts';
import { type Specimen, SYSTEM } from './pickle.ts';

/** A program that would run `true`, and one that does nothing. */
const EVIL = pickle(['PROTO', 2], SYSTEM, STOP);
const STORAGE: readonly Piece[] = [
  ['MARK'],
  ['BINUNICODE', 'storage'],
  ['GLOBAL', 'torch', 'FloatStorage'],
  ['BINUNICODE', '0'],
  ['BINUNICODE', 'cpu'],
  ['BININT1', 4],
  ['TUPLE'],
  ['BINPERSID'],
];
const GOOD = pickle(['PROTO', 2], ...STORAGE, STOP);

const checkpoint = (data: Uint8Array, more: Partial<Member> = {}): readonly Member[] => [
  { name: 'model/data.pkl', bytes: data, ...more },
  { name: 'model/version', bytes: '3\n' },
  { name: 'model/data/0', bytes: new Uint8Array(16) },
];

const made = (name: string, members: readonly Member[], archive: Archive, verdict: Specimen['verdict']): Specimen => ({
  name,
  bytes: zip(members, archive),
  verdict,
});
const evil = (name: string, more: Partial<Member>, archive: Archive = {}): Specimen =>
  made(name, checkpoint(EVIL, more), archive, 'malicious');
const odd = (name: string, more: Partial<Member>, archive: Archive = {}): Specimen =>
  made(name, checkpoint(GOOD, more), archive, ['suspicious', 'unscannable']);
const concat = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

const INNER = zip(checkpoint(EVIL));
const ZIP_IN_STORAGE: readonly Member[] = [
  { name: 'model/data.pkl', bytes: GOOD },
  { name: 'model/version', bytes: '3\n' },
];

/** An archive whose comment ends in a second archive's end: the last end record leads to the evil one. */
function twoEnds(): Uint8Array {
  const first = zip(checkpoint(EVIL));
  const second = zip(checkpoint(GOOD));
  return zip(checkpoint(GOOD), { comment: concat(first, second).slice(0, 0xffff) });
}

/** The directory's offset as it stands leads to one directory, counting back from the end to another. */
function twoDirectories(): Uint8Array {
  const hidden = zip(checkpoint(EVIL));
  const shown = zip(checkpoint(GOOD));
  const view = new DataView(hidden.buffer);
  const end = hidden.length - 22;
  const offset = view.getUint32(end + 16, true);
  const joined = concat(hidden.slice(0, end), shown);
  const last = new DataView(joined.buffer);
  last.setUint32(joined.length - 22 + 16, offset, true);
  return joined;
}

/** What archives do to hide a pickle from one reader and show it to another, and what is broken in them. */
export const ZIP_TRICKS: readonly Specimen[] = [
  made('a sound checkpoint', checkpoint(GOOD), {}, 'clean'),
  made('a sound checkpoint, deflated', checkpoint(GOOD, { deflate: true }), {}, 'clean'),
  made('a sound checkpoint with zip64 fields', checkpoint(GOOD), { zip64: true }, 'clean'),
  made('a sound checkpoint with padding as PyTorch writes it', checkpoint(GOOD, { padding: 40 }), {}, 'clean'),
  made(
    'a sound checkpoint with a comment',
    checkpoint(GOOD),
    { comment: new TextEncoder().encode('made today') },
    'clean',
  ),
  evil('an attack', {}),
  evil('an attack, deflated', { deflate: true }),
  evil('an attack marked as encrypted in both headers', { flags: 1 }),
  evil('an attack marked as encrypted in the directory', { flags: 1, local: { flags: 0 } }),
  evil('an attack marked as encrypted in its own header', { local: { flags: 1 } }),
  evil('an attack with masked headers', { flags: 0x2000 }),
  evil('an attack with another CRC', { crc: 1 }),
  evil('an attack with another size', { size: EVIL.length + 1 }),
  evil('an attack with another name in its own header', { local: { name: 'model/read.txt' } }),
  evil('an attack named as a text in the directory', { name: 'model/readme.txt', local: { name: 'model/data.pkl' } }),
  evil('an attack with another size in its own header', { local: { size: 3 } }),
  evil('an attack whose own header tells another method', { local: { method: 8 } }),
  evil('an attack behind a prefix', {}, { prefix: new TextEncoder().encode('#!/bin/sh\nexit 0\n') }),
  evil('an attack behind NUL', {}, { prefix: new Uint8Array(64) }),
  evil('an attack with bytes after the archive', {}, { trailer: new Uint8Array(64) }),
  evil('an attack with an entry count of one', {}, { count: 1 }),
  evil('an attack with an entry count of none', {}, { count: 0 }),
  evil('an attack with an entry count of many', {}, { count: 900 }),
  evil('an attack with zip64 fields', {}, { zip64: true }),
  evil('an attack under a name with NUL', { name: 'model/data.pkl\0.txt' }),
  evil('an attack under a name in capitals', { name: 'model/DATA.PKL' }),
  evil('an attack under a name with backslashes', { name: 'model\\data.pkl' }),
  evil('an attack under a name with two slashes', { name: 'model//data.pkl' }),
  evil('an attack under an absolute name', { name: '/data.pkl' }),
  evil('an attack under the name of a picture', { name: 'model/picture.png' }),
  made(
    'an attack as the first of two of one name',
    [...checkpoint(EVIL), { name: 'model/data.pkl', bytes: GOOD }],
    {},
    'malicious',
  ),
  made(
    'an attack as the last of two of one name',
    [...checkpoint(GOOD), { name: 'model/data.pkl', bytes: EVIL }],
    {},
    'malicious',
  ),
  made('an attack in a second folder', [...checkpoint(GOOD), { name: 'other/data.pkl', bytes: EVIL }], {}, 'malicious'),
  made(
    'an attack beside the storages',
    [...checkpoint(GOOD), { name: 'model/data/x.pkl', bytes: EVIL }],
    {},
    'malicious',
  ),
  made('an attack in a gap', checkpoint(GOOD, { gap: EVIL }), {}, 'malicious'),
  made('a whole member in a gap', checkpoint(GOOD, { gap: INNER }), {}, 'malicious'),
  made('an attack before the archive', checkpoint(GOOD), { prefix: EVIL }, 'malicious'),
  made('an attack after the archive', checkpoint(GOOD), { trailer: EVIL }, 'malicious'),
  made('an attack in the comment', checkpoint(GOOD), { comment: EVIL }, 'malicious'),
  made('an archive in the comment', checkpoint(GOOD), { comment: INNER }, 'malicious'),
  made('an archive after the archive', checkpoint(GOOD), { trailer: INNER }, 'malicious'),
  made('an archive before the archive', checkpoint(GOOD), { prefix: INNER }, 'malicious'),
  made(
    'an archive within the archive',
    [...checkpoint(GOOD), { name: 'model/extra.zip', bytes: INNER }],
    {},
    'malicious',
  ),
  made(
    'an archive within an archive within the archive',
    [...ZIP_IN_STORAGE, { name: 'a.bin', bytes: zip([{ name: 'b.bin', bytes: INNER, deflate: true }]), deflate: true }],
    {},
    'malicious',
  ),
  { name: 'two end records', bytes: twoEnds(), verdict: 'malicious' },
  { name: 'two directories', bytes: twoDirectories(), verdict: 'malicious' },
  made(
    'a name that leaves the folder',
    [...checkpoint(GOOD), { name: '../../start.sh', bytes: 'true\n' }],
    {},
    'malicious',
  ),
  made(
    'a name that leaves the folder by backslashes',
    [...checkpoint(GOOD), { name: '..\\start.sh', bytes: 'true\n' }],
    {},
    'malicious',
  ),
  made('a name on another drive', [...checkpoint(GOOD), { name: 'C:start.sh', bytes: 'true\n' }], {}, 'malicious'),
  odd('two names of one case', { name: 'model/data.pkl', local: { name: 'model/other.pkl' } }),
  odd('a wrong CRC', { crc: 7 }),
  odd('a wrong size', { size: 99 }),
  odd('another method in the own header', { local: { method: 8 } }),
  odd('marked as encrypted', { flags: 1 }),
  odd('a method that is not known', { method: 99 }),
  odd('bytes between members', { gap: new Uint8Array(33) }),
  odd('bytes before the archive', {}, { prefix: new Uint8Array(33) }),
  odd('bytes after the archive', {}, { trailer: new Uint8Array(33) }),
  odd('a count that is a lie', {}, { count: 2 }),
  odd('an offset that leads nowhere', { offset: 5 }),
  { name: 'cut off', bytes: zip(checkpoint(GOOD)).slice(0, -30), verdict: 'unscannable' },
  { name: 'a directory outside the file', bytes: endAt(0x7fffffff), verdict: 'unscannable' },
  made(
    'a bomb',
    [...checkpoint(GOOD), { name: 'b', bytes: new Uint8Array(2_000_000), deflate: true }],
    {},
    'unscannable',
  ),
];

function endAt(offset: number): Uint8Array {
  const bytes = zip(checkpoint(GOOD));
  new DataView(bytes.buffer).setUint32(bytes.length - 22 + 12, offset, true);
  return bytes;
}
