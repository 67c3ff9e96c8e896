import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { fileBehind, fileIn, filesAmong, type Stretch } from '../among-numbers.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { standsAt } from '../magic.ts';
import { archivesIn, holdsArchives } from './back-to-back.ts';
import { type ByHeaders, readByHeaders } from './by-headers.ts';
import { claimsZip } from './claims.ts';
import { type CentralEntry, type Directory, ENCRYPTED, readDirectory } from './directory.ts';
import { earlierEnd } from './earlier-end.ts';
import { isWeightsConfig, rawTensors } from './exported-program.ts';
import type { ZipFacts } from './facts.ts';
import { layoutDefects, type Region } from './layout.ts';
import { createOpener, DEFLATED, type Opened, STORED } from './members.ts';
import { asLaxest, escapes, isOdd, isStorage, leadsOut, pytorchRoots } from './names.ts';
import { isPacked } from './packed.ts';
import { isText, openUnseen } from './unseen.ts';

/**
 * Zip archives (PKWARE APPNOTE 6.3.10), read as their central directory tells and held against the local headers.
 *
 * Stored members are windows on the file. Deflated ones up to 1 MiB are inflated at once and kept, up to 32 MiB in all;
 * larger ones are inflated as they are read, forwards. The raw storages of a PyTorch checkpoint, and the raw tensors of an exported program, are not handed out, and
 * their local headers are not read: of a remote file that costs its directory and its pickles. Empty members and
 * folders are not handed out. What other readers would see is handed out too: members as their own headers describe
 * them, those of other end records, and whatever lies before, between and after the members. Where the directory is empty
 * or cannot be read, the members are those that their own headers tell of.
 *
 * Defects:
 * - `traversal`: a name leaves the folder of extraction; `odd-name`: readers may take a name for another one.
 * - `duplicate-names`: two members have one name, as the laxest reader takes it.
 * - `local-header-differs`: directory and local header disagree on name, method, encryption, sizes or CRC.
 * - `unreadable-member`: there is no local header where the directory says, or the member reaches past the end.
 * - `hidden-field`: an extra field, or the comment of a member, carries bytes that no tool writes there.
 * - `overlapping-entries`, `gap`: members share bytes; bytes between members belong to none.
 * - `prefix-bytes`, `trailing-bytes`: bytes before the first member, after the end record.
 * - `several-end-records`, `entry-count`: end records that readers may choose differently; a count that is a lie.
 * - `link-out`, `link`: a symbolic link, that leads out of the folder or not; `two-names`: a name of Info-ZIP's that differs.
 * - `several-volumes`: the end record tells of other files that belong to the archive.
 * - `encrypted`, `unknown-method`: nobody can read the member without more.
 * - `crc-mismatch`, `size-mismatch`: a member's bytes are not those the directory describes.
 */
export const zipFormat: Format<'zip'> = {
  id: 'zip',
  claims: claimsZip,
  read: async (bytes, context) => {
    try {
      if (holdsArchives(context.path)) return await backToBack(bytes, context);
      const read = await byDirectory(bytes, context);
      if (read.facts.entries.length > 0) return read;
      const hidden = await hiddenBehind(bytes, context);
      return hidden === null ? read : { ...hidden, defects: [...read.defects, ...hidden.defects] };
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      const hidden = await hiddenBehind(bytes, context);
      if (hidden === null) throw error;
      const why = `its directory cannot be read (${error.message}): what its members' own headers show was read in its place`;
      const refused = { code: 'unreadable-member', message: why, offset: error.offset };
      return { ...hidden, defects: [refused, ...hidden.defects] };
    }
  },
};

/**
 * What an archive holds whose directory was hidden, by bytes behind it or otherwise: as it was before they were put there, or
 * else what its members' own headers show. Null where there is nothing.
 */
async function hiddenBehind(bytes: ByteSource, context: ReadContext): Promise<ReaderResult<'zip'> | null> {
  const end = await earlierEnd(bytes, context);
  const earlier = end === null ? null : await upTo(end, bytes, context);
  if (earlier !== null) return earlier;
  if (!(await beginsWithMember(bytes))) return null;
  const found = await readByHeaders(bytes, context);
  if (found.parts.length === 0) return null;
  const facts = factsOf(found, found.roots);
  return { facts, parts: found.parts, defects: [...nameDefects(found.entries)], coverage: 'structure' };
}

/** The archive that ends at `end`, and what begins there; null where that is none. */
async function upTo(end: number, bytes: ByteSource, context: ReadContext): Promise<ReaderResult<'zip'> | null> {
  try {
    const read = await byDirectory(sliceOf(bytes, 0, end), context);
    const message = `${bytes.size - end} bytes follow the end of the archive`;
    const defects = [...read.defects, { code: 'trailing-bytes', message, offset: end }];
    return { ...read, parts: [...read.parts, ...(await behind(bytes, end))], defects, coverage: 'structure' };
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

/** What follows the end of an archive, as where the archive's own end record is the last: a text may be a comment. */
async function behind(bytes: ByteSource, end: number): Promise<readonly Part[]> {
  const rest = sliceOf(bytes, end, bytes.size - end);
  if (isText(await rest.read(0, Math.min(rest.size, LONGEST_COMMENT)))) return fileBehind(bytes, end);
  return [{ name: `unlisted@${end}`, bytes: rest }];
}

const LONGEST_COMMENT = 0xffff;

async function byDirectory(bytes: ByteSource, context: ReadContext): Promise<ReaderResult<'zip'>> {
  const directory = await readDirectory(bytes, context);
  const names = directory.entries.map(({ name }) => name);
  const roots = pytorchRoots(names);
  const members = await openMembers(directory, roots, bytes, context);
  const unseen = await openUnseen(directory, members, bytes, context);
  const facts = factsOf(directory, roots);
  const defects = [...directory.defects, ...nameDefects(directory.entries), ...members.defects];
  if (names.length === 0 && MODEL_NAME.test(context.path))
    defects.push({ code: 'unreadable-member', message: 'an archive of a model without a member', offset: 0 });
  const parts = [...members.parts, ...unseen];
  return { facts, parts, defects, coverage: members.skipped ? 'structure' : 'whole' };
}

async function beginsWithMember(bytes: ByteSource): Promise<boolean> {
  const head = await bytes.read(0, Math.min(4, bytes.size));
  return head.length === 4 && standsAt(head, 0, 'PK\x03\x04');
}

async function backToBack(bytes: ByteSource, context: ReadContext): Promise<ReaderResult<'zip'>> {
  const parts = await archivesIn(bytes, context);
  return { facts: { format: 'zip', entries: [], pytorch: true }, parts, defects: [], coverage: 'structure' };
}

/** Loaders look for members of theirs in these, and take no empty ones. */
const MODEL_NAME = /\.(?:keras|pt|pth|pt2|ptl|skops|mar)$/i;

interface Members {
  readonly parts: readonly Part[];
  readonly defects: readonly Defect[];
  readonly skipped: boolean;
  readonly regions: readonly Region[];
  /** Places of local headers that were opened. */
  readonly offsets: ReadonlySet<number>;
}

async function openMembers(
  { entries, end }: Directory,
  roots: ReadonlySet<string>,
  bytes: ByteSource,
  context: ReadContext,
): Promise<Members> {
  const opener = createOpener(bytes, context);
  const raw = await rawMembers(entries, bytes, context);
  const parts: Part[] = [];
  const defects: Defect[] = [];
  const ends = new Map<CentralEntry, number>();
  const storages: Stretch[] = [];
  let skipped = false;
  for (const entry of entries) {
    context.budget.checkTime();
    if (isStorage(entry.name, roots) || raw.has(entry.name)) {
      skipped = true;
      // Of what lies afar each header would cost a request.
      if (bytes.size > LOOKED_THROUGH && bytes.costly === true) continue;
      const { end: stop, defects: found } = await openOrTell(
        async () => ({ ...NOTHING, ...(await opener.look(entry)) }),
        entry,
      );
      defects.push(...found);
      if (stop === null) continue;
      ends.set(entry, stop);
      if (entry.method === STORED)
        storages.push({ name: entry.name, start: stop - entry.stored, size: entry.stored, bytes: true });
      else {
        const { part } = await openOrTell(() => opener.open(entry), entry);
        const file = part === null ? null : await fileIn(entry.name, part.bytes);
        if (file !== null) parts.push(file);
      }
      continue;
    }
    const opened = await openOrTell(() => opener.open(entry), entry);
    defects.push(...opened.defects);
    if (entry.symlink === true && opened.part !== null) defects.push(await linkDefect(entry, opened.part));
    if (opened.end !== null) ends.set(entry, opened.end);
    for (const part of [opened.part, opened.local]) {
      if (part !== null && part.bytes.size > 0) parts.push(part);
    }
  }
  parts.push(...(await filesAmong(bytes, storages, context.budget)));
  const layout = [...layoutDefects(entries, ends, end.directoryStart)];
  const regions = layout.flatMap(({ region }) => (region === undefined ? [] : [region]));
  const plain = layout.map(({ code, message, offset }): Defect => ({ code, message, offset }));
  const offsets = new Set(entries.map(({ offset }) => offset));
  // torch.serialization.set_crc32_options(False) writes none, and PyTorch looks at none.
  const unsummed = roots.size > 0 && entries.every(({ crc }) => crc === 0);
  const told = unsummed ? defects.filter(({ code }) => code !== 'crc-mismatch') : defects;
  return { parts, defects: [...told, ...plain], skipped, regions, offsets };
}

const NOTHING = { part: null, local: null } as const;
/** Archives up to here have the headers of their raw storages looked at, which PyTorch reads each. */
const LOOKED_THROUGH = 64 * 1024 * 1024;

/** Raw tensors that a program of torch.export lists. */
async function rawMembers(
  entries: readonly CentralEntry[],
  bytes: ByteSource,
  context: ReadContext,
): Promise<ReadonlySet<string>> {
  const configs = entries.filter(({ name }) => isWeightsConfig(name));
  const names = new Set<string>();
  for (const entry of configs.slice(0, MOST_CONFIGS)) {
    const { part } = await openOrTell(() => createOpener(bytes, context).open(entry), entry);
    if (part === null) continue;
    for (const name of await rawTensors(entry.name, part.bytes)) names.add(name);
  }
  return names;
}

/** Lists of tensors in one archive: two for each of its programs. */
const MOST_CONFIGS = 16;

/** A member that cannot be opened does not keep the others from being read. */
async function openOrTell(
  open: () => Promise<Opened>,
  entry: CentralEntry,
): Promise<Omit<Opened, 'end'> & { readonly end: number | null }> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const defect = { code: 'unreadable-member', message: error.message, offset: Math.max(0, entry.offset) };
    return { part: null, end: null, defects: [defect], local: null };
  }
}

/** Longer than any path that a system takes. */
const LONGEST_TARGET = 4096;

async function linkDefect({ name, offset }: CentralEntry, { bytes }: Part): Promise<Defect> {
  const target = Buffer.from(await bytes.read(0, Math.min(bytes.size, LONGEST_TARGET))).toString('utf8');
  return leadsOut(name, target)
    ? { code: 'link-out', message: `${name}: it is a link to ${target}, outside the folder`, offset }
    : { code: 'link', message: `${name}: it is a link to ${target}`, offset };
}

const METHODS: readonly number[] = [STORED, DEFLATED];

type Named = ByHeaders['entries'][number] & Pick<CentralEntry, 'otherName' | 'carries'>;

function* nameDefects(entries: readonly Named[]): Iterable<Defect> {
  const seen = new Set<string>();
  const folders = foldersAmong(entries.map(({ name }) => asLaxest(name)));
  for (const { name, offset, flags, method, otherName, carries } of entries) {
    const say = (code: string, message: string): Defect => ({ code, message: `${name}: ${message}`, offset });
    if (escapes(name)) yield say('traversal', 'extracting it would write outside the folder');
    else if (isOdd(name)) yield say('odd-name', 'readers may take this name for another one');
    if (otherName !== undefined) {
      if (escapes(otherName)) yield say('traversal', `its name in Unicode, ${otherName}, leaves the folder`);
      yield say('two-names', `its name in Unicode is another one, ${otherName}`);
    }
    if (carries !== undefined) yield say('hidden-field', `it has ${carries}`);
    const lax = asLaxest(name);
    if (seen.has(lax)) yield say('duplicate-names', 'the archive has two members of this name');
    else if (folders.has(lax) && !/[\\/]$/.test(name)) yield say('duplicate-names', 'it is a file and a folder');
    seen.add(lax);
    if ((flags & ENCRYPTED) !== 0) yield say('encrypted', 'it is encrypted, or said to be');
    if (!METHODS.includes(method) && !isPacked(method))
      yield say('unknown-method', `it is compressed with method ${method}`);
  }
}

/** Which of these names are folders of others: in an order in which nothing stands between a folder and what it holds. */
function foldersAmong(names: readonly string[]): ReadonlySet<string> {
  const sorted = [...new Set(names.map((name) => name.replaceAll('/', '\0')))].sort();
  const folders = sorted.filter((name, at) => sorted[at + 1]?.startsWith(`${name}\0`) === true);
  return new Set(folders.map((name) => name.replaceAll('\0', '/')));
}

function factsOf({ entries }: Pick<ByHeaders, 'entries'>, roots: ReadonlySet<string>): ZipFacts {
  const storages = entries.filter(({ name }) => isStorage(name, roots));
  const bytes = storages.reduce((sum, { stored }) => sum + stored, 0);
  return {
    format: 'zip',
    entries: entries.map(({ name, size, stored, method, flags }) => ({
      name,
      size,
      stored,
      method,
      encrypted: (flags & ENCRYPTED) !== 0,
    })),
    pytorch: roots.size > 0,
    ...(storages.length === 0 ? {} : { unopened: { members: storages.length, bytes } }),
  };
}
