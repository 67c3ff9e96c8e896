import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { filesAmong, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import type { GgufTensor } from './facts.ts';
import { claimsGgml, type Kind, kindOf } from './ggml-claims.ts';
import { typeOf } from './ggml-types.ts';
import { type Walker, walkerOver } from './ggml-walker.ts';
import { aligned, type Padding } from './layout.ts';
import { quoted } from './metadata.ts';
import { paddingDefects } from './padding.ts';

/** What can be wrong with a file of which all is read. The loader looks at no padding, and refuses the rest. */
export const GGML_DEFECTS = ['duplicate-tensor', 'tensor-count', 'large-padding', 'filled-padding'] as const;

/**
 * Weights of llama.cpp before GGUF (llama.cpp, June 2023: llama_file_loader), and adapters for them: numbers, words, and
 * tensors one after another, each behind its own head, to the last byte. Models of other programs begin with the same
 * letters and are laid out in ways of their own, which no byte tells: what does not fit llama's to the end is not read.
 */
export const ggmlFormat: Format<'ggml'> = {
  id: 'ggml',
  claims: claimsGgml,
  read,
};

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'ggml'>> {
  const begun = kindOf(await source.read(0, Math.min(8, source.size)));
  if (begun === null) throw new MalformedError('does not begin as GGML', 0);
  const { kind, littleEndian } = begun;
  if (!littleEndian) throw new MalformedError('GGML in an order of bytes that its loaders do not read', 0);
  if (kind === 'ggsn') throw new MalformedError('a state of a conversation, which is not read', 0);
  const walker = walkerOver(source, budget);
  walker.skip(4);
  const version = kind === 'ggml' ? 0 : await walker.u32();
  if (version > (kind === 'ggjt' ? 3 : 1) || (version === 0 && kind !== 'ggml'))
    throw new MalformedError(`${kind} of version ${version}, which llama.cpp does not know`, 4);
  const stretches: Stretch[] = [];
  const settings = kind === 'ggla' ? null : await readSettings(walker);
  if (settings === null) walker.skip(8);
  else await readWords(walker, settings.words, { scored: kind !== 'ggml', stretches });
  const tensors = await readTensors(walker, kind, version);
  const defects = [...tensors.defects, ...(settings === null ? [] : wrongSet(tensors.sized, settings, kind))];
  return {
    facts: {
      format: 'ggml',
      kind,
      version,
      words: settings?.words ?? 0,
      tensors: tensors.sized.map(({ name, type, shape, offset }) => ({ name, type, shape, offset })),
      parameters: tensors.sized.reduce((sum, { shape }) => sum + elementsOf(shape), 0),
    },
    parts: [
      ...(await filesAmong(source, [
        ...stretches,
        ...tensors.sized.map(({ name, offset, bytes }) => ({ name, start: offset, size: bytes, bytes: false })),
      ])),
    ],
    defects: [...defects, ...(await paddingDefects(source, tensors.paddings))],
    coverage: 'structure',
  };
}

interface Settings {
  readonly words: number;
  readonly width: number;
  readonly layers: number;
}

/** Words, width, a multiple, heads, layers, turned dimensions, and how most tensors are stored. */
async function readSettings(walker: Walker): Promise<Settings> {
  const [words, width, , , layers] = [
    await walker.u32(),
    await walker.u32(),
    await walker.u32(),
    await walker.u32(),
    await walker.u32(),
    await walker.u32(),
    await walker.u32(),
  ];
  if (words > LIMITS.ggufEntries && words * 4 <= walker.left()) throw new OverBudgetError(`${words} words`);
  if (words * 4 > walker.left()) throw new MalformedError(`${words} words do not fit into the file`, 4);
  return { words, width, layers };
}

/** No tokenizer of such a model has longer ones. */
const LONGEST_WORD = 4_096;
const LONGEST_NAME = 256;

async function readWords(
  walker: Walker,
  count: number,
  { scored, stretches }: { readonly scored: boolean; readonly stretches: Stretch[] },
): Promise<void> {
  for (let index = 0; index < count; index++) {
    const length = await walker.u32();
    const start = walker.position();
    if (length > LONGEST_WORD) throw otherModel(`a word of ${length} bytes`, start);
    if (length >= SHORTEST) stretches.push({ name: `word ${index}`, start, size: length, bytes: true });
    await walker.take(length + (scored ? 4 : 0));
  }
}

function otherModel(message: string, at: number): MalformedError {
  return new MalformedError(`${message}: not laid out as llama.cpp laid out its models before GGUF`, at);
}

interface SizedTensor extends GgufTensor {
  readonly bytes: number;
}

interface Tensors {
  readonly sized: readonly SizedTensor[];
  readonly paddings: readonly Padding[];
  readonly defects: readonly Defect[];
}

/** Tensors to the end of the file: since `ggjt` the data of each begin at a multiple of 32. */
async function readTensors(walker: Walker, kind: Kind, version: number): Promise<Tensors> {
  const [sized, paddings, defects]: [SizedTensor[], Padding[], Defect[]] = [[], [], []];
  const names = new Set<string>();
  while (walker.left() > 0) {
    if (sized.length === LIMITS.ggufEntries) throw new OverBudgetError(`more than ${sized.length} tensors`);
    const at = walker.position();
    const [dimensions, length, number] = [await walker.u32(), await walker.u32(), await walker.u32()];
    if (dimensions < 1 || dimensions > 2) throw otherModel(`a tensor of ${dimensions} dimensions`, at);
    if (length > LONGEST_NAME) throw otherModel(`a name of ${length} bytes`, at);
    const type = typeOf(number, kind, version);
    if (type === undefined) throw otherModel(`a tensor of type ${number}`, at);
    const shape = [await walker.u32(), ...(dimensions === 2 ? [await walker.u32()] : [])];
    const name = new TextDecoder().decode(await walker.take(length));
    const elements = elementsOf(shape);
    if (!Number.isSafeInteger(elements) || (shape[0] ?? 0) % type.block !== 0)
      throw otherModel(`tensor ${quoted(name)} of ${shape.join(' × ')} in blocks of ${type.block}`, at);
    if (kind === 'ggjt' || kind === 'ggla') {
      const start = walker.position();
      const end = aligned(start, 32);
      walker.skip(end - start);
      if (end > start) paddings.push({ start, end });
    }
    if (names.has(name))
      defects.push({ code: 'duplicate-tensor', message: `the tensor ${quoted(name)} stands twice`, offset: at });
    names.add(name);
    const bytes = (elements / type.block) * type.bytes;
    sized.push({ name, type: number, shape, offset: walker.position(), bytes });
    walker.skip(bytes);
  }
  return { sized, paddings, defects };
}

function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, dimension) => product * dimension, 1);
}

/** Of each layer nine, and three around them: the loader refuses more and fewer. */
function* wrongSet(tensors: readonly SizedTensor[], settings: Settings, kind: Kind): Iterable<Defect> {
  const { words, width, layers } = settings;
  const table = tensors.find(({ name }) => name === 'tok_embeddings.weight');
  const [row = 0, rows = 0] = table?.shape ?? [];
  // Models of several files have a part of each row in every one.
  const fits = rows === words && row > 0 && (kind === 'ggjt' ? row === width : width % row === 0);
  if (!fits) throw otherModel('no table of words that fits its settings', 4);
  const wanted = 3 + 9 * layers;
  if (tensors.length !== wanted)
    yield {
      code: 'tensor-count',
      message: `there are ${tensors.length} tensors, and ${layers} layers have ${wanted}`,
      offset: tensors[0]?.offset ?? 0,
    };
}
