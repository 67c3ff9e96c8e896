import { whereNeeded } from '../../../../text/needed.ts';
import { marksOf, NOT_ASCII, QUOTE } from '../../../../text/view/marks.ts';

/** What somebody is quoted with, or asks to have translated, judged or found, is nobody's demand. */
export function ownWords(sentence: string): string {
  if (!(mayQuote(sentence) && QUOTES.test(sentence) && TELLS.test(sentence))) return sentence;
  return sentence.replace(QUOTED, ' ').replace(SINGLE, ' ');
}

/** Without what somebody else is quoted with, where it is asked what to make of it. */
export function withoutOthersWords(sentence: string): string {
  if (!mayQuote(sentence) || !QUOTES.test(sentence)) return sentence;
  if (!OTHERS.test(sentence) && !MEANT.test(sentence) && !HELD.test(sentence)) return sentence;
  return sentence.replace(QUOTED, ' ').replace(SINGLE, ' ');
}

/** Somebody asks how words are said in another language, or whether they are well put. */
const ASKS_OF_WORDS = whereNeeded(
  /^\W{0,3}(?:(?:please|kindly|can you|could you|would you) )*(?:translat(?:e|ion of)|(?:rewrite|shorten|improve|simplify|polish|edit|review|critique) (?:the following|this|my|our) (?:system |developer )?(?:prompt|instructions?|message)|how (?:do|would|can|should) (?:you|i|we|one) (?:say|write|translate|pronounce|spell|phrase)|what (?:does|is)|is|are|correct|check|proofread|rephrase|paraphrase|punctuate|fix (?:my|the) grammar|transcribe|übersetz\w*|wie sagt man|was (?:heißt|bedeutet)|tradui[st]\w*|comment dit-on|que veut dire|traduce|traduzca|¿?cómo se dice|¿?qué significa|traduza|traduz|como se diz|traduci|come si dice|vertaal|переведи\w*|как (?:сказать|перевести)|что значит|tercüme et|çevir)(?![\p{L}])/iu,
);
const ASKS_OF_WORDS_BEHIND = whereNeeded(
  /[”」』»"]\s?(?:翻译|翻譯|译成|的意思|用英[文语]|を(?:英語|日本語|中国語|フランス語|ドイツ語)に|(?:を|って)(?:訳|翻訳)|は(?:英語|日本語)で|번역|को (?:अंग्रेज़ी|हिंदी) में)/u,
);
const NOT_LATIN = /[^\0-\u024f\u2010-\u206f]/;
const ANY_QUOTED =
  /["“„][^"”“\n]{0,400}["”“]|«[^»\n]{0,400}»|「[^」\n]{0,400}」|『[^』\n]{0,400}』|(?<=[\s(:])['‘][^'’\n]{8,300}['’](?=$|[\s).,;:?!])/gu;
const TRANSLATED =
  /^(\W{0,3}(?:(?:please|kindly|can you|could you) )*translate (?:(?:this|the following|it)(?: (?:sentence|text|phrase|line))? ?)?(?:from \p{L}+ )?(?:(?:in)?to \p{L}+ ?)?[:：]\s?).+/isu;

/** Without the words that somebody wants to have translated, or wonders how they are put. */
export function withoutWordsAsked(sentence: string): string {
  if (ASKS_OF_WORDS.test(sentence)) return sentence.replace(ANY_QUOTED, ' x ').replace(TRANSLATED, '$1 x');
  return NOT_LATIN.test(sentence) && ASKS_OF_WORDS_BEHIND.test(sentence)
    ? sentence.replace(ANY_QUOTED, ' x ')
    : sentence;
}

/** Most sentences have no quotes. */
function mayQuote(sentence: string): boolean {
  return (marksOf(sentence).kinds & (QUOTE | NOT_ASCII)) !== 0;
}

const QUOTES = /["“„]|(?:^|\s)['‘]/;
const QUOTED = /["“„][^"”“\n]{0,400}["”“]/g;
const SINGLE = /(?<=^|[\s(:])['‘][^'’\n]{8,300}['’](?=$|[\s).,;:?!])/g;
const TELLS = whereNeeded(
  /\b(?:translat\w*|review|classif\w+|paraphras\w+|rephras\w+|proofread\w*|writes|wrote|phrases? (?:such|like)|means?|detects?|customer|title|called|headline|example|strings? (?:like|such)|regex|(?:unit )?tests? (?:that|which|whether)|filter (?:catches|blocks|for)|messages? (?:such|like)|an attack)\b/i,
);
/** Asked what it means, or to be put otherwise. */
const MEANT = whereNeeded(
  /\b(?:what (?:does|is meant by|did)|translat\w*|rephrase|proofread|meaning of|the (?:phrases?|strings?|sentences?)|detects?|regex|contained)\b[^"“„\n]{0,50}["“„][^"”“\n]{0,200}["”“]\W{0,3}(?:mean|means|is|are|in|into|to|and why|or|$)/i,
);
/** What tests, samples and rules for such messages hold. */
const HELD = whereNeeded(
  /\b(?:cases?|messages?|prompts?|inputs?|texts?|requests?|samples?|payloads?|logs?|web ?pages?|tests?|rules?|filters?|(?:attackers|users|customers|papers?|articles?|authors?|researchers)\b(?: \w+){0,3} (?:writes?|says?|claims?|shows?|hides?|puts?|try|tries|send))\b(?:(?! me\b)[^.!?"“„\n]){0,40}\b(?:contain(?:s|ing|ed)?|includ(?:es?|ing|ed)|starts? with|starting with|match(?:es|ing)?|writes?|says?|hides?|puts?|sends?)\b[^"“„\n]{0,14}["“„]/i,
);
const OTHERS = whereNeeded(
  /\b(?:(?:an?|the|our|one|my|this|some|another) (?:\w+ )?(?:customers?|users?|clients?|visitors?|attackers?|students?|colleagues?|callers?|guests?|hackers?|villains?|heroes|hero|characters?|robots?|pirates?|detectives?)|someone|somebody|people|(?:my|the|a|her|his|their|your) (?:voice ?mail|voice message|note|letter|e-?mail|sign|label|poster|song|text message)|(?:(?:my|our|your|the|an?) )?(?:bot|chatbot|chatgpt|gpt|claude|gemini|copilot|model|assistant|ai|user)) (?:just |has |have |keeps? |once )?(?:wrote|writes|written|says?|said|asks?|asked|asking|types?|typed|typing|sends?|sent|sending|tries|tried|posted|posts|writing|reads|tells?(?: me| us)?|told(?: me| us| him| her)?|answers|answered|replies|replied|gave(?: me| us)?)\b[^"“„\n]{0,30}(?:["“„]|[\s:]\s?['‘])/i,
);
