import { type Finding, findingOf, locationIn, type Rule } from '../../domain/finding.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { DATA_TABLES_RULES, LIVE_VALUES, REACHING_STATEMENT, UNPICKLED_TYPE } from './rules.ts';

/** Judges tables and variables that lie beside a model: data that is more than data. */
export const dataTables: FileAnalyzer = {
  id: 'data-tables',
  version: 1,
  question: 'Is data that lies beside the model only data?',
  rules: DATA_TABLES_RULES,
  scope: 'file',
  formats: ['arrow', 'matlab', 'sqlite'],
  inspect,
};

function* inspect({ file, readings }: Item): Iterable<Finding> {
  for (const reading of readings) {
    const { member } = reading;
    const location = locationIn(file, member);
    for (const [rule, operation] of judge(reading)) {
      const shown = printable(middleCut(operation, LIMITS.quotation));
      yield findingOf(rule, { message: `${rule.title} Here: ${shown}.`, location, operation: shown });
    }
  }
}

/** The name under which pyarrow pickled types (pyarrow/types.pxi, PyExtensionType). */
const PICKLED = 'arrow.py_extension_type';

function* judge({ facts }: Reading): Iterable<readonly [Rule, string]> {
  if (facts.format === 'arrow' && facts.extensions.includes(PICKLED)) yield [UNPICKLED_TYPE, PICKLED];
  if (facts.format === 'sqlite') for (const reached of facts.reaches.slice(0, 8)) yield [REACHING_STATEMENT, reached];
  if (facts.format === 'matlab' && facts.live.length > 0) yield [LIVE_VALUES, facts.live.slice(0, 8).join(', ')];
}
