import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { filesInMessage } from '../protobuf/carried.ts';
import { integerOf, type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import { readMessage } from '../protobuf/reader.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { noteUnknownFields } from '../protobuf/unknown.ts';
import { claimsCoreml, FIRST_KIND, NAME, WEIGHTS_NAME } from './claims.ts';
import type { CoremlFacts } from './facts.ts';
import { surveyProgram } from './program.ts';
import { BLOB, CUSTOM_LAYER, CUSTOM_MODEL, LINKED_FILE, MODEL, OPERATION, STRING_PARAMETER } from './shapes.ts';
import { isWeights, readWeights } from './weights.ts';

/**
 * Core ML models, alone or in a package: networks with their branches and loops, programs, pipelines of models, custom
 * classes, linked models and files of weights, which are proved.
 *
 * Defects: `no-model`, a model of no kind; `unknown-fields`, fields that Core ML does not have; those of
 * `surveyProgram`.
 */
export const coremlFormat: Format<'coreml'> = { id: 'coreml', claims: claimsCoreml, read };

async function read(bytes: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'coreml'>> {
  const head = await bytes.read(0, Math.min(128, bytes.size));
  if (WEIGHTS_NAME.test(path) || (isWeights(head) && !NAME.test(path))) {
    await readWeights(bytes, budget);
    const facts: CoremlFacts = { format: 'coreml', version: 0, operators: [], classes: [], linked: [], external: [] };
    return { facts, parts: [], defects: [], coverage: 'structure' };
  }
  const survey = surveyProgram();
  const found: Found = { operators: operatorCounter(), classes: [], linked: [], external: [], defects: [] };
  const visitor = {
    enter: survey.enter,
    leave: (shape: MessageShape, message: Message): boolean => {
      noteUnknownFields(found.defects, shape.name, message);
      take(found, shape, message);
      survey.leave(shape, message);
      return shape === STRING_PARAMETER || KEPT.has(shape.name);
    },
  };
  const model = await readMessage(bytes, MODEL, visitor, budget);
  noteUnknownFields(found.defects, MODEL.name, model);
  const version = integerOf(model, 1) ?? 0;
  if (version < 1) throw new MalformedError('a Core ML model without its version', 0);
  const kinds = [...model.messages.keys(), ...model.opaque.keys()].filter((number) => number >= FIRST_KIND);
  if (kinds.length !== 1)
    found.defects.push({ code: 'no-model', message: `it is of ${kinds.length} kinds`, offset: 0 });
  const { operators, classes, linked, external } = found;
  const facts: CoremlFacts = { format: 'coreml', version, operators: operators.uses(), classes, linked, external };
  const parts = await filesInMessage(bytes, budget);
  return { facts, parts, defects: [...found.defects, ...survey.defects()], coverage: 'structure' };
}

/** What is asked for once all around it was read: types and values, and what an operation and a function are given. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'TensorType ListType TupleType DictionaryType StateType Dimension Dimension.ConstantDimension ValueType Value.ImmediateValue TensorValue Value.BlobFileValue Value Argument ' +
    'NamedValueType Argument.Binding Operation.InputsEntry Function.BlockSpecializationsEntry Program.FunctionsEntry'
  )
    .split(' ')
    .concat('Floats Ints Bools Strings LongInts Doubles Bytes'.split(' ').map((name) => `TensorValue.Repeated${name}`))
    .map((name) => `MILSpec.${name}`),
);

interface Found {
  readonly operators: ReturnType<typeof operatorCounter>;
  readonly classes: CoremlFacts['classes'][number][];
  readonly linked: CoremlFacts['linked'][number][];
  readonly external: ExternalBytes[];
  readonly defects: Defect[];
}

function take(found: Found, shape: MessageShape, message: Message): void {
  const { offset } = message;
  if (shape === OPERATION) found.operators.add({ domain: '', type: textOf(message, 1), offset, within: 'program' });
  if (shape === CUSTOM_LAYER) found.classes.push({ name: textOf(message, 10), what: 'layer', offset });
  if (shape === CUSTOM_MODEL) found.classes.push({ name: textOf(message, 10), what: 'model', offset });
  if (shape === LINKED_FILE) {
    const [file, searchPath] = [1, 2].map((field) =>
      messagesOf(message, field)
        .map((each) => textOf(each, 1))
        .join(''),
    );
    found.linked.push({ file: file ?? '', searchPath: searchPath ?? '', offset });
  }
  if (shape === BLOB) {
    const location = textOf(message, 1).replace(/^@model_path\//, '');
    found.external.push({ location, offset: integerOf(message, 2) ?? 0, length: null, owner: 'a constant' });
  }
}
