import { parseAllDocuments } from 'yaml';
import type { FoundModel, FoundModels, OutOfReach } from '../../domain/adoption.ts';
import { isJsonObject, member } from '../../kernel/json.ts';

/** Arguments of model servers (vLLM, TGI, SGLang, Triton's clients) that name a model. */
const MODEL_ARGUMENTS = new Set(['--model', '--model-id', '--model_id', '--model-path', '--model-name-or-path']);
const REVISION_ARGUMENT = '--revision';
/** Variables that do. */
const MODEL_VARIABLES = new Set(['MODEL_ID', 'HF_MODEL_ID', 'MODEL', 'MODEL_NAME', 'MODEL_PATH']);
/** Fields of KServe and its like. */
const URI_FIELDS = new Set(['storageUri', 'modelUri', 'model_uri']);

/** Documents of one file, and levels of one document: past these it is no manifest. */
const DOCUMENTS = 500;
const DEPTH = 40;

/** Every model that the objects of a manifest would serve; none for what is no manifest. */
export function modelsInManifest(text: string): FoundModels {
  const models: FoundModel[] = [];
  const outOfReach: OutOfReach[] = [];
  if (!/^apiVersion:/m.test(text)) return { models, outOfReach };
  for (const document of documentsIn(text)) {
    const name = `${textOf(member(document, 'kind')).toLowerCase()}/${textOf(member(member(document, 'metadata'), 'name'))}`;
    for (const reference of referencesIn(document, 0)) {
      const row = { house: 'kubernetes', name, reference } as const;
      const why = whyOutOfReach(reference);
      if (why === null) models.push({ ...row, reference: hubReference(reference) });
      else outOfReach.push({ ...row, why });
    }
  }
  return { models, outOfReach };
}

function documentsIn(text: string): readonly unknown[] {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    const list = Array.isArray(documents) ? documents.slice(0, DOCUMENTS) : [];
    return list.filter(({ errors }) => errors.length === 0).map((one) => one.toJS({ maxAliasCount: 100 }) as unknown);
  } catch {
    // A template with braces, or aliases without end: no manifest that could be applied.
    return [];
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '?';
}

function* referencesIn(value: unknown, depth: number): Iterable<string> {
  if (depth > DEPTH) return;
  if (Array.isArray(value)) {
    yield* fromArguments(value.filter((one): one is string => typeof one === 'string'));
    for (const one of value) yield* referencesIn(one, depth + 1);
  } else if (isJsonObject(value)) {
    const { name, value: set } = value;
    if (typeof name === 'string' && MODEL_VARIABLES.has(name) && typeof set === 'string') yield set;
    for (const [key, one] of Object.entries(value)) {
      if (URI_FIELDS.has(key) && typeof one === 'string') yield one;
      else yield* referencesIn(one, depth + 1);
    }
  }
}

/** `--model org/name --revision abc`, or `--model=org/name`. */
function* fromArguments(words: readonly string[]): Iterable<string> {
  const pairs = words.flatMap((word, at) => {
    const [name = '', ...rest] = word.split('=');
    return [[name, rest.length > 0 ? rest.join('=') : (words[at + 1] ?? '')] as const];
  });
  const revision = pairs.find(([name]) => name === REVISION_ARGUMENT)?.[1];
  for (const [name, value] of pairs) {
    if (MODEL_ARGUMENTS.has(name) && value !== '' && !value.startsWith('-'))
      yield revision === undefined ? value : `${value}@${revision}`;
  }
}

const HUB = /^(?:hf:(?:\/\/)?)?([\w.-]+\/[\w.-]+(?:[@:][\w./-]+)?)$/;

function hubReference(reference: string): string {
  const [, name] = HUB.exec(reference) ?? [];
  return name === undefined ? reference : `hf:${name.replace(/:/, '@')}`;
}

/** Null: `vet` takes it from here. */
function whyOutOfReach(reference: string): string | null {
  if (HUB.test(reference) || reference.startsWith('https://')) return null;
  const [, scheme] = /^([a-z0-9]+):\/\//i.exec(reference) ?? [];
  if (scheme === 'pvc') return 'lies in a volume of the cluster: vet it there';
  if (scheme !== undefined) return `lies behind ${scheme}://, which this version does not read`;
  return 'is a path within the container: vet it where it lies';
}
