import type { Evidence } from '../../domain/evidence.ts';
import { type Finding, findingOf } from '../../domain/finding.ts';
import { cardOf, cardWords, frontMatterOf } from '../../intake/card.ts';
import { type Json, member } from '../../kernel/json.ts';
import type { Material } from '../analyzer.ts';
import { type LookAlike, lookAlikeOf, ownerOfName } from './look-alike.ts';
import {
  BASE_LOOK_ALIKE,
  LOOK_ALIKE,
  NAME_OF_ANOTHER,
  NEW_REPOSITORY,
  OTHER_NAME,
  PUBLISHER_VERIFIED,
} from './rules.ts';

const HOW: Record<LookAlike['how'], string> = {
  'same-to-the-eye': 'looks the same as',
  'one-slip': 'is one slip of the keyboard from',
  'claims-to-be': 'claims to be',
};
const MONTH = 30 * 24 * 60 * 60 * 1000;

/** What the names and dates of a model's publisher say. A folder's own name proves nothing, and is not looked at. */
export function* nameFindings({ inventory, evidence }: Material): Iterable<Finding> {
  const { origin } = inventory.artifact;
  const hub = evidence.find(({ kind }) => kind === 'hub-model');
  const card = cardOf(inventory.items);
  const matter = frontMatterOf(card);
  const bases = [
    ...new Set([...cardWords(matter, 'base_model'), ...words(member(member(hub?.body, 'cardData'), 'base_model'))]),
  ];
  if (origin.source === 'hf') yield* ofPublisher(origin.name, bases);
  for (const base of bases) yield* ofBase(base, card?.file.path);
  if (hub !== undefined) yield* ofHub(origin.name, hub);
}

function* ofPublisher(name: string, bases: readonly string[]): Iterable<Finding> {
  const [namespace = '', model = ''] = name.split('/');
  const alike = lookAlikeOf(namespace);
  if (alike !== null) {
    const confidence = alike.how === 'same-to-the-eye' ? 'likely' : 'possible';
    yield findingOf(LOOK_ALIKE, {
      message: `${namespace} ${HOW[alike.how]} ${alike.known}.`,
      operation: namespace,
      confidence,
    });
  }
  const owner = bases.length > 0 ? null : ownerOfName(namespace, model);
  if (owner === null) return;
  const message = `${name} bears a name of ${owner}’s models, and names no base.`;
  yield findingOf(NAME_OF_ANOTHER, { message, operation: name, confidence: 'possible' });
}

function* ofBase(base: string, path: string | undefined): Iterable<Finding> {
  const [namespace = '', model] = base.split('/');
  const alike = model === undefined ? null : lookAlikeOf(namespace);
  if (alike === null) return;
  const message = `The base ${base}: ${namespace} ${HOW[alike.how]} ${alike.known}.`;
  const place = path === undefined ? {} : { location: { path } };
  yield findingOf(BASE_LOOK_ALIKE, { message, ...place, operation: base, confidence: 'possible' });
}

function* ofHub(name: string, { body, digest }: Evidence): Iterable<Finding> {
  const evidence = [digest];
  const asked = member(body, 'askedFor');
  if (typeof asked === 'string') {
    yield findingOf(OTHER_NAME, { message: `Asked for ${asked}, the hub gave ${name}.`, operation: asked, evidence });
  }
  const author = member(body, 'authorData');
  if (member(author, 'isVerified') === true || member(author, 'verified') === true) {
    yield findingOf(PUBLISHER_VERIFIED, { evidence });
  }
  const [created, changed] = [dateOf(member(body, 'createdAt')), dateOf(member(body, 'lastModified'))];
  if (created !== null && changed !== null && changed - created < MONTH) {
    const message = `The repository was created on ${day(created)}, and this revision is of ${day(changed)}.`;
    yield findingOf(NEW_REPOSITORY, { message, evidence });
  }
}

function words(value: Json | undefined): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}

function dateOf(value: Json | undefined): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
