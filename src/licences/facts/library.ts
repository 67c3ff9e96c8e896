import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };
import { titlesIn } from '../detect/titles.ts';
import { LICENSEDB_KEYS } from './licensedb-keys.ts';
import { recordsOfModel } from './models.ts';
import type { LicenceFacts, LicenceRecord } from './record.ts';
import { spdxRecord } from './spdx.ts';

/** What is known of a name for a licence. */
export type Found =
  | { readonly kind: 'records'; readonly records: readonly LicenceRecord[] }
  /** A free name that authors choose: a hint, and no more. */
  | { readonly kind: 'hint'; readonly records: readonly LicenceRecord[] }
  /** A tag of a whole family, as the hub’s `gpl`: which version, and so which terms, it does not say. */
  | { readonly kind: 'family'; readonly records: readonly LicenceRecord[] }
  /** On the SPDX list, and never read here. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'unknown' };

/** All licence facts, and ways to find them. */
export interface LicenceLibrary {
  readonly records: readonly LicenceRecord[];
  /** By our id. */
  record(id: string): LicenceRecord | undefined;
  /** By a tag, an SPDX or LicenseDB id, a licence's own name. `model` tells variants apart that share one id. */
  find(name: string, model?: string): Found;
  /** What the publisher of a model of this name is known to use. */
  ofModel(name: string): readonly LicenceRecord[];
}

export function createLibrary({ licences }: LicenceFacts): LicenceLibrary {
  const records = licences.map((record) => ({ ...record, name: nameWithId(record) }));
  const byId = new Map(records.map((record) => [record.id, record]));
  const strong = indexOf(records, strongNames);
  const weak = indexOf(records, ({ hf_license_names: names }) => names.filter((name) => !EMPTY_NAMES.has(name)));
  const spdx = new Map(spdxIds.map((id) => [id.toLowerCase(), id]));
  const ofModel = (name: string) => recordsOfModel(name).flatMap((id) => byId.get(id) ?? []);
  return {
    records,
    record: (id) => byId.get(id),
    ofModel,
    find: (name, model = '') => {
      const key = normalName(name);
      if (key === '') return { kind: 'unknown' };
      const exact = byId.get(key);
      const own = strong.get(key) ?? [];
      if (own.length > 0) {
        const kind = FAMILIES.has(key) ? 'family' : 'records';
        return { kind, records: narrowed(own, exact, ofModel(model)) };
      }
      const standard = spdxRecord(key);
      if (standard !== null) return { kind: 'records', records: [standard] };
      const hinted = weak.get(key) ?? [];
      if (hinted.length > 0) return { kind: 'hint', records: narrowed(hinted, undefined, ofModel(model)) };
      const listed = spdx.get(key);
      if (listed !== undefined) return { kind: 'named', name: listed };
      const titled = titledIn(name).flatMap((id) => byId.get(id) ?? []);
      return titled.length === 0
        ? { kind: 'unknown' }
        : { kind: 'records', records: narrowed(titled, undefined, ofModel(model)) };
    },
  };
}

/** Names that do not show the short id people know them by get it: `Open Database License 1.0 (ODbL-1.0)`. */
function nameWithId({ name, spdx_id: id }: LicenceRecord): string {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
  return id === null || id.startsWith('LicenseRef') || letters(name).includes(letters(id)) ? name : `${name} (${id})`;
}

/** A licence spelt out: `Creative Commons Attribution-NonCommercial 4.0`. What is said to be like one is another. */
function titledIn(name: string): readonly string[] {
  return /\b(?:modified|custom|based on|like|similar|variant|plus|with)\b|\bnon-?commercial (?:mit|apache|bsd)/i.test(
    name,
  )
    ? []
    : titlesIn(name);
}

/** Tags of the hub that name no one licence, though their family is known. */
const FAMILIES = new Set(['gpl', 'bsd']);

/** `license_name: other` says nothing. */
const EMPTY_NAMES = new Set(['other', 'unknown', '']);

function strongNames(record: LicenceRecord): readonly string[] {
  const spdx = record.spdx_id ?? '';
  const { id, hf_ids: hub, scancode_key: key, name } = record;
  return [id, ...hub, spdx, spdx.replace(/-only$/, ''), key ?? '', name, name.replace(/ \(.*\)$/, '')];
}

function indexOf(
  records: readonly LicenceRecord[],
  namesOf: (record: LicenceRecord) => readonly string[],
): ReadonlyMap<string, readonly LicenceRecord[]> {
  const index = new Map<string, LicenceRecord[]>();
  for (const record of records) {
    for (const key of new Set(namesOf(record).map(normalName))) {
      if (key !== '') index.set(key, [...(index.get(key) ?? []), record]);
    }
  }
  return index;
}

/** Of records that share a name: the model's own, else the one that the name is the id of, else all. */
function narrowed(
  records: readonly LicenceRecord[],
  exact: LicenceRecord | undefined,
  ofModel: readonly LicenceRecord[],
): readonly LicenceRecord[] {
  const own = records.filter((record) => ofModel.includes(record));
  if (own.length > 0) return own;
  return exact === undefined ? records : [exact];
}

/** One spelling for the names of licences: small letters, words joined by `-`, SPDX's `-only` and `-or-later` fall away. */
export function normalName(name: string): string {
  const plain = name
    .trim()
    .slice(0, 200)
    .toLowerCase()
    .replace(/^(?:license|licence|spdx):/, '')
    .replaceAll(/[\s_,]+/g, '-')
    .replace(/^(?:the|meta)-(?=llama|\w+-licen[cs]e)/, '')
    .replace(/^licenseref-(?!scancode)/, '')
    .replace(/^llama-?(\d(?:\.\d)?)(?:-community)?(?:-licen[cs]e)?(?:-agreement)?$/, 'llama$1')
    .replaceAll('licence', 'license')
    .replace(/-(?:only|or-later|plus)$/, '');
  return ALIASES.get(plain) ?? LICENSEDB_KEYS.get(plain) ?? plain;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['apache', 'apache-2.0'],
  ['apache2', 'apache-2.0'],
  ['apache2.0', 'apache-2.0'],
  ['apache-2', 'apache-2.0'],
  ['apache-license', 'apache-2.0'],
  ['apache-license-2.0', 'apache-2.0'],
  ['apache-license-version-2.0', 'apache-2.0'],
  ['mit-license', 'mit'],
  ['expat', 'mit'],
  ['bsd-3', 'bsd-3-clause'],
  ['bsd-2', 'bsd-2-clause'],
  ['gpl-v3', 'gpl-3.0'],
  ['gplv3', 'gpl-3.0'],
  ['gplv2', 'gpl-2.0'],
  ['agplv3', 'agpl-3.0'],
  ['agpl-v3', 'agpl-3.0'],
  ['cc0', 'cc0-1.0'],
  ['cc-by', 'cc-by-4.0'],
  ['cc-by-nc', 'cc-by-nc-4.0'],
  ['cc-by-sa', 'cc-by-sa-4.0'],
  ['cc-by-nc-sa', 'cc-by-nc-sa-4.0'],
  ['cc-by-nd', 'cc-by-nd-4.0'],
  ['cc-by-nc-nd', 'cc-by-nc-nd-4.0'],
  ['odbl', 'odbl-1.0'],
  ['llama-4-license-2025', 'llama4'],
  ['gemma-terms', 'gemma'],
  ['gemma-terms-of-use', 'gemma'],
  ['unlicensed', 'unknown'],
  ['none', 'unknown'],
  ['missing', 'unknown'],
  ['no-license', 'unknown'],
  ['proprietary', 'unknown'],
  ['n/a', 'unknown'],
  ['null', 'unknown'],
]);
