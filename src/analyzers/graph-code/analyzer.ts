import { type Finding, findingOf, locationIn } from '../../domain/finding.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { isExportedProgram, judgeExported } from './exported.ts';
import type { Judgement } from './judgement.ts';
import { judgeOnnx, judgeOrt } from './onnx.ts';
import { GRAPH_CODE } from './rules.ts';
import { judgeCoreml, judgeExecutorch, judgePaddle, judgePlan, judgeTensorData, judgeTflite } from './runtimes.ts';
import { judgeTensorflow } from './tensorflow.ts';
import { judgeVowpalWabbit } from './vowpal-wabbit.ts';
import { judgeXml } from './xml.ts';

/** Judges what graphs do besides computing: operators that run, read, write, connect, and data from elsewhere. */
export const graphCode: FileAnalyzer = { ...GRAPH_CODE, inspect };

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    const said = new Set<string>();
    for (const { rule, operation, offset } of judgementsOf(reading)) {
      const shown = printable(middleCut(operation, LIMITS.quotation));
      const key = `${rule.id}\0${shown}`;
      if (said.has(key)) continue;
      said.add(key);
      const { member } = reading;
      yield findingOf(rule, {
        message: `${rule.title} Here: ${shown}.`,
        location: locationIn(item.file, member, { offset }),
        operation: shown,
      });
    }
  }
}

function judgementsOf({ facts }: Reading): Iterable<Judgement> {
  if (facts.format === 'onnx') return judgeOnnx(facts);
  if (facts.format === 'ort') return judgeOrt(facts);
  if (facts.format === 'tensorflow') return judgeTensorflow(facts);
  if (facts.format === 'tflite') return judgeTflite(facts);
  if (facts.format === 'coreml') return judgeCoreml(facts);
  if (facts.format === 'paddle') return judgePaddle(facts);
  if (facts.format === 'executorch') return judgeExecutorch(facts);
  if (facts.format === 'xml') return judgeXml(facts);
  if (facts.format === 'device-plan') return judgePlan(facts);
  if (facts.format === 'vowpal-wabbit') return judgeVowpalWabbit(facts);
  if (facts.format === 'json') return isExportedProgram(facts.value) ? judgeExported(facts.value) : [];
  return facts.format === 'tensor-data' ? judgeTensorData(facts) : [];
}
