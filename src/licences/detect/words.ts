/** One word of a text, and the line it stands on, from 1. */
export interface PlacedWord {
  readonly word: string;
  readonly line: number;
}

/** No licence is a tenth as long. */
const READ = 400_000;

/** Who holds the copyright, and since when: it changes with every copy. */
const HOLDER =
  /^\W*(?:copyright\s*(?:\(c\)|©|<|\[|\{|(?:19|20)\d\d)|\(c\)\s*(?:19|20)?\d|©)|^\W*all rights reserved\.?\W*$/;
/** A title of its own line, as templates put it over a text or leave it out. */
const TITLE = /^\W*(?:the )?[\w .,+-]{0,40}\blicen[cs]e(?: \([\w .-]{1,20}\))?\W*$/;
const LIST_MARK = /^[-*+•>#\s]*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|\d{1,2}\.\d{1,2}\.?\s+)?/;
const QUOTE_MARK = /^\s*(?:[-*+•>#]+\s+)*/;
const WORD = /\d+(?:[.,]\d+)*|\p{L}+(?:['’-]\p{L}+)*/gu;

/**
 * The words of a licence text that make it this licence: without letter case, markup, list marks, addresses, holders and
 * years. Numbers stay: versions and ceilings are what near twins differ in.
 */
export function wordsOf(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  const lines = text.slice(0, READ).normalize('NFKC').toLowerCase().split('\n');
  for (const [at, raw] of lines.entries()) {
    const begins = beginsItem(lines[at - 1] ?? '');
    if (HOLDER.test(raw) || (words.length === 0 && isTitle(raw))) continue;
    const line = raw
      .replaceAll(/<\/?[a-z][^>]{0,80}>/g, ' ')
      .replace(begins ? LIST_MARK : QUOTE_MARK, '')
      .replaceAll(/\b(?:https?:\/\/|www\.)\S+/g, ' address ');
    for (const [word] of line.matchAll(WORD)) words.push({ word: word.replaceAll(/['’-]/g, ''), line: at + 1 });
  }
  return words;
}

/** Whether a line after this one can begin with a list mark: after `section`, a line that begins with `7.` was wrapped. */
function beginsItem(before: string): boolean {
  return !/(?:\b(?:sections?|clauses?|articles?|versions?|paragraphs?|exhibits?|through|to|than|of|least|under|with|in|by)|,)\s*$/.test(
    before,
  );
}

/** A title that says more than a name (`Non-Commercial Apache License`) is a term, and stays. */
function isTitle(line: string): boolean {
  return (
    TITLE.test(line) &&
    ![...line.matchAll(WORD)].some(([word]) => MATERIAL.has(word.replaceAll(/['’-]/g, '')) || /^\d{3}/.test(word))
  );
}

/** Words that turn a verdict: negations, uses, commerce, people counted, places. Numbers are material, too. */
const MATERIAL = new Set(
  `not no nor never neither without except unless only solely cannot non prohibited prohibit prohibits forbidden forbid excluded
  exclude excludes excluding permitted allowed may shall must use uses used commercial commercially noncommercial
  noncommercially research academic scientific educational evaluation production personal internal internally military
  warfare nuclear weapons surveillance biometric medical legal minors sell selling sold revenue royalty royalties royaltyfree
  fee fees paid pay charge free usd dollars million billion monthly annual users active affiliates compete competing
  competitor competitive train training improve improving distill distillation output outputs results hosted hosting service
  services saas distribute distribution redistribute redistribution sublicense sublicensable publish share sharing modify
  derivative derivatives adapted display prominently builtwith attribution notice european union eu kingdom uk korea korean
  china territory territories country countries domiciled region worldwide revocable irrevocable terminate terminates
  termination perpetual patent patents guardrail guardrails government`.split(/\s+/),
);

export function isMaterial(word: string): boolean {
  return MATERIAL.has(word) || /^\d/.test(word);
}
