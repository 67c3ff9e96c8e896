import {
  BYTES,
  entryOf,
  INTEGER,
  longText,
  type MessageShape,
  NUMBERS,
  nested,
  partOf,
  STRING,
  shapeOf,
} from '../protobuf/shape.ts';

/** Messages of Core ML (apple/coremltools 9.0, mlmodel/format). */

export const CUSTOM_LAYER: MessageShape = partOf('CustomLayerParams', { 10: STRING });

const BRANCH: MessageShape = shapeOf('BranchLayerParams', { 1: nested(() => NETWORK), 2: nested(() => NETWORK) });
const LOOP: MessageShape = shapeOf('LoopLayerParams', {
  1: NUMBERS,
  2: BYTES,
  3: nested(() => NETWORK),
  4: nested(() => NETWORK),
});

/** The kind of a layer is the number of the field that it fills; over a hundred of them, all opaque. */
export const LAYER: MessageShape = partOf('NeuralNetworkLayer', {
  1: STRING,
  500: nested(() => CUSTOM_LAYER),
  605: nested(() => BRANCH),
  615: nested(() => LOOP),
});

const NETWORK: MessageShape = partOf('NeuralNetwork', { 1: nested(() => LAYER) });

export const BLOB: MessageShape = shapeOf('BlobFileValue', { 1: longText(64 * 1024), 2: INTEGER });
const VALUE: MessageShape = shapeOf('Value', { 1: BYTES, 2: BYTES, 3: BYTES, 5: nested(() => BLOB) });
const ATTRIBUTES: MessageShape = entryOf(
  'AttributesEntry',
  nested(() => VALUE),
);
const BINDING: MessageShape = shapeOf('Argument.Binding', { 1: BYTES, 2: nested(() => VALUE) });
const ARGUMENT: MessageShape = shapeOf('Argument', { 1: nested(() => BINDING) });
export const OPERATION: MessageShape = shapeOf('Operation', {
  1: STRING,
  2: nested(() =>
    entryOf(
      'InputsEntry',
      nested(() => ARGUMENT),
    ),
  ),
  3: BYTES,
  4: nested(() => BLOCK),
  5: nested(() => ATTRIBUTES),
});
const BLOCK: MessageShape = shapeOf('Block', {
  1: BYTES,
  2: BYTES,
  3: nested(() => OPERATION),
  4: nested(() => ATTRIBUTES),
});
const FUNCTION: MessageShape = shapeOf('Function', {
  1: BYTES,
  2: STRING,
  3: nested(() =>
    entryOf(
      'BlockSpecializationsEntry',
      nested(() => BLOCK),
    ),
  ),
  4: nested(() => ATTRIBUTES),
});
const PROGRAM: MessageShape = shapeOf('Program', {
  1: NUMBERS,
  2: nested(() =>
    entryOf(
      'FunctionsEntry',
      nested(() => FUNCTION),
    ),
  ),
  3: BYTES,
  4: nested(() => ATTRIBUTES),
});

export const CUSTOM_MODEL: MessageShape = partOf('CustomModel', { 10: STRING });

const STRING_PARAMETER: MessageShape = shapeOf('StringParameter', { 1: longText(64 * 1024) });
export const LINKED_FILE: MessageShape = shapeOf('LinkedModelFile', {
  1: nested(() => STRING_PARAMETER),
  2: nested(() => STRING_PARAMETER),
});
const LINKED_MODEL: MessageShape = shapeOf('LinkedModel', { 1: nested(() => LINKED_FILE) });

const PIPELINE: MessageShape = shapeOf('Pipeline', { 1: nested(() => MODEL), 2: BYTES });
const PIPELINE_WITH_LABELS: MessageShape = partOf('PipelineClassifier', { 1: nested(() => PIPELINE) });

/** Kinds of models of numbers alone: trees, regressions, scalers, text models. */
const PLAIN_MODELS: readonly number[] = [
  300, 301, 302, 304, 400, 401, 402, 404, 501, 560, 600, 601, 602, 603, 604, 606, 607, 609, 610, 900, 2000, 2001, 2002,
  2003, 2004, 2005, 2006, 3000,
];

export const MODEL: MessageShape = shapeOf('Model', {
  1: INTEGER,
  2: BYTES,
  10: NUMBERS,
  200: nested(() => PIPELINE_WITH_LABELS),
  201: nested(() => PIPELINE_WITH_LABELS),
  202: nested(() => PIPELINE),
  303: nested(() => NETWORK),
  403: nested(() => NETWORK),
  500: nested(() => NETWORK),
  502: nested(() => PROGRAM),
  555: nested(() => CUSTOM_MODEL),
  556: nested(() => LINKED_MODEL),
  ...Object.fromEntries(PLAIN_MODELS.map((number) => [number, BYTES])),
});
