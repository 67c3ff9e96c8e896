import { parseAllDocuments } from 'yaml';
import type { FoundModel, FoundModels, OutOfReach } from '../../domain/adoption.ts';
import { isJsonObject, member } from '../../kernel/json.ts';
import { MODEL_URI, MODEL_VARIABLES, modelsInCommand, URI_FIELDS } from './serving.ts';

/** Documents of one file, and levels of one document: past these it is no manifest. */
const DOCUMENTS = 500;
const DEPTH = 40;

/**
 * Every model that the objects of a manifest would serve; none for what is no manifest. One that could not be read whole
 * is out of reach: `place` is what it is called.
 */
export function modelsInManifest(text: string, place = 'manifest'): FoundModels {
  if (!/^(?:apiVersion:|---|\s*\{)/m.test(text) || !/"?apiVersion"?:/.test(text)) return { models: [], outOfReach: [] };
  const models: FoundModel[] = [];
  const outOfReach: OutOfReach[] = [];
  const { objects, broken } = objectsIn(text);
  if (broken) outOfReach.push({ house: 'kubernetes', name: place, reference: place, why: whyBroken(text) });
  for (const object of objects) {
    const name = `${textOf(member(object, 'kind')).toLowerCase()}/${textOf(member(member(object, 'metadata'), 'name'))}`;
    for (const reference of new Set(referencesIn(object, 0))) {
      const row = { house: 'kubernetes', name, reference } as const;
      const why = whyOutOfReach(reference);
      if (why === null) models.push({ ...row, reference: hubReference(reference) });
      else outOfReach.push({ ...row, why });
    }
  }
  return { models, outOfReach };
}

/** The objects of all documents, those of a `List` each by itself. `merge`: as kubectl reads `<<`. */
function objectsIn(text: string): { readonly objects: readonly unknown[]; readonly broken: boolean } {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', merge: true });
    const list = Array.isArray(documents) ? documents : [];
    const whole = list.slice(0, DOCUMENTS).filter(({ errors }) => errors.length === 0);
    const objects = whole.map((one) => one.toJS({ maxAliasCount: 100 }) as unknown).flatMap(itemsOf);
    return { objects, broken: whole.length < list.length || TEMPLATE.test(text) };
  } catch {
    // Aliases without end.
    return { objects: [], broken: true };
  }
}

function itemsOf(object: unknown): readonly unknown[] {
  const items = member(object, 'items');
  return Array.isArray(items) && textOf(member(object, 'kind')).endsWith('List') ? items : [object];
}

/** Helm's own values: a text with them may be YAML, and says nothing until it is rendered. */
const TEMPLATE = /\{\{-?\s*(?:\.(?:Values|Release|Chart)\b|include |define )/;

function whyBroken(text: string): string {
  return text.includes('{{')
    ? 'is a template: render it (helm template), and adopt what comes of it'
    : 'is no YAML that could be read whole';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '?';
}

function* referencesIn(value: unknown, depth: number): Iterable<string> {
  if (depth > DEPTH) return;
  if (typeof value === 'string' && MODEL_URI.test(value)) yield value;
  if (Array.isArray(value)) for (const one of value) yield* referencesIn(one, depth + 1);
  if (!isJsonObject(value)) return;
  const { name, value: set, image, command, args, ...others } = value;
  if (typeof name === 'string' && MODEL_VARIABLES.has(name) && typeof set === 'string') yield set;
  // A command of one's own stands instead of the image's.
  yield* modelsInCommand(command === undefined ? textOf(image) : '', [command, args].flatMap(textsIn));
  for (const one of Object.values(others)) yield* modelsInCommand('', textsIn(one));
  for (const [key, one] of Object.entries(value)) {
    // Of a field, or of a ConfigMap whose members become variables.
    if ((URI_FIELDS.has(key) || MODEL_VARIABLES.has(key)) && typeof one === 'string') yield one;
    else yield* referencesIn(one, depth + 1);
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

const HUB = /^(?:hf:(?:\/\/)?)?(\w[\w.-]*\/[\w.-]+(?:[@:][\w./-]+)?)$/;

function hubReference(reference: string): string {
  const [, name] = HUB.exec(reference) ?? [];
  return name === undefined ? reference : `hf:${name.replace(/:/, '@')}`;
}

/** Null: `vet` takes it from here. */
function whyOutOfReach(reference: string): string | null {
  if (HUB.test(reference) || reference.startsWith('https://')) return null;
  const [, scheme] = /^([a-z0-9]+):\/\//i.exec(reference) ?? [];
  if (scheme === 'pvc') return 'lies in a volume of the cluster: vet it there';
  if (scheme === 'hf' || scheme === undefined) {
    return reference.includes('/')
      ? 'is a path within the container: vet it where it lies'
      : 'is a name that only its server knows';
  }
  return `lies behind ${scheme}://, which this version does not read`;
}
