import type { FileTouch } from './facts.ts';
import { nameOf, type PathNode } from './node.ts';

/** Which input, or which attribute, of an operator is a path or an address. */
type Place = { readonly input: number; readonly other?: number } | { readonly attribute: string };

const FIRST: Place = { input: 0 };

/** Operators of TensorFlow (tensorflow/core/ops) that open what they are given the name of. */
const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ...[
    'ReadFile',
    'WriteFile',
    'MatchingFiles',
    'MatchingFilesDataset',
    'TextLineDataset',
    'TFRecordDataset',
    'TFRecordDatasetV2',
    'FixedLengthRecordDataset',
    'FixedLengthRecordDatasetV2',
    'CSVDataset',
    'CSVDatasetV2',
    'ExperimentalCSVDataset',
    'LMDBDataset',
    'ExperimentalLMDBDataset',
    'LoadDataset',
    'ListSnapshotChunksDataset',
    'LoadAndRemapMatrix',
    'Save',
    'SaveV2',
    'SaveSlices',
    'Restore',
    'RestoreV2',
    'RestoreSlice',
    'ReadVariableOpFromFile',
  ].map((name): [string, Place] => [name, FIRST]),
  ...[
    'InitializeTableFromTextFile',
    'InitializeTableFromTextFileV2',
    'CreateSummaryFileWriter',
    'CreateSummaryDbWriter',
    'SaveDataset',
    'SaveDatasetV2',
    'SnapshotDataset',
    'SnapshotDatasetV2',
    'DatasetToTFRecord',
    'ExperimentalDatasetToTFRecord',
    'CacheDataset',
    'CacheDatasetV2',
    'ImportEvent',
  ].map((name): [string, Place] => [name, { input: 1 }]),
  // What is merged is deleted afterwards, and what comes of it is written.
  ['MergeV2Checkpoints', { input: 0, other: 1 }],
  ['GenerateVocabRemapping', FIRST],
  ['SqlDataset', { input: 1 }],
  ['ExperimentalSqlDataset', { input: 1 }],
  ['ImmutableConst', { attribute: 'memory_region_name' }],
  ['PrintV2', { attribute: 'output_stream' }],
  ['DebugIdentity', { attribute: 'debug_urls' }],
  ['DebugIdentityV2', { attribute: 'debug_urls' }],
  ['DebugIdentityV3', { attribute: 'debug_urls' }],
  ['DebugNanCount', { attribute: 'debug_urls' }],
  ['DebugNumericSummary', { attribute: 'debug_urls' }],
  ['DebugNumericSummaryV2', { attribute: 'debug_urls' }],
  ['RpcServer', FIRST],
  ['RpcClient', FIRST],
  ['DecodeProtoV2', { attribute: 'descriptor_source' }],
  ['EncodeProto', { attribute: 'descriptor_source' }],
  // Candidates and pairs of words are drawn from a file (tensorflow/core/ops/candidate_sampling_ops.cc).
  ['FixedUnigramCandidateSampler', { attribute: 'vocab_file' }],
  ['Skipgram', { attribute: 'filename' }],
  ['RecordInput', { attribute: 'file_pattern' }],
]);

const UNKNOWN = '{…}';
/** Paths that one operator may be given by choices on the way, and nodes that are followed for them. */
const CHOICES = 16;
const STEPS = 256;

/** Nodes in the graph that touch files, with the paths they are given. `assets` are constants that the loader replaces. */
export function* fileTouches(
  nodes: readonly PathNode[],
  assets: ReadonlySet<string>,
  within: string,
): Iterable<FileTouch> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const node of nodes) {
    const place = PLACES.get(node.operator);
    if (place === undefined) continue;
    const told = 'attribute' in place ? (node.attributes.get(place.attribute) ?? []) : null;
    const input = 'input' in place ? (node.inputs[place.input] ?? '') : '';
    const walk: Walk = { byName, steps: STEPS };
    const other = 'other' in place && place.other !== undefined ? pathsFrom(walk, node.inputs[place.other] ?? '') : [];
    const paths = told ?? [...pathsFrom(walk, input), ...other];
    yield { operator: node.operator, paths, asset: assets.has(nameOf(input)), offset: node.offset, within };
  }
}

interface Walk {
  readonly byName: ReadonlyMap<string, PathNode>;
  steps: number;
}

function pathsFrom(walk: Walk, input: string): readonly string[] {
  const node = walk.byName.get(nameOf(input));
  if (node === undefined || walk.steps-- <= 0) return [UNKNOWN];
  const all = (inputs: readonly string[]): string[] =>
    inputs.flatMap((each) => [...pathsFrom(walk, each)]).slice(0, CHOICES);
  switch (node.operator) {
    case 'Const':
      return node.constants.length === 0 ? [UNKNOWN] : node.constants;
    case 'StringJoin':
      return joined(
        node,
        node.inputs.filter((each) => !each.startsWith('^')).map((each) => pathsFrom(walk, each)),
      );
    case 'Add':
    case 'AddV2':
      return joined(
        node,
        node.inputs.map((each) => pathsFrom(walk, each)),
      );
    case 'Select':
    case 'SelectV2':
      return all(node.inputs.slice(1, 3));
    case 'PlaceholderWithDefault':
    case 'ShardedFilename':
    case 'Identity':
    case 'StopGradient':
    case 'PreventGradient':
    case 'Snapshot':
    case 'Reshape':
    case 'ExpandDims':
    case 'Squeeze':
    case 'GatherV2':
    case 'StringStrip':
      return all(node.inputs.slice(0, 1));
    case 'Pack':
    case 'ConcatV2':
    case 'IdentityN':
      return all(node.inputs);
    default:
      return [UNKNOWN];
  }
}

function joined(node: PathNode, parts: readonly (readonly string[])[]): readonly string[] {
  const separator = node.attributes.get('separator')?.[0] ?? '';
  return parts.reduce<readonly string[]>(
    (heads, tails, index) =>
      heads
        .flatMap((head) => tails.map((tail) => (index === 0 ? tail : `${head}${separator}${tail}`)))
        .slice(0, CHOICES)
        .map((path) => path.slice(0, 4096)),
    [''],
  );
}
