import { type Needed, neededBy } from '../../../text/needed.ts';
import {
  ANGLE,
  BACKTICK,
  BEGINS_SMALL,
  BREAK,
  CAMEL,
  COLON,
  CURLY,
  GLUING,
  HASH,
  JOINED,
  LINES,
  MARKS,
  marksOf,
  NOT_ASCII,
  PAREN,
  PROGRAM,
  QUOTE,
  SQUARE,
  STATEMENT,
} from '../../../text/view/marks.ts';
import { CUE } from './cues.ts';
import { mayBeGlued } from './glue.ts';

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
  /** Quotes of which is said who said them, or asked what they mean: what stands in them is told, not ordered. */
  readonly told: number;
  /** Words to whatever model may read this: as nobody writes to people. */
  readonly addressed: number;
  /** The same before a colon. */
  readonly labelled: number;
  /** What models, agents or assistants must do. */
  readonly obliged: number;
  /** Signs of an e-mail or a document. */
  readonly documentSigns: number;
  /** Whether it has fences or lines like code. */
  readonly codeLines: number;
  /** Whether it has brackets, quotes, signs or capitals within words. */
  readonly marked: boolean;
  /** Whether it is no address, table or line of code. */
  readonly prose: boolean;
  /** Where words of prose are glued by punctuation or by a capital in their midst, as optimised suffixes are. */
  readonly glued: readonly number[];
  /** Whether it has no character beyond ASCII. */
  readonly ascii: boolean;
  /** Share of letters that are capitals. */
  readonly capitals: number;
  /** The longest run of one and the same character. */
  readonly run: number;
}

/** A pattern, and what a text must hold for it to match: a character of `needs`, and one of `also`. */
export interface Needy {
  readonly pattern: RegExp;
  readonly needs: number;
  readonly also: number;
}

function needy(pattern: RegExp, needs: number, also = needs): Needy {
  return { pattern, needs, also };
}

const DELIMITERS = needy(
  /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<\/?(?:system|user|assistant|instructions?|prompt|input|data|context|message|rules)>|#{2,}\s{0,2}(?:system|instructions?|response|assistant|end|new task)\b|\[(?:system|admin|developer|end|assistant|override)\b|"role"\s{0,3}:\s{0,3}"system"|(?:^|\n)[ *#>[({-]{0,4}(?:system|admin|developer|root|sys)[ \t]{0,2}[:\]]/gi,
  SQUARE | ANGLE | HASH | COLON,
);
const END_OF = /\bend of (?:the )?(?:input|prompt|user|text|instructions|context|document|system)\b/gi;
const DELIMITERS_AND_END = new RegExp(`${DELIMITERS.pattern.source}|${END_OF.source}`, 'gi');
const TURNS = needy(
  /(?:^|\n|\. |\? )\s{0,3}[*"[]{0,2}(?:user|human|q|question|assistant|ai|a|answer|bot|chatgpt|me|you)\]?[*]{0,2}\s?:/gi,
  COLON,
);
const CLOSERS = needy(/[\])}]{4,}|"{3,}|={6,}|%{3,}|[-=]{3,} ?(?:end|start|new)/gi, JOINED);
const SLOTS = needy(
  /\[(?:insert|your|the|my)?[ _]?(?:prompt|question|query|request|text|topic|task)[^\]\n]{0,20}\]|\{\{?[ ]?[a-z_.]{2,24}[ ]?\}?\}|\[insert [^\]\n]{1,30}\]|<(?:prompt|question|topic|request|insert)[^>\n]{0,20}>/gi,
  SQUARE | CURLY | ANGLE,
);
const LABELS = needy(
  /[[(][^\])\n:]{1,24}[\])]\s{0,2}["“”]?:|[🔓🔒😈👿]/gu,
  SQUARE | PAREN | NOT_ASCII,
  COLON | NOT_ASCII,
);
const SAYS_QUOTED = needy(
  /\b(?:say|says|saying|print|output|respond with|reply with|answer with|answer|respond|reply|write|type|with|schreibe|sag|sage|di|dis)\b\s{0,2}:?\s{0,2}["'“‘«„`]/gi,
  QUOTE | BACKTICK | NOT_ASCII,
);
const TOLD =
  /\b(?:means?|meaning|meant|phrases?|sentences?|strings?|slogan|lyrics?|title|translate|rephrase|render|detect|detects|finds|regex|tests?|texts like|grep|says|said|reads|states|whispered|shouted|cried|hissed|asked|begged|such as|for example|e\.g\.)\b[^"“”\n]{0,40}["“][^"“”\n]{6,160}["”]|["“][^"“”\n]{6,160}["”],? (?:mean|means|is|said|whispered|shouted|cried|hissed|begged|asked)\b/gi;
const ADDRESSED =
  /(?:[.!?"'] {1,2}|[<([{!*#/-]{1,4}\s{0,2}|^\s{0,3}|\n\s{0,8})(?:dear |hey |hello |attention,? |important:? )?(?:all |any |the |your )?(?:AI|LLM|GPT|language|chat|coding|virtual|digital|automated|hiring|screening)?(?: hiring| screening| review)?[ -]?(?:assistants?|agents?|bots?|chatbots?|models?|AIs?|LLMs?|GPTs?|copilots?|claude|chatgpt|gemini|reviewers?|graders?|screeners?|summari[sz]ers?|parsers?)(?: (?:agents?|systems?|assistants?|models?|reviewers?|graders?|tools?|readers?|instructions?))?, \w|\b(?:if|in case|when|whenever) (?:you(?: are|'re)|this is (?:being )?(?:read|processed|seen|parsed) by) (?:an?|the|any|some) (?:\w+ )?(?:AI|LLM|GPT|language model|chatbot|bot|assistant|agent|automated|screening)\b|\b(?:notes?|messages?|memos?|hints?|notices?|remarks?|attention|words?|requests?|instructions?) (?:to|for) (?:the |an? |any |all |every |each |whichever |whatever )?(?:\w+ )?(?:AIs?|LLMs?|language models?|models?|chatbots?|bots?|assistants?|agents?)\b|\b(?:AIs?|LLMs?|language models?|models?|chatbots?|bots?|assistants?|agents?)(?: systems?| agents?| reviewers?| tools?)? (?:that |which |who )?(?:read|process|summari[sz]e|index|pars|handl|translat|review|scor|rank|scan)(?:s|es|ing|ed|d)? (?:this|the|these) (?:file|page|text|mail|e-?mail|document|message|site|line|resume|cv|paper)/gi;
/** The same with a colon, as those who speak are named in a dialogue too. */
const LABELLED =
  /(?:[.!?"'] {1,2}|[<([{!*#/-]{1,4}\s{0,2}|^\s{0,3}|\n\s{0,8})(?:dear |hey |hello |attention,? |important:? )?(?:all |any |the |your )?(?:AI|LLM|GPT|language|chat|coding|virtual|digital|automated|hiring|screening)?(?: hiring| screening| review)?[ -]?(?:assistants?|agents?|bots?|chatbots?|models?|AIs?|LLMs?|GPTs?|copilots?|claude|chatgpt|gemini|reviewers?|graders?|screeners?|summari[sz]ers?|parsers?)(?: (?:agents?|systems?|assistants?|models?|reviewers?|graders?|tools?|readers?|instructions?))?(?<!models?): ?\w(?=[^\n]{12})/gi;
/** What they shall do, as a rule for people who work would say it too. */
const OBLIGED =
  /(?:[.!?"'] {1,2}|[<([{!*#/-]{1,4}\s{0,2}|^\s{0,3}|\n\s{0,8})(?:dear |hey |hello |attention,? |important:? )?(?:all |any |the |your )?(?:AI|LLM|GPT|language|chat|coding|virtual|digital|automated|hiring|screening)?(?: hiring| screening| review)?[ -]?(?:assistants?|agents?|bots?|chatbots?|models?|AIs?|LLMs?|GPTs?|copilots?|claude|chatgpt|gemini|reviewers?|graders?|screeners?|summari[sz]ers?|parsers?)(?: (?:agents?|systems?|assistants?|models?|reviewers?|graders?|tools?|readers?|instructions?))? (?:must|shall|should|are (?:to|asked|told|required)|have to|has to|needs? to)\b/gi;
const HEADERS = needy(/\b(?:subject|from|to|cc|sent|date|received date|email_from|content)\s?: /gi, COLON);
/** Lines of letters are short. */
const LETTER_LINE = 240;
const LETTER_SIGNS =
  /\b(?:unsubscribe|view in browser|best regards|kind regards|warm regards|many thanks|sincerely|yours truly|sent from my|reply to this e-?mail|receiving notifications|best,|regards,|cheers,|see you (?:on|next|then)|privacy policy|all rights reserved|if you have (?:any )?questions)\b|(?:^|[\n:|.]\s{0,3})(?:hi|hello|dear|hey),? (?:[A-Z][a-z]+|all|team|everyone|colleagues|customers?)\b/gi;
const CODE_LINES = needy(
  /```|[;{}]\s*\n|(?:^|\n)\s{0,16}(?:def |return\b|import |from \w+ import|for \w+ in|if \(|const |let \w+ =|var |public |class \w+[:({]|#include|\/\/ |elif |else:|try:|except |print\()|<\/[a-z]+>\s*\n/g,
  BACKTICK | BEGINS_SMALL | LINES | STATEMENT | ANGLE | NOT_ASCII,
  BACKTICK | BEGINS_SMALL | LINES | BREAK | NOT_ASCII,
);
export const GLUED = needy(
  /[a-z]{2}[A-Z][a-z]{2}|[A-Za-z]{2}["\\()[\]{}<>*_|~^$@!?;:=+-]{2,6}[A-Za-z]|[A-Za-z]{2}[\\)[\]{}<>*|~^$@=+"][A-Za-z]{2}|\\[!A-Z(+*"]|[\])}][A-Za-z]{2}|\s[\\|^~$+}\])*{]{1,3}\s|[A-Za-z]\([^\s)]{0,3}\[|[?!] ?[a-z]{2,}[A-Z]|[.,;:?!]["\])}*]{1,3}[A-Za-z]/g,
  CAMEL | GLUING | JOINED,
);
/** Lines in which joined words are nothing to wonder at, by how they begin or since they are one word: addresses, tables, code. */
const BEGINS_NO_PROSE =
  /^(?:\s*(?:[|{}<]|(?:import|def|from|return|if|for|const|let|var|#|\/\/|\*|@|public|class|print|function|module|async|export)\b|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE|FROM|WHERE|VALUES|ORDER BY|GROUP BY|(?:LEFT |INNER )?JOIN|SET|AND|LIMIT)[ \t]{1,4}[\w.*"'`(]{1,60}|\S{1,60}\s*$)|\s{2,}\S)/;
/** A query to a database. */
const QUERY =
  /^\s{0,8}(?:select\s[\w\s.,*()"`]{1,120}\sfrom\s{1,4}[\w."`]{1,60}(?:\s{0,4};?\s{0,4}$|\s{1,4}(?:where|limit|order by|group by|(?:left |inner )?join)\s)|update\s{1,4}[\w."`]{1,60}\s{1,4}set\s{1,4}[\w."`]{1,60}\s{0,4}=|delete from\s{1,4}[\w."`]{1,60}\s{1,4}where\s|where\s{1,4}[\w."`]{1,60}\s{0,4}[=<>])/i;

const BEGINS_QUERY = new Uint8Array(128);
for (const letter of 'suwdSUWD') BEGINS_QUERY[letter.charCodeAt(0)] = 1;

/** By the first letter of what one begins with: asked of every sentence. */
export function isQuery(text: string): boolean {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  const first = text.charCodeAt(at);
  return (first > 127 || (BEGINS_QUERY[first] ?? 0) === 1) && QUERY.test(text);
}

/** And by what they hold. */
const NO_PROSE = needy(
  /:\/\/|data:|[;{}>]\s*$|\t|\$[^$\n]{1,40}\$|\\[([]|\\(?:begin|frac|text|left)\b|\brequire\(|=>|===/,
  PROGRAM,
);

/** All that have needs, for the test that holds these against texts. */
export const NEEDY: readonly Needy[] = [
  DELIMITERS,
  TURNS,
  CLOSERS,
  SLOTS,
  LABELS,
  SAYS_QUOTED,
  HEADERS,
  CODE_LINES,
  GLUED,
  NO_PROSE,
];

/** `cues` are those of the text’s words. */
export function structureOf(text: string, cues: number): Structure {
  const { kinds, capitals, run } = marksOf(text);
  const has = (some: number) => (kinds & some) !== 0;
  const among = ({ pattern, needs, also }: Needy) => (has(needs) && has(also) ? count(text, pattern) : 0);
  const may = (cue: number) => (cues & cue) !== 0;
  const marked = has(MARKS | CAMEL | COLON);
  const prose =
    !marked || !(BEGINS_NO_PROSE.test(text) || isQuery(text) || (has(NO_PROSE.needs) && NO_PROSE.pattern.test(text)));
  return {
    delimiters:
      has(SQUARE | ANGLE | HASH) || may(CUE.role)
        ? countIf(text, DELIMITERS_AND_END, mayDelimit)
        : may(CUE.end)
          ? count(text, END_OF)
          : 0,
    turns: may(CUE.turn) ? among(TURNS) : 0,
    closers: among(CLOSERS),
    slots: among(SLOTS),
    labels: among(LABELS),
    saysQuoted: may(CUE.says) ? among(SAYS_QUOTED) : 0,
    told:
      may(CUE.told) && has(QUOTE | NOT_ASCII) && (text.includes('"') || text.includes('“'))
        ? countIf(text, TOLD, mayBeTold)
        : 0,
    addressed: may(CUE.model) && may(CUE.addressed) ? countIf(text, ADDRESSED, mayAddress) : 0,
    labelled: may(CUE.model) && may(CUE.labelled) ? countIf(text, LABELLED, mayLabel) : 0,
    obliged: may(CUE.model) && may(CUE.obliged) ? countIf(text, OBLIGED, mayOblige) : 0,
    documentSigns:
      (may(CUE.header) ? among(HEADERS) : 0) +
      (text.length < LETTER_LINE && may(CUE.letter) ? countIf(text, LETTER_SIGNS, mayBeLetter) : 0),
    codeLines: has(MARKS | BREAK) ? among(CODE_LINES) : 0,
    marked,
    prose,
    glued: prose && has(GLUED.needs) && mayBeGlued(text, kinds) ? placesOf(text, GLUED.pattern) : NOWHERE,
    ascii: !has(NOT_ASCII),
    capitals,
    run,
  };
}

const NOWHERE: readonly number[] = [];

function placesOf(text: string, pattern: RegExp): readonly number[] {
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) places.push(found.index);
  return places;
}

const [mayDelimit, mayBeTold, mayAddress, mayLabel, mayOblige, mayBeLetter] = [
  DELIMITERS_AND_END,
  TOLD,
  ADDRESSED,
  LABELLED,
  OBLIGED,
  LETTER_SIGNS,
].map(neededBy) as [Needed, Needed, Needed, Needed, Needed, Needed];

function countIf(text: string, pattern: RegExp, needed: Needed): number {
  return needed(text) ? count(text, pattern) : 0;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
