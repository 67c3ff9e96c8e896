import type { Rule } from '../../domain/finding.ts';
import { outsideReason } from '../../formats/location.ts';
import type { FileTouch, TensorflowFacts } from '../../formats/tensorflow/facts.ts';
import { ENDLESS_ELEMENTS, type Judgement, leadsOut } from './judgement.ts';
import {
  CUSTOM_OPERATOR,
  ENDLESS_LOOP,
  ENDLESS_TENSOR,
  NATIVE_PLAN,
  NETWORK,
  OUTSIDE_DATA,
  READS_FILES,
  READS_OUTSIDE,
  RUNS_CODE,
  STRAINS,
  WRITES_FILES,
} from './rules.ts';
import { TENSORFLOW_OPERATORS } from './tensorflow-operators.ts';

interface Row {
  readonly match: RegExp;
  /** Wherever the operator stands, whatever it is given. */
  readonly always: Rule | null;
  /** Given a path that leads out of the model. */
  readonly outside: Rule | null;
}

/**
 * Operators of TensorFlow that touch more than tensors. Save and restore stand in every SavedModel, with paths that are
 * only known when they run; a graph that was trained from another checkpoint keeps that one's path.
 */
export const TENSORFLOW_ROWS: readonly Row[] = [
  { match: /^(?:Eager)?PyFunc(?:Stateless)?$/, always: RUNS_CODE, outside: null },
  { match: /^WriteFile$/, always: WRITES_FILES, outside: WRITES_FILES },
  { match: /^(?:Experimental)?DatasetToTFRecord$|^SaveDataset(?:V2)?$/, always: WRITES_FILES, outside: WRITES_FILES },
  { match: /^(?:Rpc|TryRpc|DataService|RegisterDataset|DistributedSave)/, always: NETWORK, outside: NETWORK },
  { match: /^(?:ReadFile|MatchingFiles(?:Dataset)?)$/, always: READS_FILES, outside: READS_OUTSIDE },
  {
    match: /^(?:Experimental)?(?:TextLine|TFRecord|FixedLengthRecord|CSV|Sql|LMDB)Dataset(?:V2)?$/,
    always: READS_FILES,
    outside: READS_OUTSIDE,
  },
  {
    match: /^(?:LoadDataset|ListSnapshotChunksDataset|LoadAndRemapMatrix|GenerateVocabRemapping)$/,
    always: READS_FILES,
    outside: READS_OUTSIDE,
  },
  {
    match: /^(?:WholeFile|TextLine|TFRecord|FixedLengthRecord|LMDB)Reader(?:V2)?$/,
    always: READS_FILES,
    outside: READS_FILES,
  },
  { match: /^(?:Create)?Summary(?:File|Db)Writer$|^ImportEvent$/, always: READS_FILES, outside: WRITES_FILES },
  { match: /^(?:Save(?:V2|Slices)?|MergeV2Checkpoints)$/, always: null, outside: WRITES_FILES },
  { match: /^(?:Restore(?:V2|Slice)?|InitializeTableFromTextFile(?:V2)?)$/, always: null, outside: READS_FILES },
  { match: /^(?:CacheDataset|SnapshotDataset)(?:V2)?$/, always: null, outside: WRITES_FILES },
  { match: /^(?:FixedUnigramCandidateSampler|Skipgram)$/, always: null, outside: READS_OUTSIDE },
  { match: /^RecordInput$/, always: READS_FILES, outside: READS_OUTSIDE },
  { match: /^(?:DecodeProtoV2|EncodeProto)$/, always: null, outside: READS_FILES },
  { match: /^ImmutableConst$/, always: null, outside: READS_OUTSIDE },
  { match: /^TRTEngineOp$/, always: NATIVE_PLAN, outside: null },
  // By its name it calls what a native library has registered in the process.
  { match: /^XlaCustomCall(?:V2)?$/, always: CUSTOM_OPERATOR, outside: null },
  // Where later operators read and write, and what is computed elsewhere.
  { match: /^FileSystemSetConfiguration$/, always: READS_FILES, outside: null },
  {
    match: /^RemoteCall$|^_?XlaHostCompute|^(?:ConfigureDistributed|_?InitializeHostForDistributed)TPU$/,
    always: NETWORK,
    outside: null,
  },
];

/** A terabyte of floats: tables of recommenders are parted among machines, and reach a tenth of it. */
const ENDLESS_VARIABLE = 2 ** 38;
const VARIABLE = /^(?:Variable(?:V2)?|VarHandleOp)$/;

const DEBUG = /^Debug(?:Identity|NanCount|NumericSummary)(?:V\d)?$/;
/** Paths that are no files of the machine: parts of the graph itself, standard streams, descriptors in the library. */
const WITHIN = /^(?:memmapped_package:\/\/|stdout$|stderr$|log\(\w+\)$|local:\/\/|bytes:\/\/)/;

export function* judgeTensorflow(facts: TensorflowFacts): Iterable<Judgement> {
  const own = new Set(facts.functions);
  const touched = new Set(facts.touches.map(({ operator }) => operator));
  for (const { type, offset, within } of facts.operators) {
    // What is given a path is judged by it.
    const rule = touched.has(type) ? null : judgeOperator(type, own);
    if (rule !== null) yield { rule, operation: `${type} in ${within}`, offset };
  }
  for (const touch of facts.touches) yield* judgeTouch(touch);
  for (const { operator, elements, offset } of facts.sized)
    if (elements >= (VARIABLE.test(operator) ? ENDLESS_VARIABLE : ENDLESS_ELEMENTS))
      yield { rule: ENDLESS_TENSOR, operation: `${operator} of ${elements} elements`, offset };
  for (const { why, offset } of facts.endless) yield { rule: ENDLESS_LOOP, operation: why, offset };
  for (const { operation, offset } of facts.strains) yield { rule: STRAINS, operation, offset };
  for (const name of facts.assets) {
    if (leadsOut(name)) yield { rule: OUTSIDE_DATA, operation: `asset ${name}`, offset: 0 };
  }
}

/** The rule that an operator breaks whatever it is given; null when it is an ordinary one, or a function of the file. */
export function judgeOperator(type: string, own: ReadonlySet<string>): Rule | null {
  const row = TENSORFLOW_ROWS.find(({ match }) => match.test(type));
  if (row !== undefined) return row.always;
  if (DEBUG.test(type)) return READS_FILES;
  return TENSORFLOW_OPERATORS.has(type) || own.has(type) ? null : CUSTOM_OPERATOR;
}

function* judgeTouch({ operator, paths, asset, offset, within }: FileTouch): Iterable<Judgement> {
  const shown = (path: string): Judgement['operation'] => `${operator}('${path}') in ${within}`;
  if (DEBUG.test(operator)) {
    yield paths.length > 0
      ? { rule: NETWORK, operation: shown(paths.join(', ')), offset }
      : { rule: READS_FILES, operation: `${operator} in ${within}`, offset };
    return;
  }
  if (operator === 'PrintV2') {
    const files = paths.filter((path) => outsideReason(path) === 'address' && !WITHIN.test(path));
    for (const path of files) yield { rule: WRITES_FILES, operation: shown(path), offset };
    return;
  }
  const row = TENSORFLOW_ROWS.find(({ match }) => match.test(operator));
  if (row === undefined || asset) return;
  const out = paths.filter((path) => leadsOut(path) && !WITHIN.test(path));
  const rule = out.length > 0 ? (row.outside ?? row.always) : row.always;
  if (rule !== null) yield { rule, operation: shown(out[0] ?? paths[0] ?? '{…}'), offset };
}
