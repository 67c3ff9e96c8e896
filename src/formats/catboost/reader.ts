import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { filesAmong } from '../among-numbers.ts';
import { decodeUtf8 } from '../document.ts';
import {
  type FlatBuffer,
  type FlatTable,
  flatBuffer,
  flatText,
  tableOf,
  tablesOf,
  vectorOf,
} from '../flatbuffer/buffer.ts';
import { verifyFlat } from '../flatbuffer/verify.ts';
import type { Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { claimsCatboost } from './claims.ts';
import { CATBOOST_SCHEMA } from './schema.ts';
import { assertTrees } from './trees.ts';

/**
 * A model of CatBoost (catboost/libs/model/model.cpp, TFullModel::Save): `CBM1`, the length of a flat buffer, the buffer,
 * and the part that the buffer names: tables of categories, each behind its length, or what texts and embeddings are
 * counted by, behind a magic of its own. Nothing in it can run; all tables of the core are read as the library's verifier
 * reads them, the trees have to fit their lists, and the tables of categories tile the rest.
 */
export const catboostFormat: Format<'catboost'> = {
  id: 'catboost',
  claims: claimsCatboost,
  read,
};
const HEADER = 8;

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'catboost'>> {
  if (source.size < HEADER + 8) throw new MalformedError('a model cut short', source.size);
  const head = view(await source.read(0, HEADER));
  const size = head.getUint32(4, true);
  if (size < 8 || HEADER + size > source.size) throw new MalformedError(`a core of ${size} bytes`, 4);
  const { parts, files } = await readCore(sliceOf(source, HEADER, size), budget);
  if (parts.length === 0 && HEADER + size !== source.size) {
    throw new MalformedError(`${source.size - HEADER - size} bytes after the core`, HEADER + size);
  }
  if (isCollection(parts)) await collectionStarts(source, HEADER + size, parts[0]);
  else if (parts.length > 0) await tablesTile(source, HEADER + size, budget);
  return { facts: { format: 'catboost', core: size, parts }, parts: files, defects: [], coverage: 'structure' };
}

/** Parts of texts and embeddings are named by the magic that they begin with (text_features/text_processing_collection.cpp). */
function isCollection(parts: readonly string[]): parts is readonly [string] {
  return parts.length === 1 && /^(?:text|embed)\w*_process\w*\0*$/.test(parts[0] ?? '');
}

async function collectionStarts(source: ByteSource, start: number, magic: string): Promise<void> {
  const length = Math.min(magic.length + HEADER, source.size - start);
  const head = await source.read(start, length);
  const says = new TextDecoder('latin1').decode(head.subarray(0, magic.length));
  if (says !== magic || length < magic.length + HEADER) throw new MalformedError('a part of another kind', start);
  const header = view(head).getBigUint64(magic.length, true);
  if (header > BigInt(source.size - start - length)) throw new MalformedError(`a header of ${header} bytes`, start);
  // The last piece says that it is the last, and is of nobody.
  const end = new TextDecoder('latin1').decode(await source.read(source.size - NOBODY.length, NOBODY.length));
  if (end !== NOBODY) throw new MalformedError('a part without its end', source.size);
}

const NOBODY = '___ILLEGAL_GUID\0';

const MOST_TABLES = 65_536;

/** `TCtrDataStreamWriter`: how many tables there are, then each behind its size; they reach to the end of the file. */
async function tablesTile(source: ByteSource, start: number, budget: Budget): Promise<void> {
  const word = async (at: number): Promise<number> => {
    if (at + 4 > source.size) throw new MalformedError('tables cut short', at);
    return view(await source.read(at, 4)).getUint32(0, true);
  };
  const count = await word(start);
  if (count > MOST_TABLES) throw new MalformedError(`${count} tables`, start);
  let at = start + 4;
  for (let table = 0; table < count; table++) {
    const size = await word(at);
    const flat = flatBuffer(sliceOf(source, at + 4, size), budget);
    await verifyFlat(flat, CATBOOST_SCHEMA, 'Table', size);
    at += 4 + size;
  }
  if (at !== source.size) throw new MalformedError(`tables that end at ${at} of ${source.size}`, start);
}

/** Fields of `TModelCore` (flatbuffers/model.fbs). */
const TREES = 1;
const PART_IDS = 3;
const MOST_PARTS = 100;
const LONGEST_NAME = 1024;
/** What `TFullModel::Load` asks for (catboost/libs/model/model.cpp). */
const VERSION = 'FlabuffersModel_v1';

interface Core {
  /** Names of the parts behind it. */
  readonly parts: readonly string[];
  /** What its texts and lists are besides. */
  readonly files: readonly Part[];
}

/** Names of the parts behind the core, once all of the core was looked at. */
async function readCore(core: ByteSource, budget: Budget): Promise<Core> {
  const flat = flatBuffer(core, budget);
  const lists = await verifyFlat(flat, CATBOOST_SCHEMA, 'Core', core.size);
  const root = await flat.root();
  const version = await flatText(flat, root, 0, core.size);
  if (version !== VERSION) throw new MalformedError('a core of no version that is known', HEADER);
  const trees = await tableOf(flat, root, TREES);
  if (trees === null) throw new MalformedError('a core without trees', HEADER);
  await assertTrees(flat, trees, core.size);
  await assertSettings(flat, root, core.size);
  return { parts: await textsOf(flat, root, PART_IDS, core.size), files: await filesAmong(core, lists) };
}

/** Settings that the library parses whenever it loads or applies a model (catboost/libs/model/model.cpp, `ModelInfo`). */
const SETTINGS: ReadonlySet<string> = new Set([
  'params',
  'class_params',
  'loss_function',
  'output_options',
  'training',
]);
const OF_CLASSES: ReadonlySet<string> = new Set(['class_label_type', 'class_names', 'class_to_label', 'classes_count']);
const INFO = 2;
/** Settings of one model that are parsed: pairs may name one text as often as they like. */
const LONGEST_SETTINGS = 16 * 1024 * 1024;

async function assertSettings(flat: FlatBuffer, root: FlatTable, size: number): Promise<void> {
  let left = LONGEST_SETTINGS;
  for (const pair of await tablesOf(flat, root, INFO, size)) {
    const key = await flatText(flat, pair, 0, size);
    const text = SETTINGS.has(key) ? await vectorOf(flat, pair, 1, 1, size) : null;
    if (text === null || text.length > left) continue;
    left -= text.length;
    const value = settingsIn(await flat.bytes(text.start, text.length));
    const strange = key === 'class_params' ? Object.keys(value ?? {}).find((name) => !OF_CLASSES.has(name)) : undefined;
    if (value === null || strange !== undefined)
      throw new MalformedError(`${key} are no settings`, HEADER + text.start);
  }
}

function settingsIn(bytes: Uint8Array): object | null {
  try {
    const value: unknown = JSON.parse(decodeUtf8(bytes));
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof MalformedError) return null;
    throw error;
  }
}

async function textsOf(flat: FlatBuffer, table: FlatTable, index: number, size: number): Promise<readonly string[]> {
  const vector = await vectorOf(flat, table, index, 4, size);
  if (vector === null) return [];
  if (vector.length > MOST_PARTS) throw new MalformedError(`${vector.length} parts`, HEADER + vector.start);
  const names: string[] = [];
  for (let each = 0; each < vector.length; each++) {
    const at = vector.start + 4 * each;
    const text = at + (await flat.u32(at));
    const length = await flat.u32(text);
    if (length > LONGEST_NAME) throw new MalformedError('a part with a long name', HEADER + text);
    names.push(new TextDecoder().decode(await flat.bytes(text + 4, length)));
  }
  return names;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
