import { type Finding, findingOf, locationIn } from '../../domain/finding.ts';
import { carriedIn } from '../../formats/carried.ts';
import type { OnnxFacts } from '../../formats/onnx/facts.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { brokenRules } from '../broken-rules.ts';
import { CARRIED, HEADER_LIES, RULE_OF_DEFECT, WEIGHT_LAYOUT_RULES } from './rules.ts';

/** Judges what the readers of tensor files found wrong with the layout; one finding for each rule a file breaks. */
export const weightLayout: FileAnalyzer = {
  id: 'weight-layout',
  version: 4,
  question: 'Do the tensors account for every byte of the weights?',
  rules: WEIGHT_LAYOUT_RULES,
  scope: 'file',
  formats: ['safetensors', 'gguf', 'ggml', 'onnx'],
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    const { facts } = reading;
    if (facts.format === 'onnx') yield* carried(item, reading, textsOf(facts));
    if (reading.format !== 'safetensors' && reading.format !== 'gguf' && reading.format !== 'ggml') continue;
    yield* brokenRules(item, reading, { ofCode: RULE_OF_DEFECT, otherwise: HEADER_LIES });
    if (facts.format === 'safetensors' || facts.format === 'gguf') yield* carried(item, reading, facts.metadata);
  }
}

/** What an ONNX model says of itself. */
function textsOf({ metadata, docs }: OnnxFacts): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...docs.map((text, index) => [`documentation ${index + 1}`, text]),
    ...metadata.map(({ key, value }) => [key, value]),
  ]);
}

function* carried({ file }: Item, { member }: Reading, table: Readonly<Record<string, unknown>>): Iterable<Finding> {
  for (const [key, value] of Object.entries(table)) {
    const what = typeof value === 'string' ? carriedIn(value) : null;
    if (what === null) continue;
    const operation = `${printable(key.slice(0, LIMITS.quotation))} holds ${what}`;
    const location = locationIn(file, member);
    yield findingOf(CARRIED, { message: `${CARRIED.title} ${operation}.`, location, operation });
  }
}
