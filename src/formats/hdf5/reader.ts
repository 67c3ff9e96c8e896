import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { fileIn, filesAmong, MOST, type Stretch } from '../among-numbers.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { type Attribute, readAttribute } from './attributes.ts';
import { noteChunks, rowsOf } from './chunks.ts';
import { claimsHdf5 } from './claims.ts';
import { isVirtual, layoutDefects, readExternalFiles, stretchOf } from './datasets.ts';
import { type HeapObject, readDense } from './dense.ts';
import type { Hdf5ExternalFile, Hdf5Link, Hdf5Shape } from './facts.ts';
import { type Filter, readPipeline } from './filters.ts';
import { type Entry, readLink, readSymbolTable } from './groups.ts';
import { type Message, type Reading, readMessages } from './messages.ts';
import { Cursor, pagesOf } from './pages.ts';
import { heapRows, saysPickled } from './pickled-rows.ts';
import { kindOf, shapeDefects, shapeOf, widthOf } from './soundness.ts';
import { readSuperblock } from './superblock.ts';
import { placesIn } from './types.ts';
import { readVirtualSources } from './virtual.ts';

/**
 * HDF5 (HDF5 File Format Specification 3.0): superblock, groups of both styles, links, attributes and the messages that
 * say where values lie. Links are listed, never followed; of the values of data sets only rows that PyTables unpickles
 * are read.
 *
 * Parts: attributes that hold JSON or a pickle (`model_config` and its like), pickled rows, and a user block that is not empty.
 *
 * Defects:
 * - `trailing-bytes`: bytes after the end that the superblock tells.
 * - `driver`: the file is one of several. `virtual-dataset`: values come from other data sets, and it cannot be told of which files.
 * - `cut-short`: values reach past the end. `shared-attribute`: an attribute stands in a table that is not read.
 * - `no-kind`: an object that the library takes for no group, data set or type (H5Oint.c). `shape`: dimensions past their bounds, or more than
 *   the bytes there are. `header`, `checksum`: a header of other messages or bytes than its count or sum tell.
 * - `superblock`: widths of trees, a place or a kind that the library refuses. `chunks`: an index of chunks that leads elsewhere.
 * - `repeated-name`: two entries of a group have one name.
 */
export const hdf5Format: Format<'hdf5'> = {
  id: 'hdf5',
  claims: claimsHdf5,
  read,
};

/** Large networks have some thousand data sets. */
const MOST_SHAPES = 8000;

/** What is gathered on the way. */
interface Gathered {
  readonly attributes: Set<string>;
  readonly links: Hdf5Link[];
  readonly externalFiles: Hdf5ExternalFile[];
  readonly filters: Set<number>;
  readonly parts: Part[];
  readonly defects: Defect[];
  datasets: number;
  readonly shapes: Hdf5Shape[];
  /** Whether rows of a data set are unpickled. */
  pickledRows: boolean;
  /** Whether values of a data set lie in heaps. */
  heaps: boolean;
  /** Values of attributes that may be files in letters. */
  readonly texts: Part[];
}

interface Node {
  readonly path: string;
  readonly address: number;
}

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'hdf5'>> {
  const pages = pagesOf(source);
  const superblock = await readSuperblock(pages);
  const step = (amount = 1): void => {
    budget.spend('opcodes', amount);
    budget.checkTime();
  };
  const gathered = gather(superblock.defects);
  const note = (defect: Defect): void => {
    if (gathered.defects.length < LIMITS.findingsOfARule) gathered.defects.push(defect);
  };
  const stretches: Stretch[] = [];
  const reading: Reading = {
    pages,
    superblock,
    step,
    leave: (bytes) => budget.leave(bytes),
    note,
    stretches,
    parts: gathered.parts,
  };
  const open: Node[] = [{ path: '', address: superblock.root }];
  const seen = new Set<number>(open.map(({ address }) => address));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    budget.spend('entries', 1);
    for (const child of await readObject(reading, node, gathered)) {
      if (seen.has(child.address)) continue;
      seen.add(child.address);
      open.push(child);
    }
  }
  if (gathered.pickledRows || gathered.heaps) await handOutRows(source, reading, gathered);
  for (const { name, bytes } of gathered.texts) {
    const part = await fileIn(name, bytes);
    if (part !== null) gathered.parts.push(part);
  }
  const userBlock = await readUserBlock(source, superblock.base);
  const { attributes, links, externalFiles, filters, parts, defects, datasets } = gathered;
  return {
    facts: {
      format: 'hdf5',
      userBlock: superblock.base,
      objects: seen.size,
      datasets,
      shapes: gathered.shapes.length > MOST_SHAPES ? null : gathered.shapes,
      attributes: [...attributes],
      links,
      externalFiles,
      filters: [...filters],
    },
    parts: [...userBlock, ...parts, ...(await filesAmong(source, stretches, budget))],
    defects,
    coverage: 'structure',
  };
}

function gather(defects: readonly Defect[]): Gathered {
  return {
    attributes: new Set(),
    links: [],
    externalFiles: [],
    filters: new Set(),
    parts: [],
    defects: [...defects],
    datasets: 0,
    shapes: [],
    pickledRows: false,
    heaps: false,
    texts: [],
  };
}

/** Of what is not unpickled, what is a file from its first byte. */
async function handOutRows(source: ByteSource, reading: Reading, { parts, pickledRows }: Gathered): Promise<void> {
  if (!pickledRows && source.costly === true) return;
  // Heaps that lie within each other have the same rows.
  const told = new Set<number>();
  for await (const { at, size } of heapRows(source, reading, pickledRows)) {
    reading.step();
    if (told.has(at)) continue;
    const bytes = sliceOf(source, at, size);
    const part = pickledRows ? { name: `row@${at}`, bytes } : await fileIn(`row@${at}`, bytes);
    if (part === null) continue;
    told.add(at);
    if (told.size > LIMITS.parts) throw new OverBudgetError(`more than ${LIMITS.parts} rows`);
    parts.push(part);
  }
}

/** Bytes before the superblock belong to nobody; zeros are padding. */
async function readUserBlock(source: ByteSource, size: number): Promise<readonly Part[]> {
  if (size === 0) return [];
  const start = await source.read(0, Math.min(size, 1024 * 1024));
  if (size <= start.length && start.every((byte) => byte === 0)) return [];
  return [{ name: 'user block', bytes: sliceOf(source, 0, size) }];
}

const LINK_INFO = 0x02;
const DATATYPE = 0x03;
const LINK = 0x06;
const EXTERNAL_FILES = 0x07;
const LAYOUT = 0x08;
const FILTERS = 0x0b;
const ATTRIBUTE = 0x0c;
const SYMBOL_TABLE = 0x11;
const ATTRIBUTE_INFO = 0x15;

async function readObject(reading: Reading, { path, address }: Node, gathered: Gathered): Promise<readonly Node[]> {
  const { stretches } = reading;
  const entries: Entry[] = [];
  const messages = await readMessages(reading, address);
  for (const defect of shapeDefects(messages, reading.superblock, path)) reading.note(defect);
  if (kindOf(messages) === null)
    reading.note({ code: 'no-kind', message: `${path || '/'} is no group, data set or type`, offset: address });
  const type = messages.find((message) => message.type === DATATYPE && !message.shared);
  const width = type === undefined ? null : widthOf(type);
  const pipeline = pipelineOf(messages);
  const { places, heaps } = type === undefined ? { places: [], heaps: false } : placesIn(type);
  for (const message of messages) {
    if (message.type === LAYOUT) {
      gathered.datasets += 1;
      const shape = gathered.shapes.length > MOST_SHAPES ? null : shapeOf(messages, reading.superblock);
      if (shape !== null) gathered.shapes.push({ path, shape });
      gathered.heaps ||= heaps;
      await noteChunks(reading, message, { path, width, pipeline, places });
      const stretch = places.length > 0 ? stretchOf(reading, message, path) : null;
      if (stretch !== null && width !== null && stretches.length < MOST) {
        for (const row of rowsOf(reading, stretch, places, width)) if (stretches.length < MOST) stretches.push(row);
      }
    }
    entries.push(...(await readMessage(reading, { message, path }, gathered)));
  }
  return sortEntries(entries, path, gathered);
}

/** What chunks went through; null where that is told elsewhere. */
function pipelineOf(messages: readonly Message[]): readonly Filter[] | null {
  const message = messages.find(({ type }) => type === FILTERS);
  if (message === undefined) return [];
  return message.shared ? null : readPipeline(message);
}

/** Notes what one message says; entries of the group come back. */
async function readMessage(
  reading: Reading,
  { message, path }: { readonly message: Message; readonly path: string },
  gathered: Gathered,
): Promise<readonly Entry[]> {
  const { offsets } = reading.superblock;
  switch (message.type) {
    case SYMBOL_TABLE:
      return readSymbolTable(reading, message);
    case LINK:
      return [readLink(message.data, message.at, offsets)];
    case LINK_INFO:
      return (await denseOf(reading, message, 8)).map(({ data, at }) => readLink(data, at, offsets));
    case ATTRIBUTE:
      if (message.shared)
        gathered.defects.push({ code: 'shared-attribute', message: `of ${path || '/'}`, offset: message.at });
      else noteAttribute(await readAttribute(reading, message), path, gathered);
      return [];
    case ATTRIBUTE_INFO:
      for (const object of await denseOf(reading, message, 2))
        noteAttribute(await readAttribute(reading, object), path, gathered);
      return [];
    case EXTERNAL_FILES:
      gathered.externalFiles.push(...(await readExternalFiles(reading, message)).map((file) => ({ path, file })));
      return [];
    case FILTERS:
      for (const { id } of readPipeline(message)) gathered.filters.add(id);
      return [];
    case LAYOUT:
      gathered.defects.push(...layoutDefects(reading, message, path));
      if (isVirtual(message)) await noteVirtual(reading, message, path, gathered);
      noteStretch(reading, message, path);
      return [];
    default:
      return [];
  }
}

async function noteVirtual(reading: Reading, message: Message, path: string, gathered: Gathered): Promise<void> {
  const files = await readVirtualSources(reading, message);
  for (const file of files ?? []) gathered.externalFiles.push({ path, file });
  if (files === null)
    gathered.defects.push({
      code: 'virtual-dataset',
      message: `${path} is put together from data sets that may lie in other files`,
      offset: message.at,
    });
}

function noteStretch(reading: Reading, message: Message, path: string): void {
  const stretch = stretchOf(reading, message, path);
  if (stretch !== null && reading.stretches.length < MOST) reading.stretches.push(stretch);
}

/** Link Info and Attribute Info (IV.A.2.c, IV.A.2.v): a heap and a tree, when there are many. `counter` is the width of the highest index. */
async function denseOf(reading: Reading, { data, at }: Message, counter: number): Promise<readonly HeapObject[]> {
  const { offsets, base } = reading.superblock;
  const cursor = new Cursor(data, at);
  cursor.u8();
  if ((cursor.u8() & 1) !== 0) cursor.take(counter);
  const heap = cursor.number(offsets);
  const tree = cursor.number(offsets);
  if (heap === null) return [];
  if (tree === null) throw new MalformedError('names without a list of them', at);
  return readDense(reading, base + heap, base + tree);
}

function sortEntries(entries: readonly Entry[], path: string, gathered: Gathered): readonly Node[] {
  const nodes: Node[] = [];
  const names = new Set<string>();
  for (const entry of entries) {
    const inside = `${path}/${entry.name}`;
    if (names.has(entry.name))
      gathered.defects.push({ code: 'repeated-name', message: `two entries ${inside}`, offset: 0 });
    names.add(entry.name);
    switch (entry.kind) {
      case 'hard':
        nodes.push({ path: inside, address: entry.address });
        break;
      case 'soft':
        gathered.links.push({ path: inside, kind: 'soft', target: entry.target });
        break;
      case 'external':
        gathered.links.push({
          path: inside,
          kind: 'external',
          file: entry.file,
          target: `${entry.file}:${entry.target}`,
        });
        break;
      case 'user-defined':
        gathered.links.push({ path: inside, kind: 'user-defined', target: String(entry.class) });
    }
  }
  return nodes;
}

/** Keras keeps these as JSON; what is none there is damaged. */
const CONFIGURATION = /^(?:model_config|training_config)$/;
const PROTO = 0x80;
/** Names of attributes that are kept; files of millions repeat a few. */
const NAMES = 10_000;
/** A pickle in letters has some dozens. */
const SHORTEST_TEXT = 32;

function noteAttribute(attribute: Attribute, path: string, gathered: Gathered): void {
  const { name, value, numbers } = attribute;
  gathered.pickledRows ||= saysPickled(attribute);
  if (gathered.attributes.size < NAMES) gathered.attributes.add(name);
  if (numbers !== undefined && numbers.length >= SHORTEST_TEXT && gathered.texts.length < NAMES)
    gathered.texts.push({ name: `${path}/${name}`, bytes: sourceOf(numbers) });
  if (value === null || value.length === 0) return;
  const bytes = withoutPadding(value);
  const [first, second = 0xff] = bytes;
  const pickled = first === PROTO && second <= 5;
  const json = first === 0x7b || first === 0x5b;
  if (CONFIGURATION.test(name)) gathered.parts.push({ name: `${path}/${name}.json`, bytes: sourceOf(bytes) });
  else if (pickled || json || oldPickle(bytes))
    gathered.parts.push({ name: `${path}/${name}`, bytes: sourceOf(bytes) });
  else if (bytes.length >= SHORTEST_TEXT && gathered.texts.length < NAMES)
    gathered.texts.push(
      { name: `${path}/${name}`, bytes: sourceOf(bytes) },
      // What is no text may end in zeros of its own.
      ...(value.length === bytes.length ? [] : [{ name: `${path}/${name}`, bytes: sourceOf(value) }]),
    );
}

/** Fixed strings are filled up with NUL or blanks. */
function withoutPadding(value: Uint8Array): Uint8Array {
  let end = value.length;
  while (end > 0 && value[end - 1] === 0) end -= 1;
  return value.subarray(0, end);
}

/** PyTables unpickles attributes that end in a full stop, protocol 0 included. */
function oldPickle(bytes: Uint8Array): boolean {
  const first = String.fromCharCode(bytes[0] ?? 0);
  return bytes.length > 4 && bytes.at(-1) === 0x2e && '(cil]d}'.includes(first) && bytes.includes(0x0a);
}
