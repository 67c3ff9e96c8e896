import { z } from 'zod';
import type { Advisory, Affected, AffectedRange, RangeEvent, Score } from '../domain/advisory.ts';
import { isEcosystem, normalName } from '../domain/dependency.ts';
import { compareText } from '../kernel/order.ts';
import { scoreOfVectors, scoreOfWord } from './score.ts';

/** An OSV record (osv-schema 1.6), as far as we read it. Texts are cut, lists bounded: a record is input from outside. */
const text = z.string().max(200_000);
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s/\\]+$/);
const version = z.string().min(1).max(200);
const event = z.object({
  introduced: version.optional(),
  fixed: version.optional(),
  last_affected: version.optional(),
  limit: version.optional(),
});
const severity = z.array(z.object({ type: z.string(), score: z.string() })).max(20);
const affectedShape = z.object({
  package: z.object({ ecosystem: z.string().max(100), name: z.string().min(1).max(500) }).optional(),
  ranges: z
    .array(z.object({ type: z.string(), events: z.array(event).max(10_000) }))
    .max(1000)
    .nullish(),
  versions: z.array(version).max(50_000).nullish(),
  severity: severity.nullish(),
});
const record = z.object({
  id,
  modified: z.iso.datetime({ offset: true }),
  withdrawn: z.iso.datetime({ offset: true }).nullish(),
  aliases: z.array(id).max(1000).nullish(),
  summary: text.nullish(),
  details: text.nullish(),
  severity: severity.nullish(),
  affected: z.array(affectedShape).max(10_000).nullish(),
  references: z
    .array(z.object({ url: z.string().max(5000) }))
    .max(10_000)
    .nullish(),
  database_specific: z
    .object({ severity: z.string().optional().catch(undefined) })
    .nullish()
    .catch(undefined),
});

export type ParsedOsv =
  | { readonly kind: 'advisory'; readonly advisory: Advisory }
  /** It is about other sorts of packages. */
  | { readonly kind: 'elsewhere'; readonly id: string }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads one OSV record. Never throws; what is not as the schema has it is `broken`, with the place. */
export function parseOsv(value: unknown): ParsedOsv {
  const parsed = record.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { kind: 'broken', why: `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is not as OSV has it'}` };
  }
  const entry = parsed.data;
  const affected = (entry.affected ?? []).flatMap(affectedOf);
  if (affected.length === 0) return { kind: 'elsewhere', id: entry.id };
  return {
    kind: 'advisory',
    advisory: {
      id: entry.id,
      aliases: [...new Set(entry.aliases ?? [])].filter((alias) => alias !== entry.id).sort(compareText),
      modified: entry.modified,
      withdrawn: entry.withdrawn ?? null,
      summary: (entry.summary ?? '').slice(0, SUMMARY),
      details: (entry.details ?? '').slice(0, DETAILS),
      score: scoreIn(entry),
      malicious: entry.id.startsWith('MAL-'),
      affected,
      links: (entry.references ?? []).slice(0, LINKS).map(({ url }) => url),
    },
  };
}

/** Kept of one advisory: what a person reads before they follow its links. */
const SUMMARY = 300;
const DETAILS = 2000;
const LINKS = 5;

function affectedOf(entry: z.output<typeof affectedShape>): readonly Affected[] {
  if (entry.package === undefined) return [];
  // `Maven:https://…`, `Debian:12`: a registry of its own within the ecosystem.
  const [ecosystem = ''] = entry.package.ecosystem.split(':');
  if (!isEcosystem(ecosystem)) return [];
  const ranges = entry.ranges ?? [];
  return [
    {
      ecosystem,
      name: normalName(ecosystem, entry.package.name),
      versions: entry.versions ?? [],
      ranges: ranges.filter(({ type }) => type !== 'GIT').map(({ events }) => events.flatMap(eventOf)),
      commits: ranges.some(({ type }) => type === 'GIT'),
    },
  ];
}

function eventOf(entry: z.output<typeof event>): AffectedRange {
  const kinds: readonly RangeEvent['kind'][] = ['introduced', 'fixed', 'last_affected', 'limit'];
  return kinds.flatMap((kind) => (entry[kind] === undefined ? [] : [{ kind, version: entry[kind] }]));
}

function scoreIn(entry: z.output<typeof record>): Score | null {
  const vectors = [...(entry.severity ?? []), ...(entry.affected ?? []).flatMap((one) => one.severity ?? [])];
  const word = entry.database_specific?.severity;
  return scoreOfVectors(vectors.map(({ score }) => score)) ?? (word === undefined ? null : scoreOfWord(word));
}
