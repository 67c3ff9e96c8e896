import { grammarOf } from '../../../text/learned/followed.ts';
import { CONCEPTS } from './lexicon/concepts.ts';
import { ENGLISH } from './lexicon/english.ts';
import { LANGUAGES } from './lexicon/languages.ts';
import { ATTACK_RULES } from './rules.ts';

const GRAMMAR = grammarOf(CONCEPTS, [ENGLISH, ...Object.values(LANGUAGES)], ATTACK_RULES);

/** The concepts that a text's words mean, in order. */
export const conceptsIn = GRAMMAR.conceptsIn;

/** Follows the rules through a text, sentence by sentence. */
export const createRuleReader = GRAMMAR.createReader;
