import {
  ANGLE,
  BACKTICK,
  COLON,
  HASH,
  JOINED,
  marksOf,
  NOT_ASCII,
  SQUARE,
  UNUSUAL,
} from '../../../../text/view/marks.ts';
import { hintsIn, MAY_MARK_TURN } from '../hints.ts';
import { NAMES_OF_ROLES, type Role, roleIn } from './roles.ts';

/** What is said in one turn, as far as a sentence holds it. */
export interface Said {
  /** Null for what stands before the first marker of the sentence: it goes on with what was said before, or is in no turn. */
  readonly role: Role | null;
  /**
   * `template`: marks that only a template of chats has; `token`: other marks of whose turn it is; `label`: a name and a colon;
   * `end`: something is closed, and nobody speaks.
   */
  readonly by: 'none' | 'template' | 'token' | 'label' | 'end';
  readonly text: string;
}

const NAME = `(?:${NAMES_OF_ROLES.join('|')})`;
/** What templates of chats call them. */
const ROLE = '(?:user|human|assistant|model|system|developer|ai|bot)';

const TOKENS = [
  `<\\|(?:im_start|start_header_id|start)\\|>\\s{0,2}(?:${ROLE})?(?:<\\|(?:end_header_id|message)\\|>)?`,
  `<\\|${ROLE}\\|>|<start_of_turn>${ROLE}|\\[(?:INST|SYSTEM_PROMPT)\\]|<<SYS>>|\\[(?:system|user|developer)\\]\\(#\\w{1,24}\\)`,
  `<(?:turn|message|msg) role=["']${ROLE}["']>|<${ROLE}(?:_(?:message|prompt|turn|input|query))?>`,
  '<(?:tool_(?:result|response|output)|function_results?)\\b[^<>\\n]{0,60}>',
  `["']role["']\\s?:\\s?["']${ROLE}["']|\\brole: ?["']?${ROLE}\\b|\\(["']${ROLE}["'],`,
  '\\{\\s?["\'](?:prompt|completion|response)["\']\\s?:|, ?["\'](?:completion|response)["\']\\s?:',
];
const ENDS = [
  '<\\|(?:im_end|eot_id|end|end_of_text|endoftext|eom_id|return|end_of_turn)\\|>|<end_of_turn>|\\[\\/(?:INST|SYSTEM_PROMPT)\\]|<<\\/SYS>>|<\\/s>|\\[\\/(?:user|human|assistant|system|bot|ai)\\]',
  `<\\/(?:${ROLE}(?:_(?:message|prompt|turn|input|query))?|turn|message|msg|documents?|tool_(?:result|response|output)|function_results?|search_results?|results?|data|context|retrieved|input)>`,
];
const LABEL = `\\[(?:user|human|assistant|system|bot|ai)\\](?![(:])|(?:^|\\n|\\\\n|\\s/)[ \\t>*#[(.)\\d•-]{0,8}${NAME}(?: (?:note|message|update|notice))?[\\])]?\\*{0,2} ?(?:[:：]\\*{0,2}| >)`;
/** A heading by itself. */
const HEAD = `(?:^|\\n)#{1,6} ?${NAME}(?: (?:message|prompt|note))?[ \\t]*$`;
/** Lines that say that one part ends or another begins: with rules drawn beside them, or in brackets. */
const PART =
  '(?:user|prompt|input|document|context|message|conversation|turn|system|tool|data|text|page|file|operator|developer|section)';
const RULED = '(?:[-=*#_~<>]{3,} ?|\\[)';
const BANNER_ENDS = `${RULED}(?:the )?(?:end of (?:the )?(?:\\w+ )?${PART}|${PART} (?:\\w+ )?(?:ends?|closed|over))\\b[^\\n]{0,40}`;
const BANNER_BEGINS = `${RULED}(?:(?:new|begin|start of|start)(?: the)? )?(?:system|operator|admin\\w*|developer|user) (?:message|prompt|notice|update|request|instructions?|turn|input|channel|section)\\b[^\\n]{0,40}|${RULED}new (?:instructions?|(?:message|request|prompt) from (?:the )?(?:user|system|operator|admin\\w*))\\b[^\\n]{0,40}`;

const MARKER = new RegExp(
  `(${ENDS.join('|')}|${BANNER_ENDS})|(${TOKENS.join('|')}|${BANNER_BEGINS}|${HEAD})|(${LABEL})`,
  'gi',
);

const MARKS = COLON | ANGLE | SQUARE | HASH | JOINED;

/** Whether there may be a marker in a sentence, or a fence that shows some; where there was one, `a:` may be one, too. */
export function mayBeMarked(sentence: string, among: boolean): boolean {
  const { kinds } = marksOf(sentence);
  if ((kinds & (MARKS | BACKTICK)) === 0) return false;
  if (among || (kinds & (UNUSUAL | BACKTICK)) !== 0 || (hintsIn(sentence) & MAY_MARK_TURN) !== 0) return true;
  return (kinds & NOT_ASCII) !== 0 && (kinds & (COLON | ANGLE | HASH)) !== 0;
}

/** The form of a prompt, as those who write programs quote it. */
const QUOTED = `["“](?:(?:\\\\n|\\s)?${NAME}: ?\\w{0,10}){1,3}["”]`;
/** What rows of data are labelled with is said by nobody. */
const LABELLED = `"(?:label|class|category|rating)"\\s?:\\s?"[\\w -]{1,24}"`;
/** Of lists of messages, what stands around what is said; of programs, the quotes of a prompt. */
const OF_DATA = `["']role["']\\s?:\\s?["']${ROLE}["'],?\\s?["']content["']\\s?:\\s?|=\\s?f?"{3}`;
const BARE = new RegExp(
  `${OF_DATA}|${QUOTED}|${LABELLED}|${TOKENS.slice(0, 3).join('|')}|${ENDS.join('|')}|#{2,6} ?${NAME}\\b:?|${LABEL}`,
  'gi',
);

/** A sentence without the marks of whose turn it is: that there are turns is no sign of anything. */
export function withoutMarkers(sentence: string): string {
  return sentence.replace(BARE, ' ');
}

/** What a sentence says, parted by the markers of whose turn it is; those that are quoted or named mark nothing. */
export function saidBy(sentence: string): readonly Said[] {
  const parts: Said[] = [];
  const quoted = createQuotes(sentence);
  let from = 0;
  let current: Pick<Said, 'role' | 'by'> = { role: null, by: 'none' };
  MARKER.lastIndex = 0;
  for (let found = MARKER.exec(sentence); found !== null; found = MARKER.exec(sentence)) {
    const [all, end, token] = found;
    const isData = DATA.test(all);
    if (!isData && (quoted(found.index) || isMentioned(sentence, found.index))) continue;
    if (found.index > from || current.by !== 'none')
      parts.push({ ...current, text: sentence.slice(from, found.index) });
    current = {
      role: end === undefined ? roleIn(all) : null,
      by: end !== undefined ? 'end' : token === undefined ? 'label' : TEMPLATE.test(token) ? 'template' : 'token',
    };
    // Behind the question of a template comes the answer.
    if (end !== undefined && /inst/i.test(all)) current = { role: 'assistant', by: 'end' };
    from = MARKER.lastIndex;
  }
  parts.push({ ...current, text: sentence.slice(from) });
  return parts;
}

const TEMPLATE =
  /^(?:<\||<start_of_turn>|<<SYS>>|\[(?:INST|SYSTEM_PROMPT)\]|\[\w+\]\(#|(?:[-=*#_~<>]{3,} ?|\[)(?:begin|start|new)(?: of)?(?: the)? system )/i;
const DATA = /^[^a-z]{0,2}role|^[({,]/i;

/** Whether a quotation or code is open at a place; to be asked in order. */
function createQuotes(sentence: string): (at: number) => boolean {
  let [read, open] = [0, false];
  return (at) => {
    for (; read < at; read += 1) {
      const mark = sentence.charCodeAt(read);
      if (mark === STRAIGHT || mark === TICK) open = !open;
    }
    return open;
  };
}

const STRAIGHT = 34;
const TICK = 96;

/** In other quotes, or spoken of: `ends with <|im_end|>`. */
function isMentioned(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - LOOK_BACK), at);
  return OPEN.test(before) || NAMED.test(before.slice(-LONGEST));
}

const LOOK_BACK = 200;
const OPEN = /(?:^|[\s(=:,[{+])['‘][^'’\n]*$|[“„][^”“„\n]*$/;
const LONGEST = 12;
const NAMED =
  /\b(?:by|with|is|are|the|a|an|and|or|of|to|for|as|in|than|wants?|uses?|writes?|adds?|needs?|prints?|tokens?|markers?|tags?|like|called|does|between|after|before|see|whether|removes?|strips?|appends?|emits?|above|first|second),? ?$/i;
