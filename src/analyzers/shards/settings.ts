import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { printable } from '../../kernel/printable.ts';
import { wrongAdapter } from './adapter.ts';
import { isPipeline } from './names.ts';
import { wrongNetwork } from './network.ts';
import { wrongPipeline } from './pipeline.ts';
import { OTHER_SETTINGS, PIPELINE_BROKEN } from './rules.ts';
import type { Items, Shapes } from './sides.ts';

/** Settings of which a loader makes a network, and the weights beside them that it then puts in: shapes have to agree. */
const PAIRS: readonly {
  readonly settings: string;
  readonly weights: string;
  readonly wrong: (settings: JsonObject, shapes: Shapes) => string | null;
}[] = [
  { settings: 'adapter_config.json', weights: 'adapter_model.safetensors', wrong: wrongAdapter },
  { settings: 'config.json', weights: 'model.safetensors', wrong: wrongNetwork },
];

/** Whether settings and the weights beside them belong to one model. */
export function* judgeSettings(item: Item, items: Items): Iterable<Finding> {
  const { path } = item.file;
  const slash = path.lastIndexOf('/') + 1;
  if (isPipeline(path)) {
    const wrong = wrongPipeline(item, items);
    if (wrong !== null) yield said(PIPELINE_BROKEN, wrong, path);
    return;
  }
  const pair = PAIRS.find(({ settings }) => settings === path.slice(slash));
  if (pair === undefined) return;
  const weights = items.get(path.slice(0, slash) + pair.weights);
  const settings = settingsOf(item);
  const shapes = weights === undefined ? null : shapesOf(weights);
  if (settings === null || shapes === null) return;
  const wrong = pair.wrong(settings, shapes);
  if (wrong !== null) yield said(OTHER_SETTINGS, wrong, path);
}

function said(rule: Rule, wrong: string, path: string): Finding {
  return findingOf(rule, { message: printable(`${rule.title} Here, ${wrong}.`), location: { path } });
}

function settingsOf(item: Item): JsonObject | null {
  for (const { facts, member } of readingsAs(item, 'json')) {
    const value: Json = facts.value;
    if (member.length === 0 && isJsonObject(value)) return value;
  }
  return null;
}

function shapesOf(item: Item): Shapes | null {
  for (const { facts, member } of readingsAs(item, 'safetensors'))
    if (member.length === 0) return new Map(facts.tensors.map(({ name, shape }) => [name, shape]));
  return null;
}
