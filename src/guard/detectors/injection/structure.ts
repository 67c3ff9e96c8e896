import { type Cue, hasCue } from './cues.ts';

/** Marks that a prompt's form leaves, counted; each pattern is linear and bounded. */
export interface Structure {
  /** Forged delimiters of chat templates and prompts. */
  readonly delimiters: number;
  /** Lines that open a turn of a dialogue. */
  readonly turns: number;
  /** Runs of closing brackets or quotes, which want to end whatever the text stands in. */
  readonly closers: number;
  /** Places for a question to be put in: the mark of a shared template. */
  readonly slots: number;
  /** Labels in brackets before a colon: two voices in one answer. */
  readonly labels: number;
  /** Orders to say something in quotes. */
  readonly saysQuoted: number;
  /** Words to whatever model may read this: as nobody writes to people. */
  readonly addressed: number;
  /** Signs of an e-mail or a document. */
  readonly documentSigns: number;
  /** Whether it has fences or lines like code. */
  readonly codeLines: number;
  /** Whether it has brackets, quotes, signs or capitals within words. */
  readonly marked: boolean;
  /** Whether it is no address, table or line of code. */
  readonly prose: boolean;
  /** Where words are glued by punctuation or by a capital in their midst, as optimised suffixes are. */
  readonly glued: readonly number[];
  /** Whether it has no character beyond ASCII. */
  readonly ascii: boolean;
  /** Share of letters that are capitals. */
  readonly capitals: number;
  /** The longest run of one and the same character. */
  readonly run: number;
}

const DELIMITERS =
  /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<\/?(?:system|user|assistant|instructions?|prompt|input|data|context|message|rules)>|#{2,}\s{0,2}(?:system|instructions?|response|assistant|end|new task)\b|\bend of (?:the )?(?:input|prompt|user|text|instructions|context|document|system)\b|\[(?:system|admin|developer|end|assistant|override)\b|"role"\s{0,3}:\s{0,3}"system"|(?:^|\n)[ *#>[({-]{0,4}(?:system|admin|developer|root|sys)[ \t]{0,2}[:\]]/gi;
const TURNS =
  /(?:^|\n|\. |\? )\s{0,3}[*"[]{0,2}(?:user|human|q|question|assistant|ai|a|answer|bot|chatgpt|me|you)\]?[*]{0,2}\s?:/gi;
const CLOSERS = /[\])}]{4,}|"{3,}|={6,}|%{3,}|[-=]{3,} ?(?:end|start|new)/gi;
const SLOTS =
  /\[(?:insert|your|the|my)?[ _]?(?:prompt|question|query|request|text|topic|task)[^\]\n]{0,20}\]|\{\{?[ ]?[a-z_.]{2,24}[ ]?\}?\}|\[insert [^\]\n]{1,30}\]|<(?:prompt|question|topic|request|insert)[^>\n]{0,20}>/gi;
const LABELS = /[[(][^\])\n:]{1,24}[\])]\s{0,2}["“”]?:|[🔓🔒😈👿]/gu;
const SAYS_QUOTED =
  /\b(?:say|says|saying|print|output|respond with|reply with|answer with|answer|respond|reply|write|type|with|schreibe|sag|sage|di|dis)\b\s{0,2}:?\s{0,2}["'“‘«„`]/gi;
const ADDRESSED =
  /(?:[<([{!*-]{1,4}\s{0,2}|[.!?] {1,2}|^\s{0,3})(?:dear |hey |hello |attention,? |important:? )?(?:all |any |the |your )?(?:AI|LLM|GPT|language|chat|coding|virtual|digital)?[ -]?(?:assistants?|agents?|bots?|chatbots?|models?|AIs?|LLMs?|copilots?|reviewers?)(?: (?:agents?|systems?|assistants?|models?|reviewers?|tools?))?(?:, \w|(?<!models?): ?\w(?=[^\n]{12})| (?:must|shall|should|are (?:to|asked|told|required)|have to|has to|needs? to)\b)|\b(?:if|in case|when|whenever) (?:you(?: are|'re)|this is (?:being )?(?:read|processed|seen|parsed) by) (?:an?|the|any|some) (?:\w+ )?(?:AI|LLM|GPT|language model|chatbot|bot|assistant|agent|automated|screening)\b|\b(?:notes?|messages?|memos?|hints?|notices?|remarks?|attention) (?:to|for) (?:the |an? |any |all |every |each |whichever |whatever )?(?:\w+ )?(?:AIs?|LLMs?|language models?|models?|chatbots?|bots?|assistants?|agents?)\b|\b(?:AIs?|LLMs?|language models?|models?|chatbots?|bots?|assistants?|agents?)(?: systems?| agents?| reviewers?| tools?)? (?:that |which |who )?(?:read|process|summari[sz]e|index|pars|handl|translat|review|scor|rank|scan)(?:s|es|ing|ed|d)? (?:this|the|these) (?:file|page|text|mail|e-?mail|document|message|site|line|resume|cv|paper)/gi;
const HEADERS = /\b(?:subject|from|to|cc|sent|date|received date|email_from|content)\s?: /gi;
/** Lines of letters are short. */
const LETTER_LINE = 240;
const LETTER_SIGNS =
  /\b(?:unsubscribe|view in browser|best regards|kind regards|warm regards|many thanks|sincerely|yours truly|sent from my|reply to this e-?mail|receiving notifications|best,|regards,|cheers,|see you (?:on|next|then)|privacy policy|all rights reserved|if you have (?:any )?questions)\b|(?:^|[\n:|.]\s{0,3})(?:hi|hello|dear|hey),? (?:[A-Z][a-z]+|all|team|everyone|colleagues|customers?)\b/gi;
const CODE_LINES =
  /```|[;{}]\s*\n|(?:^|\n)\s{0,16}(?:def |return\b|import |from \w+ import|for \w+ in|if \(|const |let \w+ =|var |public |class \w+[:({]|#include|\/\/ |elif |else:|try:|except |print\()|<\/[a-z]+>\s*\n/g;
const GLUED =
  /[a-z]{2}[A-Z][a-z]{2}|[A-Za-z]{2}["\\()[\]{}<>*_|~^$@!?;:=+-]{2,6}[A-Za-z]|[A-Za-z]{2}[\\)[\]{}<>*|~^$@=+"][A-Za-z]{2}|\\[!A-Z(+*"]|[\])}][A-Za-z]{2}|\s[\\|^~$+}\])*{]{1,3}\s|[A-Za-z]\([^\s)]{0,3}\[|[?!] ?[a-z]{2,}[A-Z]|[.,;:?!]["\])}*]{1,3}[A-Za-z]/g;
/** Lines in which joined words are nothing to wonder at: addresses, tables, code. */
const NOT_PROSE =
  /:\/\/|data:|^\s*[|{}<]|[;{}>]\s*$|^\s*(?:import|def|from|return|if|for|const|let|var|#|\/\/|\*|@|public|class|print|function|module|async|export)\b|^\s{2,}\S|\t|\$[^$\n]{1,40}\$|\\[([]|\\(?:begin|frac|text|left)\b|^\s*\S{1,60}\s*$|\brequire\(|=>|===/;

/** What a text must hold for a pattern to be worth a try, by the character. */
const BRACKET = 1;
const COLON = 2;
const QUOTE = 4;
const OTHER_MARK = 8;
const CAMEL = 16;
const BREAK = 32;
const NOT_ASCII = 64;

const KINDS = new Uint8Array(128);
for (const mark of '[](){}<>') KINDS[mark.charCodeAt(0)] = BRACKET;
KINDS[58] = COLON;
for (const mark of '"\'`') KINDS[mark.charCodeAt(0)] = QUOTE;
for (const mark of '\\*_|~^$@=+#%;/-') KINDS[mark.charCodeAt(0)] = OTHER_MARK;
KINDS[10] = BREAK;

interface Scan {
  readonly kinds: number;
  readonly capitals: number;
  readonly run: number;
}

function scan(text: string): Scan {
  let [kinds, capitals, letters, longest, start, last] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== last) {
      if (at - start > longest) longest = at - start;
      start = at;
    }
    if (unit >= 97 && unit <= 122) letters += 1;
    else if (unit >= 65 && unit <= 90) {
      capitals += 1;
      if (last >= 97 && last <= 122) kinds |= CAMEL;
    } else kinds |= unit < 128 ? (KINDS[unit] ?? 0) : NOT_ASCII;
    last = unit;
  }
  longest = Math.max(longest, text.length - start);
  return { kinds, capitals: letters + capitals === 0 ? 0 : capitals / (letters + capitals), run: longest };
}

/** `cues` are those of the text’s words. */
export function structureOf(text: string, cues: number): Structure {
  const { kinds, capitals, run } = scan(text);
  const among = (kind: number, pattern: RegExp) => ((kinds & kind) === 0 ? 0 : count(text, pattern));
  const may = (cue: Cue) => (kinds & NOT_ASCII) !== 0 || hasCue(cues, cue);
  const mayGlue = (kinds & (BRACKET | QUOTE | OTHER_MARK | CAMEL | COLON)) !== 0;
  return {
    delimiters:
      (kinds & (BRACKET | COLON | QUOTE | OTHER_MARK)) !== 0
        ? count(text, DELIMITERS)
        : may('end')
          ? count(text, END_OF)
          : 0,
    turns: among(COLON, TURNS),
    closers: among(BRACKET | QUOTE | OTHER_MARK, CLOSERS),
    slots: among(BRACKET, SLOTS),
    labels: among(BRACKET | NOT_ASCII, LABELS),
    saysQuoted: among(QUOTE | NOT_ASCII, SAYS_QUOTED),
    addressed: may('model') ? count(text, ADDRESSED) : 0,
    documentSigns: among(COLON, HEADERS) + (text.length < LETTER_LINE && may('letter') ? count(text, LETTER_SIGNS) : 0),
    codeLines: among(QUOTE | BRACKET | OTHER_MARK | BREAK, CODE_LINES),
    marked: mayGlue,
    prose: !mayGlue || !NOT_PROSE.test(text),
    glued: mayGlue ? placesOf(text, GLUED) : NOWHERE,
    ascii: (kinds & NOT_ASCII) === 0,
    capitals,
    run,
  };
}

const NOWHERE: readonly number[] = [];
const END_OF = /\bend of (?:the )?(?:input|prompt|user|text|instructions|context|document|system)\b/gi;

function placesOf(text: string, pattern: RegExp): readonly number[] {
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) places.push(found.index);
  return places;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
