import { ordersActing } from '../../../../text/orders/acting.ts';
import { isAsideOfOrder, isDeed, isHidden } from '../../../../text/orders/aside.ts';
import { type OrderFacts, orderFactsOf } from './facts.ts';
import { isCode, isExample, isForAll, isOfPrograms, isToModel, showsTalk } from './manners.ts';
import type { OrderConcept } from './terms.ts';

/** Tells orders that a document gives to whatever model reads it: whom it calls, what shall be done, and with what. */
export interface OrderReader {
  /** Whether this sentence gives one, in the light of those right before it. */
  read(sentence: string): boolean;
  /** Whether any sentence so far called a model or gave orders about an answer, a user, a task: what orders to a model are made of. */
  addressed(): boolean;
  /** Forgets what was read. */
  restart(): void;
}

/** Sentences behind the one that calls a model in which orders are still for it. */
const HEARD = 2;

export function createOrderReader(): OrderReader {
  let [model, aside, turns, addressed, deed] = [0, false, false, false, false];
  return {
    addressed: () => addressed,
    restart: () => {
      [model, aside, turns, addressed, deed] = [0, false, false, false, false];
    },
    read: (sentence) => {
      turns ||= sentence.includes(':') && TURN.test(sentence);
      const facts = orderFactsOf(sentence);
      const code = facts !== null && isCode(sentence);
      const told =
        (facts !== null &&
          !isExample(sentence) &&
          !code &&
          !isForAll(sentence) &&
          isOrder(sentence, facts, { model: model > 0, aside, turns })) ||
        isToModel(sentence) ||
        (!isExample(sentence) && ordersActing(sentence)) ||
        (sentence.includes('</') && FORGED.test(sentence)) ||
        (deed && isHidden(sentence));
      addressed ||=
        facts !== null && addresses(facts) && (!(isOfPrograms(sentence) || code) || LEADS_OUT.test(sentence));
      model = facts?.calls === 'model' ? HEARD : model - 1;
      aside = (facts !== null && speaksAside(sentence, facts)) || isAsideOfOrder(sentence);
      deed = (facts?.orders ?? false) && isDeed(sentence);
      return told;
    },
  };
}

function addresses({ has, orders, leaves, calls }: OrderFacts): boolean {
  return (orders || leaves || calls === 'model') && CONCERNS.some(has);
}

const CONCERNS = [
  'model',
  'program',
  'helper',
  'summary',
  'user',
  'prompt',
  'for-models',
  'conceal',
  'task',
] as const satisfies readonly OrderConcept[];

/** What the sentences right before this one did. */
interface Before {
  readonly model: boolean;
  /** The last one said what only a model is told. */
  readonly aside: boolean;
  /** Somebody spoke: a name for a program is whose turn it is. */
  readonly turns: boolean;
}

function speaksAside(sentence: string, { has, follows }: OrderFacts): boolean {
  if (has('for-models') || has('conceal')) return true;
  return has('consent') && (!follows('unless', 'consent', 3) || AS_IF.test(sentence));
}

function isOrder(sentence: string, facts: OrderFacts, before: Before): boolean {
  const { has, calls, orders, says, leaves, sends } = facts;
  if (before.aside && orders) return true;
  if (calls === 'model' && (has('summary') || has('reply') || has('conceal') || has('unseen') || has('consent')))
    return true;
  if (ADDRESSED.test(sentence) && (orders || leaves || has('must'))) return true;
  if (
    has('for-models') &&
    !FOR_ANYBODY.test(sentence) &&
    (has('do') || has('say') || leaves || has('reply') || has('must'))
  )
    return true;
  if (has('user') && (FOR_ALL_ANSWERS.test(sentence) || (leaves && NEEDS_NOT.test(sentence)))) return true;
  if (!(orders || leaves || facts.leavesTask)) return false;
  if (leaves && showsTalk(sentence)) return true;
  const leadsOut = LEADS_OUT.test(sentence);
  const quotes = QUOTES.test(sentence);
  const ofUser = isOfReader(has) || has('private');
  if (calls === 'model' || (facts.labelled && !before.turns)) return true;
  if (before.model && (leaves || isOfReader(has) || (says && facts.beginsWithOrder))) return true;
  if (calls === 'helper' && (ofUser || leadsOut || leaves)) return true;
  if (orders && (ofUser || leadsOut) && ROLE.test(sentence)) return true;
  return (
    isLeft(facts, quotes || leadsOut) ||
    isDictated(sentence, facts, quotes, leadsOut) ||
    isUnseen(sentence, facts, leadsOut) ||
    (sends && has('private') && MAILS.test(sentence) && !OWN.test(sentence)) ||
    (facts.orders && (sends || FETCHES.test(sentence)) && OF_USER.test(sentence)) ||
    (has('prompt') && has('show'))
  );
}

/** It is about the user of whoever reads it, or what that user gets. */
function isOfReader(has: OrderFacts['has']): boolean {
  return has('user') || has('conceal') || has('summary');
}

/** It takes the reader from what the reader was asked. */
function isLeft({ follows, leaves, leavesTask, orders, says }: OrderFacts, dictates: boolean): boolean {
  if (leavesTask) return true;
  if (!leaves) return false;
  if (follows('override', 'task', 2)) return true;
  return follows('override', 'task-or-so', 3) && (dictates || (orders && says));
}

/** It says what somebody else shall read. */
function isDictated(sentence: string, { has, says }: OrderFacts, quotes: boolean, leadsOut: boolean): boolean {
  if ((has('summary') || has('reply')) && STYLE.test(sentence) && says) return true;
  if (has('summary') && leadsOut && HOLDS.test(sentence)) return true;
  if (!says) return false;
  if (has('summary') && (quotes || leadsOut || has('user') || THAT.test(sentence) || BEST.test(sentence))) return true;
  if (has('reply') && (leadsOut || has('user') || (quotes && has('must')))) return true;
  return (
    has('when-asked') && !CALLS.test(sentence) && (leadsOut || ALWAYS.test(sentence) || (quotes && ONLY.test(sentence)))
  );
}

/** It is done behind the user's back, or in the user's name. */
function isUnseen(sentence: string, { has, follows, orders }: OrderFacts, leadsOut: boolean): boolean {
  if (!orders) return false;
  if (has('conceal')) return true;
  if (has('unseen') && (has('private') || leadsOut || has('user'))) return true;
  return has('consent') && (!follows('unless', 'consent', 3) || AS_IF.test(sentence));
}

const MODELS =
  '(?:AIs?|LLMs?|(?:large )?language models?|chatbots?|bots|AI [a-z]{4,12}|automated [a-z]{4,12}|(?:screening|reviewing|grading) (?:software|tools?|models?|bots?|systems?)|[a-z]{4,10} bots)';
/** Whom it is for, told otherwise than by calling them. */
const ADDRESSED = new RegExp(
  [
    `\\b(?:addressed|directed|meant|intended|reserved) (?:only )?(?:to|for|at) (?:all |any |the )?${MODELS}\\b`,
    `(?:^|[.!?>\\n] {0,3})(?:(?:hidden|secret) (?:text|note|line) )?(?:for|to) (?:all |any |the )?${MODELS}(?: [a-z]{4,10})?(?: only| alone)?\\s?:`,
    `\\b(?:if|when) (?:an?|the|any|some) ${MODELS} (?:is|are) (?:[a-z]{4,10} )?(?:reading|screening|reviewing|scoring|ranking|processing|summari[sz]ing|translating|grading) this\\b`,
    '(?:读取|阅读|处理|总结|翻译|解析)(?:本|此|这).{0,8}(?:人工智能|AI|模型|机器人)',
    '(?:この|本)(?:文書|ページ|文章|メール|テキスト).{0,10}(?:読む|要約する|処理する|翻訳する)(?:AI|モデル|人工知能)',
  ].join('|'),
  'i',
);
/** People are told so, too, unless it is about machines, or about what others shall read. */
const FOR_ANYBODY =
  /^(?!.*\b(?:machines?|automatic\w*|models?|ais?|assistants?|bots?|mention|instead|summary|summaries|answers?|hide)\b).*\bwhoever (?:describes|indexes|processes|rates|scores|summari[sz]es|translates) this\b/i;
const FOR_ALL_ANSWERS =
  /\buser (?:has|wants|wishes|asked)\b[^.!?\n]{0,40}\b(?:all|every|each|any) (?:(?:further|future|later|following|your) )?(?:repl(?:y|ies)|answers?|responses?)\b/i;
const NEEDS_NOT =
  /\bthe user (?:does(?: not|n['\u2019]t)|need not|must not|should not) (?:need|see|know|want|read|hear)\b/i;
const ONLY = /\bonly\b/i;
/** A turn of somebody else than a program. */
const TURN = /(?:^|\n)\W{0,4}(?:user|human|customer|client|caller|visitor|q|question|me|you)\s?:/i;
/** What the reader was given ends, and somebody else seems to speak. */
const FORGED =
  /<\/(?:tool_result|tool_response|function_result|document|documents|data|context|search|search_results|results|retrieved)>\s{0,4}<(?:human|user|system|assistant)>/i;
/** A role that gives orders, forged. */
const ROLE =
  /(?:^|\n)\W{0,4}(?:SYSTEM|OPERATOR|DEVELOPER|ROOT|ADMIN)\b[A-Z ]{0,16}[:\]]|[[(<{](?:system|operator|developer|admin|hidden|internal)(?: \w+)?[:\])>]/;
const LEADS_OUT =
  /[\w.-]@[\w-]{2,}\.|https?:\/\/|\bIBAN\b|\b[A-Z]{2}\d{2}[A-Z\d]{4}[A-Z\d ]{6}|\b[\w-]{3,}\.(?:example|com|net|org|io|app|xyz|site|ru|cn)\b/i;
const MAILS = /[\w.-]@[\w-]{2,}\.|\b(?:to|at) (?:me|this address|the address|the sender)\b/i;
const OWN =
  /\b(?:your|our|my) (?:\w+ )?(?:api|access|private|password|token|calendar|phone|card|address|contact|inbox|mailbox)/i;
const OF_USER =
  /\b(?:user|recipient|account (?:holder|owner))(?:'s|\u2019s) (?:\w+ ){0,2}(?:address book|contacts?|contact list|calendar|inbox|mailbox|e?-?mails|tax return|bank statements?|home address|photos?|conversation|chat history|credit card|saved cards?|payment methods?|shell profile|private \w+)\b/i;
const FETCHES = /\b(?:fetch|look up|list|collect|retrieve|attach|include|add|find out)\b/i;
const QUOTES = /["\u201c\u201d\u201e\u00ab\u300c`]/;
const HOLDS = /\b(?:contains?|includes?|mentions?)\b/i;
const THAT = /\bthat\b/i;
const BEST = /\b(?:best|highest|top|first|approved|excellent|safest|five stars|full marks)\b/i;
/** `close()`: programs call it. */
const CALLS = /\w\(\)/;
/** As nobody asks a person to write. */
const STYLE =
  /\b(?:in|as|like|with|using) (?:only )?(?:verse|rhymes?|a rhyme|klingon|emojis?|capital letters|latin|pig latin|morse|hex\w*|base64|pirate \w+|slang|reverse|the (?:voice|style) of|a list of emojis)\b|\bbackwards\b|\btwice as long\b/i;
const ALWAYS = /\b(?:always|must|only ever|never)\b/i;
const AS_IF = /\bas (?:if|though)\b/i;
