/** One spelling for a licence's id: the hub's, in small letters; SPDX's `-only` and `-or-later` fall away. */
export function normalId(id: string): string {
  const plain = id
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replace(/-(?:only|or-later)$/, '')
    .replace(/^the-/, '');
  return ALIASES.get(plain) ?? plain;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['apache', 'apache-2.0'],
  ['apache2', 'apache-2.0'],
  ['apache2.0', 'apache-2.0'],
  ['apache-2', 'apache-2.0'],
  ['apache-license-2.0', 'apache-2.0'],
  ['apache-license,-version-2.0', 'apache-2.0'],
  ['apache-license-version-2.0', 'apache-2.0'],
  ['mit-license', 'mit'],
  ['gpl-v3', 'gpl-3.0'],
  ['gplv3', 'gpl-3.0'],
  ['agplv3', 'agpl-3.0'],
  ['llama-2', 'llama2'],
  ['llama-3', 'llama3'],
  ['llama-3.1', 'llama3.1'],
  ['llama-3.2', 'llama3.2'],
  ['llama-3.3', 'llama3.3'],
  ['llama-4', 'llama4'],
]);

/** Ids that name a family, or nothing: each with what begins the names of its members. */
const FAMILIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['cc', ['cc-', 'cc0-']],
  ['gpl', ['gpl-']],
  ['lgpl', ['lgpl-']],
  ['bsd', ['bsd-']],
  ['openrail', ['openrail', 'bigscience-', 'bigcode-', 'creativeml-']],
  ['unknown', ['']],
  ['unlicensed', []],
]);

/** Whether two ids can mean the same licence: equal, or one the family of the other. `other` can mean any. */
export function agree(a: string, b: string): boolean {
  if (a === b || a === 'other' || b === 'other') return true;
  return isMember(a, b) || isMember(b, a);
}

function isMember(family: string, id: string): boolean {
  return FAMILIES.get(family)?.some((beginning) => id.startsWith(beginning)) ?? false;
}
