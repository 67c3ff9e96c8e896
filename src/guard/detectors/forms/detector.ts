import type { GuardForm } from '../../../domain/guard.ts';
import type { Json } from '../../../kernel/json.ts';
import { scanJson } from '../../../kernel/json-scan.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { printable } from '../../../kernel/printable.ts';
import type { JsonSchema } from '../../../text/json-schema/compile.ts';
import { wordsOfSentence } from '../../../text/learned/words.ts';
import type { Unit, UnitDetector, UnitHit, UnitScanner } from '../../detector.ts';

/** What a message must look like: how long, and what JSON. Found as `form/<id>` where it does not. */
export function createFormDetector(form: GuardForm, schema: JsonSchema | null): UnitDetector {
  const type = `form/${form.id}`;
  const judgesWhole = schema !== null || form.characters.least > 0 || form.words.least > 0;
  return {
    kind: 'unit',
    id: 'forms',
    title: 'What a message must look like',
    types: [{ type, title: form.title }],
    origins: form.origins,
    unit: 'sentence',
    judgesWhole,
    defaults: [],
    examples: { fires: () => [], quiet: () => [] },
    open: () => createFormScanner(form, schema, type),
  };
}

function createFormScanner({ characters, words }: GuardForm, schema: JsonSchema | null, type: string): UnitScanner {
  const counts = { characters: 0, words: 0 };
  let told = false;
  let whole = '';
  const tooLong = (unit: Unit): number | null => {
    const [reading] = unit.readings;
    if (reading === undefined) return null;
    const sentence = reading.text.slice(reading.from);
    const found = wordsOfSentence(sentence);
    const room = words.most - counts.words;
    counts.words += found.count;
    if (counts.words > words.most) return reading.from + (found.start[Math.max(0, room)] ?? 0);
    const over = counts.characters - characters.most;
    return over <= 0 ? null : reading.from + placeOf(sentence, lengthOf(sentence) - over);
  };
  return {
    hear: (part) => {
      counts.characters += lengthOf(part);
      if (schema !== null && whole.length <= LIMITS.guardJson) whole += part;
    },
    see: (unit): readonly UnitHit[] => {
      const start = tooLong(unit);
      if (start === null || told) return [];
      told = true;
      const end = unit.readings[0]?.text.length ?? start;
      const detail = `more than ${counts.words > words.most ? `${words.most} words` : `${characters.most} characters`}`;
      return [{ type, start: Math.min(start, end), end, score: 1, detail, reading: 0 }];
    },
    end: () => {
      const short =
        counts.characters < characters.least
          ? `${counts.characters} characters, ${characters.least} at least`
          : counts.words < words.least
            ? `${counts.words} words, ${words.least} at least`
            : null;
      const wrong = short ?? (schema === null ? null : wrongWith(whole, schema));
      return wrong === null ? [] : [{ type, score: 1, detail: wrong }];
    },
  };
}

function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Where so many characters of the text end. */
function placeOf(text: string, characters: number): number {
  let [at, left] = [0, characters];
  for (const character of text) {
    if (left-- <= 0) break;
    at += character.length;
  }
  return at;
}

function wrongWith(text: string, schema: JsonSchema): string | null {
  if (text.length > LIMITS.guardJson) return `longer than ${LIMITS.guardJson} characters, which is not checked`;
  try {
    scanJson(text, LIMITS.jsonDepth, { countOnly: true });
    const wrong = schema(JSON.parse(text) as Json);
    return wrong === null ? null : printable(wrong.slice(0, LIMITS.quotation));
  } catch {
    return 'this is no JSON document';
  }
}
