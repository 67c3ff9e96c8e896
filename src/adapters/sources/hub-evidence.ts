import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** The listing says it better, or it changes by the hour and tells nothing of this revision: a dossier would never be the same twice. */
const LEFT_OUT = new Set([
  'siblings',
  'spaces',
  'downloads',
  'downloadsAllTime',
  'likes',
  'trendingScore',
  'childrenModelCount',
  'inference',
  'inferenceProviderMapping',
  'evalResults',
  'widgetData',
]);

/** What is kept when the whole is too long. */
const KEPT_OF_A_LONG_ONE = [
  'id',
  'sha',
  'private',
  'gated',
  'disabled',
  'author',
  'lastModified',
  'pipeline_tag',
  'library_name',
];

/** One model's information in a dossier. The longest cards have some tens of kilobytes of front matter. */
const LONGEST = 1024 * 1024;

/** The hub's information on a model as evidence: as it came, but for what `LEFT_OUT` names, and well-formed Unicode. */
export function hubModelBody(raw: Json): Json {
  return isJsonObject(raw) ? hubModelFields(raw) : null;
}

export function hubModelFields(raw: Json): JsonObject {
  if (!isJsonObject(raw)) return {};
  const body = keep(raw, (key) => !LEFT_OUT.has(key));
  if (JSON.stringify(body).length <= LONGEST) return body;
  return { ...keep(raw, (key) => KEPT_OF_A_LONG_ONE.includes(key)), truncated: true };
}

function keep(raw: JsonObject, wanted: (key: string) => boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(raw)
      .filter(([key]) => wanted(key))
      .map(([key, value]) => [wellFormed(key), tidy(value)]),
  );
}

/** Lone surrogates have no canonical JSON. Depth is bounded where the JSON was parsed. */
function tidy(value: Json | undefined): Json {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(tidy);
  if (!isJsonObject(value)) return (value as Json | undefined) ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [wellFormed(key), tidy(item)]));
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}
