import type { Evidence } from '../../domain/evidence.ts';
import { datasetsIn } from '../../domain/papers.ts';
import { cardOf, frontMatterOf, textOf } from '../../intake/card.ts';
import { type Inventory, type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import type { Declared, TrainingSet } from '../../licences/case.ts';
import { type CardFacts, cardFacts, NO_CARD, textsIn } from '../../licences/declaration/card.ts';
import { roleOf } from '../../licences/declaration/declaration.ts';
import { factsOf } from '../../licences/declaration/facts-of.ts';
import type { StatedCase } from '../../licences/stated-case.ts';

/** What a case is made from. */
export interface CaseMaterial {
  readonly inventory: Inventory;
  readonly evidence: readonly Evidence[];
}

/** What a model's own files, its hub and its weights say of licences. */
export function statedCaseOf({ inventory, evidence }: CaseMaterial): StatedCase {
  const { items, artifact } = inventory;
  const card = factsOfCard(items);
  return {
    name: artifact.origin.source === 'directory' ? null : artifact.origin.name,
    declared: [...card.declared, ...ofHub(evidence, card), ...ofFiles(items)],
    brokenCard: card.broken,
    texts: items.flatMap(licenceText),
    namedBases: [...card.bases],
    relation: card.relation,
    namedDatasets: [...card.datasets],
    datasets: [...trainingSets(evidence)],
    tags: [artifact.origin.name, ...card.tags],
    prose: [...card.prose],
    lineage: [...items.flatMap(lineageOf), ...evidence.flatMap(toldByWeights)],
    modality: card.modality ?? modalityOf(items),
  };
}

/** What the model's papers say of the data: which licence it has, and which model wrote it. */
function trainingSets(evidence: readonly Evidence[]): readonly TrainingSet[] {
  const said = datasetsIn(evidence).filter(({ use }) => use === 'training');
  const telling = said.filter(({ licence, generatedBy }) => licence !== null || generatedBy !== null);
  return telling.map(({ name, licence, generatedBy, path, line }) => ({
    name,
    licence,
    generatedBy,
    source: path,
    line,
  }));
}

/** Base models that the card names, for whoever looks up their licences. */
export function basesNamed({ items }: Inventory): readonly string[] {
  return factsOfCard(items).bases.map(({ name }) => name);
}

function factsOfCard(items: readonly Item[]): CardFacts {
  const card = cardOf(items);
  const text = card === undefined ? null : textOf(card);
  if (card === undefined || card.file.kind === 'empty') return NO_CARD;
  if (text === null) {
    const why = 'it is broken, no text, or too large for a card';
    return { ...NO_CARD, broken: { source: card.file.path, line: null, why } };
  }
  return cardFacts(frontMatterOf(card), card.file.path, { text, shift: 0 });
}

/** At the top of the model, and named as the licence, a notice or a use policy. */
function licenceText(item: Item): StatedCase['texts'] {
  const { path, role } = item.file;
  const text = textOf(item);
  if (role !== 'licence' || path.includes('/') || text === null) return [];
  return [{ path, role: roleOf(path, text), text }];
}

/** What the hub shows, where it is not what the card says. */
function ofHub(evidence: readonly Evidence[], card: CardFacts): readonly Declared[] {
  const said = new Set(card.declared.map(({ id }) => id.toLowerCase()));
  return evidence.flatMap(({ kind, body }) => {
    if (kind !== 'hub-model') return [];
    const tags = textsIn(member(body, 'tags')).flatMap((tag) => /^licen[cs]e:(.+)$/i.exec(tag)?.[1] ?? []);
    const ids = tags.length > 0 ? tags : textsIn(member(member(body, 'cardData'), 'license'));
    return ids
      .filter((id) => !said.has(id.toLowerCase()))
      .map((id) => ({ source: 'the hub', line: null, quote: `license:${id}`, id, name: null, link: null }));
  });
}

/** What GGUF metadata and config.json declare. */
function ofFiles(items: readonly Item[]): readonly Declared[] {
  return items.flatMap((item) => {
    const { path } = item.file;
    const found: Declared[] = [];
    for (const { facts } of readingsAs(item, 'gguf')) {
      for (const id of textsIn(facts.metadata['general.license'])) {
        const name = textsIn(facts.metadata['general.license.name'])[0] ?? null;
        found.push({ source: path, line: null, quote: `general.license: ${id}`, id, name, link: null });
      }
    }
    if (!/^config\.json$/i.test(path)) return found;
    for (const { facts } of readingsAs(item, 'json')) {
      for (const id of textsIn(member(facts.value, 'license'))) {
        found.push({ source: path, line: null, quote: `"license": "${id}"`, id, name: null, link: null });
      }
    }
    return found;
  });
}

/** Keys of configurations and of GGUF metadata that tell of a base. */
const TELLING = [
  '_name_or_path',
  'model_type',
  'architectures',
  'vocab_size',
  'rope_scaling',
  'base_model_name_or_path',
];

/** Bases whose tensors the weights hold, as they were compared: what a card leaves out, they tell. */
function toldByWeights({ kind, body }: Evidence): readonly string[] {
  const bases = kind === 'lineage' ? member(body, 'bases') : undefined;
  if (!Array.isArray(bases)) return [];
  return bases.flatMap((base: Json) => {
    const [name, shared, telling] = [member(base, 'name'), member(base, 'shared'), member(base, 'telling')];
    if (typeof name !== 'string' || typeof shared !== 'number' || typeof telling !== 'number' || shared === 0)
      return [];
    const rounded = member(base, 'kinship') === 'format-change' ? ', but for rounding' : '';
    return [`weights: ${shared} of ${telling} tensors are identical to ${name}${rounded}`];
  });
}

function lineageOf(item: Item): readonly string[] {
  const { path } = item.file;
  const facts: string[] = [];
  if (/^(?:config|adapter_config)\.json$/i.test(path)) {
    for (const { facts: json } of readingsAs(item, 'json')) {
      if (!isJsonObject(json.value)) continue;
      const told = TELLING.flatMap((key) => {
        const value = member(json.value, key);
        return value === undefined ? [] : [[key, value] as const];
      });
      facts.push(...factsOf(Object.fromEntries(told)).map((fact) => `${path} ${fact}`));
    }
  }
  for (const { facts: gguf } of readingsAs(item, 'gguf')) {
    const told = Object.entries(gguf.metadata).filter(([key]) =>
      /^general\.(?:name|basename|base_model\.\d+\.(?:name|repo_url))$/.test(key),
    );
    facts.push(...factsOf(Object.fromEntries(told)).map((fact) => `${path} ${fact}`));
  }
  return facts;
}

/** A configuration with a vision part is of a multimodal model. */
function modalityOf(items: readonly Item[]): 'multimodal' | null {
  for (const item of items) {
    if (!/^config\.json$/i.test(item.file.path)) continue;
    for (const { facts } of readingsAs(item, 'json')) {
      if (member(facts.value, 'vision_config') !== undefined) return 'multimodal';
    }
  }
  return null;
}
