import { type Finding, findingOf, type Location, locationIn } from '../../domain/finding.ts';
import { readYaml } from '../../formats/yaml/document.ts';
import type { Item } from '../../intake/inventory.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { lineOfOperation } from '../line-of.ts';
import { isKerasDocument, judgeConfiguration } from './judge.ts';
import { KERAS_CODE } from './rules.ts';

/**
 * Judges configurations of Keras: `config.json` of a .keras file, the attributes of an HDF5 file, architectures as JSON
 * or YAML. Layers are found wherever they stand: in wrappers, sub-models, losses.
 */
export const kerasCode: FileAnalyzer = { ...KERAS_CODE, inspect };

const YAML_NAME = /\.ya?ml$/i;
const CLASS_NAME = /class_name/;

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    const { facts } = reading;
    const location = locationIn(item.file, reading.member);
    if (facts.format === 'json') yield* judged(facts.value, location, isInKerasFile(location), facts.text);
    if (facts.format === 'tensorflow') {
      for (const { text, offset } of facts.kerasMetadata) yield* judgedMetadata(text, { ...location, offset });
    }
    if (facts.format === 'text' && YAML_NAME.test(nameOf(location)) && CLASS_NAME.test(facts.text)) {
      for (const value of readYaml(facts.text).values) yield* judged(value, location, false, facts.text);
    }
  }
}

/** What Keras wrote beside a SavedModel, layer by layer. TensorFlow's own objects have other texts there, which are skipped. */
function* judgedMetadata(text: string, location: Location): Iterable<Finding> {
  if (!CLASS_NAME.test(text)) return;
  yield* judged(parsedMetadata(text), location, false);
}

/** Keras writes tuples as objects of a class of their own; a function's code stands in one. */
function asList(_: string, value: unknown): unknown {
  const isTuple = isJsonObject(value) && value['class_name'] === '__tuple__' && Array.isArray(value['items']);
  return isTuple ? value['items'] : value;
}

/** Python writes `NaN` and infinities, which are no JSON. What still cannot be read is judged by its words: fail closed. */
function parsedMetadata(text: string): Json {
  try {
    return JSON.parse(text.replaceAll(/([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, '$1null'), asList) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return /\bLambda\b/.test(text) ? [{ class_name: 'Lambda', config: {} }] : null;
  }
}

/** `text`: what the configuration is written in, where that has lines. */
function* judged(value: Json, location: Location, within: boolean, text = ''): Iterable<Finding> {
  for (const { rule, operation } of judgeConfiguration(value, within || isKerasDocument(value))) {
    const line = lineOfOperation(text, operation);
    yield findingOf(rule, {
      message: printable(`${rule.title} Here: ${operation}.`),
      location: line === undefined ? location : { ...location, line },
      operation: printable(operation),
    });
  }
}

/** The configuration of a .keras file, or an attribute of an HDF5 file that Keras reads. */
function isInKerasFile({ path, member = [] }: Location): boolean {
  const name = member.at(-1) ?? '';
  return (
    /(?:^|\/)(?:model_config|training_config)\.json$/.test(name) ||
    (/\.keras$/i.test(path) && /(?:^|\/)config\.json$/i.test(name))
  );
}

function nameOf({ path, member = [] }: Location): string {
  return member.at(-1) ?? path;
}
