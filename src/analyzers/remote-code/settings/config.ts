import { isJsonObject, type Json } from '../../../kernel/json.ts';
import { IMPORTED } from '../rules.ts';
import { referencesOfKeys } from './keys.ts';
import { referencesOfObject } from './objects.ts';
import { handsOnSecret, referencesInText } from './strings.ts';
import { type CodeReference, short, target } from './targets.ts';

/** What HyperPyYAML does at a tag: `!new:`, `!apply:` call, `!name:` refers (speechbrain). */
export function referencesOfTag(tag: string): Iterable<CodeReference> {
  const included = /^!include:(\S+)$/.exec(tag)?.[1];
  if (included !== undefined)
    return /^[/~]|^\w+:\/\/|(?:^|\/)\.\.\//.test(included)
      ? [{ rule: IMPORTED, operation: short(`include ${included}`) }]
      : [];
  const called = /^!(?:new|name|apply|applyref|module):([\w.]+)$/.exec(tag)?.[1];
  return called === undefined ? [] : target(called);
}

/** Code references in a document, in its order. Bounded by the document's own depth (LIMITS.jsonDepth). */
export function* referencesIn(value: Json): Iterable<CodeReference> {
  const open: Json[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      yield* referencesInText(next);
      yield* handsOnSecret(next, value);
    } else if (Array.isArray(next)) pushWorthwhile(open, next as readonly Json[]);
    else if (isJsonObject(next)) {
      yield* referencesOfKeys(next);
      yield* referencesOfObject(next);
      pushWorthwhile(open, Object.values(next) as readonly Json[]);
    }
  }
}

/** Tables of a vocabulary have hundred thousands of members, and none that says anything: texts count where they hold a mark of a command. */
function pushWorthwhile(open: Json[], items: readonly Json[]): void {
  for (const item of items.toReversed()) {
    if (typeof item === 'string' ? /\$[{(]|`|remote[-_]code|__import__\(/i.test(item) : typeof item === 'object')
      open.push(item);
  }
}
