import { describe, expect, it } from 'vitest';
import { grammarOf } from '../../../text/learned/followed.ts';
import { wordsOf } from '../../../text/learned/words.ts';
import { CONTENT_CONCEPTS, CONTENT_TERMS } from './lexicon.ts';
import { CONTENT_RULES } from './rules.ts';

const GRAMMAR = grammarOf(CONTENT_CONCEPTS, CONTENT_TERMS, CONTENT_RULES);

function fires(rule: number, text: string): boolean {
  const reader = GRAMMAR.createReader();
  const words = wordsOf(text);
  reader.read(GRAMMAR.conceptsIn(words), words.count);
  return (reader.fired[rule] ?? 0) > 0;
}

describe('the rules about content', () => {
  it.each(CONTENT_RULES.flatMap(({ id, fires }, rule) => fires.map((text) => [id, text, rule] as const)))(
    '%s fires on: %s',
    (_, text, rule) => expect(fires(rule, text)).toBe(true),
  );

  it.each(CONTENT_RULES.flatMap(({ id, quiet }, rule) => quiet.map((text) => [id, text, rule] as const)))(
    '%s is quiet on: %s',
    (_, text, rule) => expect(fires(rule, text)).toBe(false),
  );
});
