import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { filesAmong, MOST, type Stretch } from '../among-numbers.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import { filesInMessage } from '../protobuf/carried.ts';
import { integerOf, integersOf, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import { readMessage } from '../protobuf/reader.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { noteUnknownFields } from '../protobuf/unknown.ts';
import { claimsPaddle, PROGRAM_NAME, ZEROS } from './claims.ts';
import type { PaddleFacts } from './facts.ts';
import { surveyProgram } from './program.ts';
import { BLOCK, OPERATOR, PROGRAM, TENSOR_DESCRIPTION, VARIABLE } from './shapes.ts';

/**
 * PaddlePaddle's programs (`.pdmodel`) and their parameters (`.pdiparams`, tensors one after the other to the last byte).
 *
 * Defects: `unknown-fields`, fields that Paddle's messages do not have; those of `surveyProgram`.
 */
export const paddleFormat: Format<'paddle'> = { id: 'paddle', claims: claimsPaddle, read };
/** The description of a tensor: its type and some dimensions. */
const LONGEST_DESCRIPTION = 1024;

async function read(bytes: ByteSource, context: ReadContext): Promise<ReaderResult<'paddle'>> {
  const head = await bytes.read(0, Math.min(64, bytes.size));
  const isProgram = PROGRAM_NAME.test(context.path) || !(head[0] === 0);
  return isProgram ? readProgram(bytes, context) : readParameters(bytes, context);
}

async function readProgram(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'paddle'>> {
  const uses = operatorCounter();
  const paths: { operator: string; path: string; offset: number }[] = [];
  const defects: Defect[] = [];
  const survey = surveyProgram();
  const program = await readMessage(
    bytes,
    PROGRAM,
    {
      leave: (shape, message) => {
        noteUnknownFields(defects, shape.name, message);
        survey.leave(shape, message);
        if (shape !== OPERATOR) return !LARGE.has(shape);
        const operator = textOf(message, 3);
        uses.add({ domain: '', type: operator, offset: message.offset, within: 'graph' });
        for (const attribute of messagesOf(message, 4)) {
          if (!PATH_ATTRIBUTES.has(textOf(attribute, 1))) continue;
          for (const path of [...textsOf(attribute, 5), ...textsOf(attribute, 8)])
            paths.push({ operator, path, offset: attribute.offset });
        }
        return false;
      },
    },
    budget,
  );
  noteUnknownFields(defects, PROGRAM.name, program);
  if ((program.opaque.get(1)?.count ?? 0) === 0) throw new MalformedError('a program without a block', 0);
  const facts: PaddleFacts = {
    format: 'paddle',
    variant: 'program',
    operators: uses.uses(),
    paths: paths.slice(0, 1000),
    tensors: 0,
  };
  const parts = await filesInMessage(bytes, budget);
  return { facts, parts, defects: [...defects, ...survey.defects()], coverage: 'structure' };
}

/** What nobody asks for once it was left. */
const LARGE: ReadonlySet<MessageShape> = new Set([BLOCK, VARIABLE]);

const PATH_ATTRIBUTES: ReadonlySet<string> = new Set([
  'file_path',
  'filename',
  'file_name',
  'model_path',
  'dirname',
  'endpoint',
  'endpoints',
  'epmap',
]);

/** Bytes of an element by VarType.Type. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 2],
  [2, 4],
  [3, 8],
  [4, 2],
  [5, 4],
  [6, 8],
  [20, 1],
  [21, 1],
  [22, 2],
  [23, 8],
  [24, 16],
  [32, 1],
  [33, 1],
]);

async function readParameters(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'paddle'>> {
  const stretches: Stretch[] = [];
  let tensors = 0;
  for (let at = 0; at < bytes.size; tensors++) {
    budget.spend('entries', 1);
    try {
      at = await tensorEnd(bytes, at, budget, stretches);
    } catch (error) {
      // What stands before it is read where bytes were put behind a file.
      if (error instanceof MalformedError) error.soundTo = at;
      throw error;
    }
  }
  return {
    facts: { format: 'paddle', variant: 'parameters', operators: [], paths: [], tensors },
    parts: await filesAmong(bytes, stretches),
    defects: [],
    coverage: 'structure',
  };
}

async function tensorEnd(
  bytes: ByteSource,
  start: number,
  budget: ReadContext['budget'],
  stretches: Stretch[],
): Promise<number> {
  const head = new Uint8Array(await bytes.read(start, ZEROS + 4));
  const view = new DataView(head.buffer);
  if (!head.subarray(0, ZEROS).every((byte) => byte === 0)) throw new MalformedError('no beginning of a tensor', start);
  const length = view.getInt32(ZEROS, true);
  if (length < 2 || length > LONGEST_DESCRIPTION)
    throw new MalformedError(`a description of ${length} bytes`, start + ZEROS);
  const from = start + ZEROS + 4;
  const description = await readMessage(
    sliceOf(bytes, from, length),
    TENSOR_DESCRIPTION,
    { leave: () => true },
    budget,
  );
  const width = WIDTHS.get(integerOf(description, 1) ?? -1);
  const dims = integersOf(description, 2);
  if (width === undefined || dims.some((dim) => dim < 0))
    throw new MalformedError('a tensor of no type or shape', from);
  const end = from + length + dims.reduce((product, dim) => product * dim, width);
  if (!Number.isSafeInteger(end) || end > bytes.size) throw new MalformedError('a tensor reaches past the end', start);
  const values = from + length;
  if (stretches.length < MOST)
    stretches.push({ name: `values@${values}`, start: values, size: end - values, bytes: width === 1 });
  return end;
}
