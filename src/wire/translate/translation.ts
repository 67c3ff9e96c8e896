import type { JsonObject } from '../../kernel/json.ts';
import { textOf } from '../slot.ts';
import type { Surface } from '../surface.ts';

/** What has no meaning on the other side: the call is refused with this sentence, never bent. */
export class Untranslatable extends Error {}

/** From one vendor's calls to another's, and back for the answer. */
export interface Translation {
  readonly to: Surface;
  /** Throws Untranslatable. */
  request(body: JsonObject, call: { readonly model: string; readonly stream: boolean }): JsonObject;
  /** Throws Untranslatable for an answer that cannot be said in the caller's words. */
  answer(answer: JsonObject, model: string): JsonObject;
  stream(model: string): EventTranslator;
}

/** One stream's events in the caller's words. */
export interface EventTranslator {
  event(event: JsonObject): readonly JsonObject[];
  /** The server's stream came to its end. */
  done(): readonly JsonObject[];
}

/** A member that must be refused when it is there. */
export function refuseMembers(body: JsonObject, names: readonly string[]): void {
  const found = names.find((name) => body[name] !== undefined && body[name] !== null);
  if (found !== undefined) throw new Untranslatable(`${found} has no meaning for the server of this channel`);
}

/** Members under other names; those that nobody named stay as they are. */
export function renamed(body: JsonObject, names: Readonly<Record<string, string | null>>): JsonObject {
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => {
      const name = Object.hasOwn(names, key) ? names[key] : key;
      return name === null || name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The arguments of a call as the object they are. Throws Untranslatable. */
export function argumentsIn(text: unknown): JsonObject {
  try {
    const value: unknown = JSON.parse(textOf(text) || '{}');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Told below.
  }
  throw new Untranslatable('the model called a tool with arguments that are no JSON object');
}
