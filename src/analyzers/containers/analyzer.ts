import type { Finding } from '../../domain/finding.ts';
import type { FormatId } from '../../formats/facts.ts';
import type { Item } from '../../intake/inventory.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { brokenRules } from '../broken-rules.ts';
import { CONTAINER_RULES, DAMAGED, RULE_OF_DEFECT } from './rules.ts';

const FORMATS: readonly FormatId[] = ['tar', 'compressed', 'npy', 'sevenzip'];

/** Judges what is wrong with tars, compressed streams and arrays; one finding for each rule that one of them breaks. */
export const containers: FileAnalyzer = {
  id: 'containers',
  version: 2,
  question: 'Is every container whole, and does all it holds stay in its folder?',
  rules: CONTAINER_RULES,
  scope: 'file',
  formats: FORMATS,
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    if (FORMATS.includes(reading.format))
      yield* brokenRules(item, reading, { ofCode: RULE_OF_DEFECT, otherwise: DAMAGED });
  }
}
