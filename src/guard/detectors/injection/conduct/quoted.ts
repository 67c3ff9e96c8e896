/** What somebody is quoted with, or asks to have translated, judged or found, is nobody's demand. */
export function ownWords(sentence: string): string {
  if (!(QUOTES.test(sentence) && TELLS.test(sentence))) return sentence;
  return sentence.replace(QUOTED, ' ').replace(SINGLE, ' ');
}

/** Without what somebody else is quoted with, where it is asked what to make of it. */
export function withoutOthersWords(sentence: string): string {
  return DOUBLE.test(sentence) && (OTHERS.test(sentence) || MEANT.test(sentence))
    ? sentence.replace(QUOTED, ' ')
    : sentence;
}

const QUOTES = /["“„]|(?:^|\s)['‘]/;
const DOUBLE = /["“„]/;
const QUOTED = /["“„][^"”“\n]{0,400}["”“]/g;
const SINGLE = /(?<=^|[\s(:])['‘][^'’\n]{8,300}['’](?=$|[\s).,;:?!])/g;
const TELLS =
  /\b(?:translat\w*|review|classif\w+|paraphras\w+|rephras\w+|proofread\w*|writes|wrote|phrases? (?:such|like)|means?|detects?|customer|title|called|headline|example|strings? (?:like|such)|regex|(?:unit )?tests? (?:that|which|whether)|filter (?:catches|blocks|for)|messages? (?:such|like)|an attack)\b/i;
/** Asked what it means, or to be put otherwise. */
const MEANT =
  /\b(?:what (?:does|is meant by|did)|translat\w*|rephrase|proofread|meaning of|the (?:phrases?|strings?|sentences?)|detects?|regex|contained)\b[^"“„\n]{0,50}["“„][^"”“\n]{0,200}["”“]\W{0,3}(?:mean|means|is|are|in|into|to|and why|or|$)/i;
const OTHERS =
  /\b(?:(?:an?|the|our|one|my|this|some|another) (?:\w+ )?(?:customers?|users?|clients?|visitors?|attackers?|students?|colleagues?|callers?|guests?)|someone|somebody|people) (?:just |has |have |keeps? |once )?(?:wrote|writes|written|says?|said|asks?|asked|asking|types?|typed|typing|sends?|sent|sending|tries|tried|posted|posts|writing)\b[^"“„\n]{0,30}["“„]/i;
