import { type GuardContext, ORIGINS, type Origin } from '../../domain/guard.ts';
import { type Json, member } from '../../kernel/json.ts';

/** What a policy's conditions may ask of a text, beside its origin. */
const ASKED = ['channel', 'team', 'key', 'region'] as const;
export const CONTEXT_FIELDS: readonly string[] = ['origin', ...ASKED];

/** Of the longest such name, in UTF-16 units. */
const LONGEST = 256;

/** Who a line says that its text comes from, and by which way; or what is wrong with it. */
export function contextIn(value: Json, fallback: Origin): GuardContext | string {
  const said = member(value, 'origin');
  const origin = said === undefined ? fallback : ORIGINS.find((one) => one === said);
  if (origin === undefined) return `origin must be one of ${ORIGINS.join(', ')}`;
  const names: { -readonly [Name in (typeof ASKED)[number]]?: string } = {};
  for (const name of ASKED) {
    const text = member(value, name);
    if (text === undefined) continue;
    if (typeof text !== 'string' || text.length > LONGEST)
      return `${name} must be a text of ${LONGEST} characters at most`;
    names[name] = text;
  }
  return Object.keys(names).length === 0 ? bare(origin) : { origin, ...names };
}

/** The same ones again and again: a guard keeps what it compiled for each. */
const BARE: ReadonlyMap<Origin, GuardContext> = new Map(ORIGINS.map((origin) => [origin, { origin }]));

function bare(origin: Origin): GuardContext {
  return BARE.get(origin) ?? { origin };
}
