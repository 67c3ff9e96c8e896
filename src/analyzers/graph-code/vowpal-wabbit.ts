import type { Rule } from '../../domain/finding.ts';
import type { VowpalWabbitFacts } from '../../formats/vowpal-wabbit/facts.ts';
import type { Judgement } from './judgement.ts';
import { NETWORK, READS_FILES, WRITES_FILES } from './rules.ts';

/**
 * Options that open files or ports (VowpalWabbit/vowpal_wabbit 9, parse_args.cc, parse_source.cc and the reductions). None
 * of them is among those that a model keeps, but its loader takes whatever stands there.
 */
const OPENS: readonly (readonly [Rule, readonly string[]])[] = [
  [NETWORK, ['daemon', 'port', 'foreground', 'span_server', 'span_server_port', 'num_children', 'sendto']],
  [
    WRITES_FILES,
    ['final_regressor', 'predictions', 'raw_predictions', 'readable_model', 'invert_hash', 'audit_regressor']
      .concat([
        'output_feature_regularizer_binary',
        'output_feature_regularizer_text',
        'json_weights',
        'dump_json_weights',
      ])
      .concat(['pid_file', 'port_file', 'extra_metrics', 'cache_file', 'cache', 'save_per_pass']),
  ],
  [
    READS_FILES,
    ['data', 'initial_regressor', 'feature_mask', 'dictionary', 'dictionary_path'].concat([
      'per_feature_regularizer_input',
      'options_from_file',
      'flatbuffer',
    ]),
  ],
];
/** The short forms of the above. */
const SHORT: ReadonlyMap<string, Rule> = new Map([
  ['d', READS_FILES],
  ['i', READS_FILES],
  ['f', WRITES_FILES],
  ['p', WRITES_FILES],
  ['r', WRITES_FILES],
  ['c', WRITES_FILES],
]);

export function* judgeVowpalWabbit({ options }: VowpalWabbitFacts): Iterable<Judgement> {
  for (const option of options) {
    const rule = ruleOf(option);
    if (rule !== undefined) yield { rule, operation: option, offset: 0 };
  }
}

/** Older releases take the beginning of a name for it, and a value behind a short one without a space. */
function ruleOf(option: string): Rule | undefined {
  const long = /^--([^\s=]+)/.exec(option)?.[1];
  if (long === undefined) return SHORT.get(/^-(\w)/.exec(option)?.[1] ?? '');
  return OPENS.find(([, names]) =>
    names.some((name) => name === long || (long.length > 3 && name.startsWith(long))),
  )?.[0];
}
