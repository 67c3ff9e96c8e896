import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Shapes } from './sides.ts';

/** `<module>.lora_A.weight`, with the adapter's name in between where PEFT has not taken it out, and embeddings' own. */
const HALF = /^(.*)\.lora_(embedding_)?([AB])((?:\.[^.]+)?)$/;

/**
 * Why an adapter of low rank is none by its settings, or null (peft, tuners/lora: `update_layer` makes a matrix of `r` rows
 * and one of `r` columns for each module that `target_modules` names, and the weights are put into these).
 */
export function wrongAdapter(settings: JsonObject, shapes: Shapes): string | null {
  if (settings['peft_type'] !== 'LORA') return null;
  const { r, lora_alpha: alpha, bias, target_modules: targets } = settings;
  if (r !== undefined && (typeof r !== 'number' || !Number.isInteger(r) || r < 1))
    return 'the rank is no whole number above 0';
  if (alpha !== undefined && alpha !== null && typeof alpha !== 'number') return 'the scale is no number';
  if (typeof bias === 'string' && !['none', 'all', 'lora_only'].includes(bias)) return `there is no bias ${bias}`;
  const ranks = ranksOf(settings);
  const modules: string[] = [];
  for (const [name, shape] of shapes) {
    const [, module = '', embedding = '', side, ending = ''] = HALF.exec(name.replace(/\.weight$/, '')) ?? [];
    if (side === undefined) continue;
    modules.push(module);
    const other = `${module}.lora_${embedding}${side === 'A' ? 'B' : 'A'}${ending}${name.endsWith('.weight') ? '.weight' : ''}`;
    const partner = shapes.get(other);
    if (partner === undefined) return `there is no ${other}`;
    if (side === 'B') continue;
    // Tensors of experts have the ranks of all of them behind each other.
    const rank = shape[0] ?? 0;
    if (partner[1] !== rank) return `${name} and ${other} are of two ranks`;
    if (ranks !== null && rank > 0 && !ranks.some((one) => rank % one === 0)) return `${name} is of rank ${rank}`;
  }
  if (modules.length === 0)
    return [...shapes.keys()].some((name) => name.includes('lora')) ? null : 'the weights hold no adapter';
  const names = Array.isArray(targets) ? (targets as readonly Json[]) : [];
  const isMeant = (module: string): boolean =>
    names.some((name) => typeof name === 'string' && (module === name || module.endsWith(`.${name}`)));
  // Some names of targets are those of a tool's own; that none fits is another adapter's settings.
  if (names.length > 0 && !modules.some(isMeant)) return 'the weights are for none of the modules that it names';
  return null;
}

/** Ranks that a module may have; null where they are not told. */
function ranksOf({ r, rank_pattern: pattern }: JsonObject): readonly number[] | null {
  if (typeof r !== 'number') return null;
  const others = isJsonObject(pattern) ? Object.values(pattern) : [];
  return [r, ...others.filter((one): one is number => typeof one === 'number' && one > 0)];
}
