import { z } from 'zod';
import type { Base, LicenceCase, LicenceText, TrainingSet } from '../case.ts';
import type { Detect } from '../detect/detect.ts';
import type { Identity } from '../detect/identity.ts';
import type { LicenceLibrary } from '../facts/library.ts';
import { regionsOfField } from '../use/regions.ts';
import type { StatedUse } from '../use/stated.ts';
import { NO_CARD, readCard, textsIn } from './card.ts';
import { factsOf } from './facts-of.ts';

/** A number however it is written: `1_000_000`, `"2M"`. Words that give none count as not said. */
const amount = z.union([z.number().min(0), z.string()]).transform((value) => {
  const number = typeof value === 'number' ? value : amountOf(value);
  return Number.isFinite(number) ? number : undefined;
});

const UNITS = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9 } as const;

/** The largest figure that stands there: of `5 to 20 million` the stricter side. */
function amountOf(text: string): number {
  const figures = [...text.slice(0, 200).matchAll(/(\d[\d,_.]*)\s*(thousand|million|billion|mn|bn|[kmb])?\b/gi)];
  const values = figures.map(([, digits = '', unit = '']) => {
    const scale = Object.entries(UNITS).find(([name]) => name === unit.toLowerCase())?.[1] ?? 1;
    return Number(digits.replace(/[,_]/g, '').replace(/\.$/, '')) * scale;
  });
  return values.length === 0 ? Number.NaN : Math.max(...values);
}

/** Yes or no, as people write it; anything else, `unknown` too, counts as not said. */
const yesNo = z.union([z.boolean(), z.string()]).transform((value) => {
  if (typeof value === 'boolean') return value;
  if (/^\s*(?:true|yes|y|1)\s*$/i.test(value)) return true;
  return /^\s*(?:false|no|n|0)\s*$/i.test(value) ? false : undefined;
});
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish();

const useShape = z.looseObject({
  commercial: maybe(yesNo),
  internal: maybe(yesNo),
  hosted_service: maybe(yesNo),
  mau: maybe(amount),
  mau_at_release: maybe(amount),
  region: maybe(z.union([z.string(), z.array(z.string())])),
  regions: maybe(z.union([z.string(), z.array(z.string())])),
  seat: maybe(z.string()),
  train_other_models: maybe(yesNo),
  sell_outputs: maybe(yesNo),
  regulated_domain: maybe(z.union([z.string(), z.boolean(), z.array(z.string())])),
  redistribute_weights: maybe(yesNo),
  annual_revenue_usd: maybe(amount),
  modality: maybe(z.union([z.string(), z.array(z.string())])),
  purpose: maybe(z.string()),
});

const fileShape = z.union([
  z.string(),
  z.looseObject({
    name: maybe(z.string()),
    text: maybe(z.string()),
    excerpt: maybe(z.string()),
    id: maybe(z.string()),
  }),
]);

const licenceField = maybe(z.union([z.string(), z.array(z.string())]));

const baseShape = z.union([
  z.string(),
  z.looseObject({
    model: maybe(z.string()),
    licence: licenceField,
    license: licenceField,
    relation: maybe(z.string()),
    declared: maybe(z.union([z.boolean(), z.string()])),
  }),
]);

const datasetShape = z.union([
  z.string(),
  z.looseObject({
    name: maybe(z.string()),
    licence: licenceField,
    license: licenceField,
    generated_by: maybe(z.string()),
  }),
]);

/** What `licence --declaration` takes: a model that is not at hand, told in words. docs/reference/licence.md explains each field. */
export const declarationShape = z.looseObject({
  id: z.unknown().optional(),
  model: maybe(z.string()),
  model_card_front_matter: maybe(z.union([z.string(), z.looseObject({})])),
  license_file: maybe(z.union([fileShape, z.array(fileShape)])),
  licence_file: maybe(z.union([fileShape, z.array(fileShape)])),
  base_model_chain: maybe(z.union([z.array(baseShape), baseShape])),
  datasets: maybe(z.union([z.array(datasetShape), datasetShape])),
  lineage_evidence: z.unknown().optional(),
  /** Words alone are the purpose. */
  intended_use: z.preprocess((use) => (typeof use === 'string' ? { purpose: use } : use), maybe(useShape)),
});

type Declaration = z.output<typeof declarationShape>;

/** The case that a declaration makes. */
export function caseOf(declaration: Declaration, library: LicenceLibrary, detect: Detect): LicenceCase {
  const matter = declaration.model_card_front_matter;
  const text = typeof matter === 'string' ? matter : matter == null ? '' : JSON.stringify(matter, null, 1);
  const card = text.trim() === '' ? NO_CARD : readCard(text, 'card');
  const files = [declaration.license_file ?? declaration.licence_file ?? []].flat();
  const chain = [declaration.base_model_chain ?? []].flat().map((base, at) => baseOf(base, at));
  return {
    name: declaration.model ?? null,
    declared: card.declared,
    brokenCard: card.broken,
    texts: files.map((file, at) => textOf(file, at, library, detect)),
    namedBases: card.bases,
    chain,
    namedDatasets: card.datasets,
    datasets: [declaration.datasets ?? []].flat().map((dataset, at) => datasetOf(dataset, at)),
    tags: card.tags,
    prose: card.prose,
    lineage: factsOf(declaration.lineage_evidence),
    modality: card.modality,
    use: useOf(declaration.intended_use ?? {}),
  };
}

function textOf(file: z.output<typeof fileShape>, at: number, library: LicenceLibrary, detect: Detect): LicenceText {
  const given = typeof file === 'string' ? fromString(file, library) : file;
  const path = given.name ?? `license_file[${at}]`;
  const id = given.id ?? null;
  const text = given.text ?? given.excerpt ?? null;
  const identity =
    text !== null && text.trim() !== ''
      ? detect(text, given.text != null)
      : id === null
        ? { kind: 'unknown' as const }
        : byId(id, library);
  return { path, role: roleOf(path, text ?? ''), text, identity };
}

/** A string alone is a licence's id if it is known as one, and else its text. */
function fromString(
  file: string,
  library: LicenceLibrary,
): { name?: string | null; text?: string | null; excerpt?: string | null; id?: string | null } {
  const short = file.length < 100 && !file.includes('\n');
  return short && library.find(file).kind !== 'unknown' ? { id: file } : { text: file };
}

function byId(id: string, library: LicenceLibrary): Identity {
  const found = library.find(id);
  if (found.kind === 'records' || found.kind === 'hint')
    return { kind: 'exact', licences: found.records.map((record) => record.id), by: 'id' };
  return found.kind === 'named' ? { kind: 'exact', licences: [found.name], by: 'id' } : { kind: 'unknown' };
}

/** What a licence file is for, from its name. */
export function roleOf(path: string, text: string): LicenceText['role'] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/use[_ -]?policy|acceptable[_ -]?use|prohibited[_ -]?use/i.test(name)) return 'policy';
  if (/^notice/i.test(name)) return 'notice';
  if (/code/i.test(name) && !/model|weights/i.test(name)) return 'code';
  return /^\s*(?:#+ )?(?:\w+ ){0,4}(?:acceptable|prohibited) use policy/i.test(text.slice(0, 300))
    ? 'policy'
    : 'licence';
}

function baseOf(base: z.output<typeof baseShape>, at: number): Base {
  const place = { source: `base_model_chain[${at}]`, line: null };
  if (typeof base === 'string') return { ...place, model: base, licence: null, relation: null, declared: null };
  const licence = joined(base.licence ?? base.license);
  const tag =
    typeof base.declared === 'string' && !/^(?:true|false|yes|no)$/i.test(base.declared) ? base.declared : null;
  return {
    ...place,
    model: base.model ?? `base model ${at + 1}`,
    licence: licence ?? tag,
    relation: base.relation ?? null,
    declared: typeof base.declared === 'boolean' ? base.declared : tag === null ? null : true,
  };
}

function datasetOf(dataset: z.output<typeof datasetShape>, at: number): TrainingSet {
  const place = { source: `datasets[${at}]`, line: null };
  if (typeof dataset === 'string') return { ...place, name: dataset, licence: null, generatedBy: null };
  return {
    ...place,
    name: dataset.name ?? `dataset ${at + 1}`,
    licence: joined(dataset.licence ?? dataset.license),
    generatedBy: dataset.generated_by ?? null,
  };
}

/** Several licences of one thing all hold. */
function joined(licence: string | readonly string[] | null | undefined): string | null {
  const texts = textsIn(licence);
  return texts.length === 0 ? null : texts.join(' AND ');
}

function useOf(use: z.output<typeof useShape>): StatedUse {
  const told = (value: boolean | null | undefined) => value ?? undefined;
  const regions = textsIn(use.region ?? use.regions).flatMap((region) => regionsOfField(region));
  const domain = use.regulated_domain;
  return {
    purpose: use.purpose ?? '',
    commercial: told(use.commercial),
    internal: told(use.internal),
    hosted: told(use.hosted_service),
    mau: use.mau ?? undefined,
    mauAtRelease: use.mau_at_release ?? undefined,
    annualRevenueUsd: use.annual_revenue_usd ?? undefined,
    regions: regions.length === 0 ? undefined : regions,
    seat: use.seat == null ? undefined : regionsOfField(use.seat)[0],
    trainsOtherModels: told(use.train_other_models),
    sellsOutputs: told(use.sell_outputs),
    redistributes: told(use.redistribute_weights),
    regulatedDomain: Array.isArray(domain)
      ? domain.join(', ')
      : domain === true
        ? 'a regulated domain'
        : domain === false
          ? null
          : (domain ?? null),
    modality: modalityOf(textsIn(use.modality)),
  };
}

function modalityOf(words: readonly string[]): 'text' | 'multimodal' | undefined {
  if (words.length === 0) return undefined;
  return words.every((word) => /^(?:text(?:[- ]only)?|llm|code)$/i.test(word)) ? 'text' : 'multimodal';
}
