import type { LicenceReading } from '../domain/licence.ts';
import { digestOfJson } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';
import { spdxRecord } from './facts/spdx.ts';
import type { LicenceKnowledge } from './load.ts';

/** Records that a reading rests on, each with the first digits of its digest; `?` is everything that is known, where something was not. */
export type FactsUnder = Readonly<Record<string, string>>;

/** What a reading rests on, so that it is known later whether that moved. */
export function factsUnder(reading: LicenceReading, knowledge: LicenceKnowledge): FactsUnder {
  const named = reading.states.flatMap(({ records }) => records);
  const cited = reading.reasons.flatMap(({ record }) => record ?? []);
  const open =
    reading.states.some(({ records }) => records.length === 0) ||
    reading.reasons.some(({ record, verdict }) => record === null && verdict === 'unknown');
  const ids = [...new Set([...named, ...cited, ...(open ? ['?'] : [])])].sort();
  return Object.fromEntries(ids.map((id) => [id, digestOfFact(id, knowledge)]));
}

/** Whether anything that a reading rests on is otherwise today. */
export function factsMoved(facts: Readonly<Record<string, unknown>>, knowledge: LicenceKnowledge): boolean {
  return Object.entries(facts).some(([id, digest]) => digestOfFact(id, knowledge) !== digest);
}

function digestOfFact(id: string, { library, edition }: LicenceKnowledge): string {
  if (id === '?') return edition();
  const record = id.startsWith('spdx:') ? spdxRecord(id.slice('spdx:'.length)) : library.record(id);
  return record === null || record === undefined ? 'gone' : shortDigest(record as unknown as Json);
}

export function shortDigest(value: Json): string {
  return digestOfJson(value).slice('sha256:'.length, 'sha256:'.length + 16);
}
