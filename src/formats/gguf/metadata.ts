import { MalformedError } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import type { Stretch } from '../among-numbers.ts';
import type { Defect } from '../format.ts';
import { isOddName } from '../odd-name.ts';
import { ARRAY, SCALAR_BYTES, STRING, UINT32 } from './types.ts';
import { lenientText, readStringBytes, readU32, readValue, type Stream } from './values.ts';
import { type Kind, vocabularyDefects } from './vocabulary.ts';

export interface Metadata {
  readonly values: ReadonlyMap<string, Json>;
  readonly chatTemplates: readonly { readonly name: string; readonly template: string }[];
  readonly alignment: number;
  /** Lists of bytes, which may hold anything. */
  readonly blobs: readonly Stretch[];
}

/** Specification: where `general.alignment` is not given. */
const DEFAULT_ALIGNMENT = 32;
/** Specification: a key has at most 2^16-1 bytes. */
const MAX_KEY = 65_535;
/** uint8 and int8. */
const BYTES: ReadonlySet<number> = new Set([0, 1]);
const CHAT_TEMPLATE = 'tokenizer.chat_template';

/** Reads `count` key-values. Of keys that stand twice the first is kept, and every chat template. */
export async function readMetadata(stream: Stream, count: number, defects: Defect[]): Promise<Metadata> {
  const values = new Map<string, Json>();
  const kinds = new Map<string, Kind>();
  const chatTemplates: { name: string; template: string }[] = [];
  const blobs: Stretch[] = [];
  let alignment = DEFAULT_ALIGNMENT;
  for (let index = 0; index < count; index++) {
    if (index % 1024 === 0) stream.budget.checkTime();
    const offset = stream.cursor.position();
    const key = await readName(stream, 'key', defects);
    const type = await readU32(stream);
    if (key === 'general.alignment' && type !== UINT32) throw new MalformedError('the alignment is no uint32', offset);
    const kind = await kindOf(stream, type, offset);
    if (!values.has(key)) kinds.set(key, kind);
    const said = type === STRING ? await readStringBytes(stream) : null;
    // A list says its type and length first.
    const start = stream.cursor.position() + (stream.dialect.version === 1 ? 8 : 12);
    const value = said === null ? await readValue(stream, type) : lenientText(said);
    if (said !== null && !isUtf8(said))
      defects.push({ code: 'value-type', message: `the text of ${quoted(key)} is not UTF-8`, offset });
    if (values.has(key))
      defects.push({ code: 'duplicate-key', message: `the key ${quoted(key)} stands twice`, offset });
    else values.set(key, value);
    const width = SCALAR_BYTES.get(kind.entries);
    if (type === ARRAY && width !== undefined)
      blobs.push({ name: key, start, size: kind.length * width, bytes: BYTES.has(kind.entries) });
    if (key === 'general.alignment') alignment = alignmentOf(value, offset);
    const template = templateName(key);
    if (template === null) continue;
    if (type === STRING && typeof value === 'string') chatTemplates.push({ name: template, template: value });
    else
      defects.push({
        code: 'template-not-text',
        message: `${quoted(key)} is ${type === ARRAY ? 'a list' : 'no text'}`,
        offset,
      });
  }
  defects.push(...vocabularyDefects(kinds, values));
  return { values, chatTemplates, alignment, blobs };
}

/** What stands before a value that is next to be read: of a list, the type and the number of its entries. */
async function kindOf({ cursor, dialect }: Stream, type: number, offset: number): Promise<Kind> {
  const width = dialect.version === 1 ? 4 : 8;
  if (type !== ARRAY || cursor.left() < 4 + width) return { type, entries: -1, length: 0, offset };
  await cursor.need(4 + width);
  const [view, at] = [cursor.view(), cursor.at()];
  const length =
    width === 4
      ? view.getUint32(at + 4, dialect.littleEndian)
      : Number(view.getBigUint64(at + 4, dialect.littleEndian));
  return { type, entries: view.getUint32(at, dialect.littleEndian), length, offset };
}

/** The reference loader takes powers of two only (ggml, src/gguf.cpp). */
function alignmentOf(value: Json, offset: number): number {
  const alignment = Number(value);
  if (alignment > 0 && Number.isInteger(Math.log2(alignment))) return alignment;
  throw new MalformedError(`${alignment} is no alignment`, offset);
}

/** `default`, or the name after `tokenizer.chat_template.`; null for every other key. */
function templateName(key: string): string | null {
  if (key === CHAT_TEMPLATE) return 'default';
  return key.startsWith(`${CHAT_TEMPLATE}.`) ? key.slice(CHAT_TEMPLATE.length + 1) : null;
}

/** The name of a key or of a tensor: UTF-8, not empty, not too long; else a defect. */
export async function readName(stream: Stream, what: 'key' | 'tensor name', defects: Defect[]): Promise<string> {
  const offset = stream.cursor.position();
  const bytes = await readStringBytes(stream);
  const name = lenientText(bytes);
  const problem =
    bytes.length === 0 ? 'empty' : bytes.length > MAX_KEY ? 'too long' : !isUtf8(bytes) ? 'not UTF-8' : null;
  if (problem !== null) defects.push({ code: 'invalid-name', message: `a ${what} is ${problem}`, offset });
  else if (isOddName(name)) defects.push({ code: 'odd-name', message: `a ${what} is ${quoted(name)}`, offset });
  return name;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A name from the file in quotes, cut to a length that fits in a sentence. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
