import { z } from 'zod';
import type { Origin } from '../../domain/artifact.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import { cardOf, cardWords, frontMatterOf } from '../../intake/card.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import { type Json, member } from '../../kernel/json.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import {
  ALTERED,
  ALTERED_EMBEDDING,
  CLAIM_CONTRADICTED,
  CLAIM_UNPROVEN,
  CONFIRMED,
  CONVERSION_DIFFERS,
  CONVERSION_SAME,
  HIDDEN_BASE,
  IS_BASE,
  LINEAGE_RULES,
  SAME_ARCHITECTURE,
  UNDETERMINED,
} from './rules.ts';

const comparedShape = z.object({
  name: z.string(),
  revision: z.string().nullable(),
  aliases: z.array(z.string()),
  kinship: z.enum(['identical', 'format-change', 'shares-tensors', 'same-architecture', 'undetermined', 'no-evidence']),
  shared: z.number(),
  telling: z.number(),
  share: z.number(),
  examples: z.array(z.string()),
  proven: z.number().default(0),
  altered: z.array(z.string()).default([]),
  undecoded: z.number(),
  sameVocabulary: z.boolean(),
  sameTemplate: z.boolean(),
});
type Compared = z.output<typeof comparedShape>;

const conversionShape = z.object({
  from: z.string(),
  tensors: z.number(),
  rounded: z.number(),
  different: z.array(z.string()),
  missing: z.array(z.string()),
});
const bodyShape = z.object({ bases: z.array(comparedShape), conversions: z.array(conversionShape).default([]) });

/** Ties a model that names a base, or hides one, to registered bases by exact values. Never calls anything derived for being built alike. */
export const lineage: ModelAnalyzer = {
  id: 'lineage',
  version: 2,
  question: 'Do its weights agree with what it says it is made of?',
  rules: LINEAGE_RULES,
  scope: 'model',
  needs: [],
  appliesTo: (_, evidence) =>
    evidence.some(({ kind }) => kind === 'lineage') || {
      because:
        'no base is registered to compare with (weighbridge lineage register), and no checkpoint lies beside safetensors',
    },
  analyze,
};

function* analyze({ inventory, evidence }: Material): Iterable<Finding> {
  const claims = claimedBases(inventory.items, evidence);
  for (const { kind, body, digest } of evidence) {
    if (kind !== 'lineage') continue;
    const { bases, conversions } = bodyShape.parse(body);
    for (const base of bases) yield* ofBase(base, { claims, origin: inventory.artifact.origin, digest });
    for (const conversion of conversions) yield ofConversion(conversion, digest);
  }
}

interface Around {
  /** Names that the model gives for its bases, lower case. */
  readonly claims: ReadonlySet<string>;
  readonly origin: Origin;
  readonly digest: Evidence['digest'];
}

function* ofBase(base: Compared, { claims, origin, digest }: Around): Iterable<Finding> {
  const names = [base.name, ...base.aliases].map((name) => name.toLowerCase());
  const claimed = names.some((name) => claims.has(name));
  const rule = ruleOf(base, claimed, isItself(base, names, origin));
  if (rule === null) return;
  yield findingOf(rule, { message: `${base.name}: ${sentenceOf(base)}`, operation: base.name, evidence: [digest] });
  if (base.altered.length > 0) yield alteredOf(base, digest);
}

/** Rows of embeddings are trained alone when tokens are added; nothing else is. */
const EMBEDDING = /embed|wte|lm_head|\bshared\.weight|output\.weight$/i;

function alteredOf({ name, altered }: Compared, digest: Evidence['digest']): Finding {
  const rule = altered.every((tensor) => EMBEDDING.test(tensor)) ? ALTERED_EMBEDDING : ALTERED;
  const more = altered.length > 3 ? ` and ${altered.length - 3} more` : '';
  return findingOf(rule, {
    message: `${name}: ${altered.slice(0, 3).join(', ')}${more} ${altered.length === 1 ? 'has' : 'have'} its values in the middle and others elsewhere.`,
    operation: `${name} altered`,
    evidence: [digest],
  });
}

/** By its name; or in a folder, whose name says nothing, by all its values. */
function isItself({ kinship }: Compared, names: readonly string[], { source, name }: Origin): boolean {
  return names.includes(name.toLowerCase()) || (source === 'directory' && kinship === 'identical');
}

function ruleOf({ kinship }: Compared, claimed: boolean, itself: boolean): Rule | null {
  switch (kinship) {
    case 'identical':
    case 'format-change':
    case 'shares-tensors':
      if (itself) return IS_BASE;
      return claimed ? CONFIRMED : HIDDEN_BASE;
    case 'same-architecture':
      return claimed ? CLAIM_UNPROVEN : SAME_ARCHITECTURE;
    case 'undetermined':
      return claimed ? UNDETERMINED : null;
    case 'no-evidence':
      return claimed && !itself ? CLAIM_CONTRADICTED : null;
  }
}

function sentenceOf({
  kinship,
  shared,
  telling,
  share,
  examples,
  proven,
  undecoded,
  sameVocabulary,
  sameTemplate,
}: Compared): string {
  const alike = [sameVocabulary ? 'the vocabulary' : '', sameTemplate ? 'the chat template' : ''].filter(
    (one) => one !== '',
  );
  const rest = alike.length === 0 ? '' : ` ${alike.join(' and ')} ${alike.length === 1 ? 'is' : 'are'} the base’s too.`;
  switch (kinship) {
    case 'identical':
      return proven === telling
        ? `all ${telling} tensors are its own, byte for byte.${rest}`
        : `all ${telling} tensors have its values, wherever they were read.${rest}`;
    case 'format-change':
      return `all ${telling} tensors are its own, rounded to fewer bits.${rest}`;
    case 'shares-tensors':
      return `${shared} of ${telling} tensors (${Math.round(share * 100)}% of the values) are its own: ${examples.slice(0, 3).join(', ')}.${rest}`;
    case 'same-architecture':
      return `built alike, and none of ${telling} tensors is its own.${rest}`;
    case 'undetermined':
      return `${undecoded} tensors are of types that are not compared.${rest}`;
    case 'no-evidence':
      return `none of ${telling} tensors is its own, and it is built otherwise.${rest}`;
  }
}

function ofConversion(
  { from, tensors, rounded, different, missing }: z.output<typeof conversionShape>,
  digest: Evidence['digest'],
): Finding {
  const location = { path: from };
  const evidence = [digest];
  if (different.length === 0 && missing.length === 0) {
    const how = rounded === 0 ? 'byte for byte' : `${rounded} of them rounded to fewer bits`;
    return findingOf(CONVERSION_SAME, {
      message: `All ${tensors} tensors of ${from} are in the safetensors, ${how}.`,
      location,
      evidence,
    });
  }
  const odd = [...different.map((name) => `${name} differs`), ...missing.map((name) => `${name} is missing`)];
  const more = odd.length > 3 ? `, and ${odd.length - 3} more` : '';
  return findingOf(CONVERSION_DIFFERS, {
    message: `Converted again, ${from} gives other tensors: ${odd.slice(0, 3).join(', ')}${more}.`,
    location,
    evidence,
  });
}

/** What the card, the hub, GGUF metadata and config.json name as the base. */
function claimedBases(items: readonly Item[], evidence: readonly Evidence[]): ReadonlySet<string> {
  const names = [...cardWords(frontMatterOf(cardOf(items)), 'base_model')];
  for (const { kind, body } of evidence) {
    if (kind === 'hub-model') names.push(...words(member(member(body, 'cardData'), 'base_model')));
  }
  for (const item of items) {
    for (const { facts } of readingsAs(item, 'gguf')) {
      names.push(...words(facts.metadata['general.base_model.0.repo_url']).map(withoutHost));
    }
    if (item.file.path !== 'config.json') continue;
    for (const { facts } of readingsAs(item, 'json')) names.push(...words(member(facts.value, '_name_or_path')));
  }
  return new Set(names.map((name) => name.toLowerCase()));
}

function words(value: Json | undefined): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}

function withoutHost(address: string): string {
  return address.replace(/^https?:\/\/[^/]+\//, '');
}
