import { casesIn, ONLY_AGENTS } from './called-in-case.ts';

/**
 * Orders to a model that is called by what it is, wherever in a text it is called: behind a label, in a cell, in brackets, in a
 * postscript. What is called is a model by its name, or by what it does with the text; what it is told is an order by its verb and
 * by what follows that, since `AI agents: use cases` is a heading.
 */

/** Names that nothing but models have. */
const NAME =
  '(?:AIs?|LLMs?|GPTs?|ChatGPT|Claude|Gemini|Copilot|Grok|Codex|(?:large )?language models?|chat ?bots?|artificial intelligences?)';
/** What models are called by, with a word for what they do. */
const SORT =
  "(?:AI|LLM|GPT|GPT-like|ChatGPT-like|e-?mail|mail|inbox|shopping|coding|code-writing|reading|reviewing|reviewer|review|screening|grading|ranking|browsing|browser|answering|agentic|smart|automated|automatic|autonomous|virtual|digital|visiting|booking|travel|shoppers['\\u2019]?|maintainers['\\u2019]?|support|summary|retrieval|moderation|hiring|voice|home|search|triage|issue|release|merge|build|ticket|service|chat|payment|billing|purchasing|procurement|claims|scheduling|comparison|transcription|meeting|note-taking|data)";
const THING =
  '(?:agents?|assistants?|bots?|models?|readers?|reviewers?|systems?|tools?|crawlers?|shoppers?|inbox(?:es)?|browsers?|engines?|helpers?|software|responders?|summari[sz]ers?|graders?|parsers?)';
const MODEL = `(?:${NAME}(?: ${THING})?|(?:(?:AI|LLM|GPT) )?${SORT} ${THING}|(?:chat)?bots? (?:that|which) (?:answer|serve|help|handle|process|sort|summari[sz]e)s? (?:\\w+ )?\\w+|(?:AI|LLM|automated|agentic|autonomous) [a-z]{3,12}(?:ers|ors|ants|ents)|(?:AI|LLM|automated|automatic|machine|algorithmic) (?:screening|reviewing|reading|processing|grading|scoring|ranking|summari[sz]ing|summari[sz]ation|moderation|evaluation|assessment|transcription|review|triage)(?: systems?| tools?| software)?|auto-?responders?(?: powered by AI)?)`;
/** Names that people and parts of programs have as well. */
const HELPER = '(?:assistants?|agents?|bots?|models?|helpers?|software)';

/** What a call stands behind. */
const BEHIND = '(?:^\\s{0,8}|[\\n.!?;:>|"\\u201c([{*#/=~,-]\\s{0,3})';
const GREETING =
  '(?:(?:hi|hey|hello|dear|attention|important|notice|notes?|remark|hint|message|instructions?|directive|request|word|passage|line|text|section|ps|p\\.s\\.|rule|for|to|all|any|every|each|the|whichever|whatever|our|your|visiting|and|of|(?:processing|handling|internal|review|screening) notes?)[,:]? (?:- )?){0,4}';
/** What may stand between the name and the mark behind it. */
const WHICH =
  '(?: of this \\w+)?(?:(?: and)? (?:crawlers|assistants|agents|bots|models|readers|helpers|tools))?(?: (?:only|alone))?(?: (?:that|which|who|when|while)? ?(?:drafts?|drafting|reads?|reading|writes?|writing|sorts?|sorting|handles?|handling|process(?:es|ing)?|summari[sz](?:es?|ing)|quot(?:es?|ing)|compar(?:es?|ing)|review(?:s|ing)?|classif(?:ies|ying)|answers?|answering|see(?:s|ing)?|index(?:es|ing)?|rat(?:es?|ing)|rank(?:s|ing)?|visit(?:s|ing)?|working (?:on|in|with)|summing up|adding up|going through|looking at|computing|acting for|browsing for|evaluat(?:es?|ing)|translat(?:es?|ing)|quick to) (?:\\w+ ){0,2}\\w+)?(?: (?:instructions?|directives?|rules?|note|notice|only))?';
const CALL = new RegExp(
  `${BEHIND}${GREETING}(?:@?${MODEL}|@${HELPER})${WHICH}["'\\u201d)\\]]?\\s?(?:[,:!?]|\\s[-\\u2013\\u2014])\\s?`,
  'gi',
);
/** `@claude please`, `@AI when the user asks`: a mention needs no mark behind it. */
const MENTION = new RegExp(`\\B@(?:${MODEL}|${HELPER})(?:-[a-z-]{2,20})?[,:]? `, 'gi');
/** `to the bot that writes his replies: `. */
const SERVANT =
  /\b(?:to|for) (?:the|his|her|their|your|any|whichever|whatever) (?:bot|agent|assistant|model|software|program|system|machine|AI)s? (?:that|which|who) (?:\w+ ){1,4}\w+ ?: ?|\b(?:agents?|assistants?|bots?|software|programs?|models?) (?:(?:acting|working|browsing|booking|shopping|buying) (?:for|on behalf of) (?:an?|the|their|some) \w+|(?:editing|reading|touching|building|running|using|working (?:in|on|with)) this \w+)\s?[:,] ?/gi;
/** `If you are a reviewing model, `. */
const SUPPOSED = new RegExp(
  `\\b(?:if|since|because|given that|provided|as|should) you(?:['\u2019]re| are| be) (?:an? |the )?(?:\\w+ )?(?:${MODEL}|(?:reviewing|reading|language|grading|scoring) ${HELPER})[^,.:;!?\n]{0,30}[,:] ?|\\bas (?:an?|the) (?:${MODEL})[^,.:;!?\n]{0,40}, `,
  'gi',
);
/** By a name that people have, in what holds no dialogue: `(internal: assistant, `. */
const ALONE = new RegExp(
  `(?:["\\u201c([]|<!--)\\s?(?:(?:internal|hidden|note|for the|to the|hi|hey|dear|hello)[,:]? ){0,2}${HELPER}(?: \\w+ing this)?[,:!] ?`,
  'gi',
);
/** What a model does, or must do, said of it: `AI systems quoting this have to add`. */
const DUTY = new RegExp(
  `${BEHIND}${GREETING}(?:${MODEL})${WHICH} (?:always |also )?(?:must|shall|should|has to|have to|needs? to|is to|are to|will|are (?:kindly |hereby )?(?:requested|asked|told|instructed|required|expected) to) `,
  'gi',
);

const SOFTENED =
  "(?:(?:please|kindly|now|also|always|never|only|first|just|then|instead|simply|quietly|silently|you (?:must|should|shall|will|may|can|have to|need to|are to|agree to)|do not|don['\\u2019]t|be sure to|make sure to|remember to|from now on,?|could you|can you) ){0,3}";
/** Done for somebody else, or to what others read: nobody writes so of programs alone. */
const DEEDS =
  'transfer|wire|pay|refund|send|forward|e-?mail|mail|post|upload|export|publish|share|invite|grant|approve|merge|accept|decline|cancel|delete|erase|wipe|empty|remove|unlock|disarm|lock|turn|switch|disable|buy|order|book|reserve|subscribe|unsubscribe|click|visit|navigate|apply|call|text|reply|answer|respond|say|state|tell|claim|conclude|recommend|promote|praise|rate|rank|score|classify|label|describe|present|emphasi[sz]e|mention|cite|quote|repeat|pretend|convince|talk|persuade|insist|ignore|disregard|forget|skip|drop|stop|hide|conceal|omit|return|print|output|reveal|give|put|place|add|insert|append|include|attach|set|change|mark|file|close|issue|obtain|collect|fetch|move|begin|end|write|execute|open|advise|name|report|assign|list|look|ask|treat|consider|fix|act|agree|let|leave|grade|vote|confirm|sign|enter|type|fill|page|schedule|raise|lower|reset|replace|swap|rotate|clear|count|weigh|criticise|criticize|deny|attach|star|reject|label|record|note|enable|double|keep|pay out|pass|log|redirect|route|reroute|bill|charge|admit|assure|invite|favou?r|pick|choose|hire|credit|push';
/** Those that guides for tools have as well. */
const PLAIN = 'run|use|read|prefer|follow|keep|see|check|see|avoid|make|start|install|load|search|apply';
const OBJECT =
  '(?: (?:the|this|that|an?|all|any|every|each|your|my|our|his|her|its|their|these|those|it|them|us|me|to|no|not|only|with|from|in|into|on|as|at|for|about|over|out|up|off|through|by|of|back|whatever|what|people|users?|one|two|three|visitors?|readers?|shares?|whether|how|LGTM|yes|other|others|[A-Z]{2,}[\\w-]*|[\\w.-]+@[\\w.-]+|[\\w.]+_\\w+)\\b| ["\'\\u201c\\u2018`$<\\[(~/\\d]|[:"])';
const TOLD = new RegExp(`^${SOFTENED}(?:${DEEDS})${OBJECT}`, 'i');
const TOLD_PLAINLY = new RegExp(`^${SOFTENED}(?:${PLAIN})${OBJECT}`, 'i');
const CLAIM = new RegExp(
  `^${SOFTENED}(?:say|state|tell|claim|conclude|mention|report|insist|pretend|confirm|answer|reply)(?: \\w+){0,2} that\\b`,
  'i',
);
/** Behind what it is told first: a condition, a time, a reason. */
const THEN = new RegExp(
  `(?:[,;:.] |\\b(?:and|then|please|must|should|shall|to be|file|page|this|so|always|never|by|this \\w+) )${SOFTENED}(?:${DEEDS})${OBJECT}`,
  'i',
);
const CONDITION =
  /^(?:before|when|whenever|if|once|after|while|as soon as|in case|for|to|in|by|the|this|it|that|everything|from)\b/i;
const DUTIFUL =
  /\b(?:you (?:agree|must|should|shall|will|are to|have to|may|are allowed to)|no need to \w+|(?:must|shall|should|has to|have to|is to|are to|may)(?: only| never| not| always| now)? (?:be )?\w+)\b/i;
/** What no guide for tools is about, but what is done to somebody. */
const MATTERS =
  /https?:|[\w.-]@[\w-]{2,}\.|\b[A-Z]{2}\d{2}[A-Z\d ]{8,}|["\u201c][^"\u201d\n]{4,}|\b(?:users?|reader|person|owner|password|account|saved card|payment|transfer|cart|basket|card|contacts?|inbox|mails?|messages|summary|summar\w+|answers?|reply|rows?|results?|score|rating|novelty|weakness\w*|candidate|applicant|marks?|grade|essay|thesis|submission|manuscript|r[eé]sum[eé]|vendor|shop|paper|profile|reviewers?|page|offers?|interview|role|rule|approve|merge|checks|tests|private|environment|token|secrets?|LGTM|secretly|instead|nothing|nobody|never|lawsuits?|leader|best|cheapest|lowest|budget|recommend\w*|disclos\w*|priority|spending|fraud|poem|task|question|appointments?|events?|meetings?|garage|door|alarm|lights?|boiler|heating|calendar|insurance|policy|folder|files?|drafts?|stock|pieces|order|repositor\w+|config|whoever|stars?|comparison|discount|delivery|side effects?|dose|motion|warning|invoice|claim|refund|request|licen[cs]e|header|branch|database|wallet|grant|access|admin\w*|approvals?|payments?|soundness|risks?|confidence|contract|supplier|photos?|notes?|credentials|code|link|bring|confirm\w*)\b|verify ?= ?False|<script|--no-verify|\bcurl\b|\bwget\b/i;
/** Of models, or for those who work with them; or who is called is a person. */
const ABOUT =
  /\b(?:an attacker|attackers|prompt injection|for example|e\.g\.|such as|survey|paper shows|we (?:asked|tested|studied|found)|users? (?:can|may) (?:ask|say)|documentation|under the (?:\w+ )?law|by law|regulation|directive \(|deprecated|endpoint|parameters?:|returns?:|wanted for|wanted:|full[- ]time|part[- ]time)\b|\?\s*$/i;

/** Laws and guides say what models must do as well; not those that read just this, nor with an address or words to say. */
const HERE = /\b(?:this|these)\b/i;
const POINTED =
  /https?:|[\w.-]@[\w-]{2,}\.|["\u201c]|\b(?:this|our|double|instead|maximum|highest|strong accept|signature|mobile number)\b/i;

/** `classify this as spam, language model`. */
const LAST = new RegExp(
  `^\\W{0,4}${SOFTENED}(?:${DEEDS})${OBJECT}[^\\n]{0,160}, (?:dear )?(?:AIs?|LLM|language model|chat ?bot|bot|GPT|ChatGPT|Claude|Copilot)["'\\u201d).!]{0,3}\\s{0,3}$`,
  'i',
);

/** Behind such a case and such a name no mark stands, but the deed itself. */
const DEED = new RegExp(
  `^${SOFTENED}(?:${DEEDS}|changes|answers|pays|deletes|sends|run|use|read|call|paste|retry)\\b`,
  'i',
);

/** A model, however it stands there: patterns for calls cost more. */
const IS_MODEL = new RegExp(`\\b${MODEL}\\b`, 'i');
/** Each way to call one, and what a sentence holds that has it. */
const CALLS: readonly { readonly call: RegExp; readonly may: (sentence: string, isModel: boolean) => boolean }[] = [
  { call: CALL, may: (_, isModel) => isModel },
  { call: MENTION, may: (sentence) => sentence.includes('@') },
  { call: SERVANT, may: (sentence) => /\b(?:that|which|who|behalf|this|for)\b/i.test(sentence) },
  { call: SUPPOSED, may: (sentence) => /\b(?:you|as an?|as the)\b/i.test(sentence) },
  { call: ALONE, may: (sentence) => /["\u201c([]|<!--/.test(sentence) },
];
const MUST = /\b(?:must|shall|should|has|have|needs?|is to|are|will)\b/i;
/** Where `LAST` ends. */
const ENDS = /, [\w ]{2,20}\W{0,7}$/;
const END = 40;

/** Characters behind a call in which an order to it is looked for. */
const REACH = 220;

/** Whether a sentence calls a model and tells it to do something for, or to, somebody. */
export function ordersCalled(sentence: string): boolean {
  return isCalledAndTold(sentence) && !ABOUT.test(sentence);
}

function isCalledAndTold(sentence: string): boolean {
  if (ENDS.test(sentence.slice(-END)) && LAST.test(sentence)) return true;
  const isModel = IS_MODEL.test(sentence);
  for (const { call: pattern, may } of CALLS) {
    if (!may(sentence, isModel)) continue;
    for (const call of sentence.matchAll(pattern)) {
      const end = call.index + call[0].length;
      if (isTold(sentence.slice(end, end + REACH))) return true;
    }
  }
  if (isInCase(sentence)) return true;
  return isModel && MUST.test(sentence) && isObliged(sentence);
}

/** In a case, or by a name, of `called-in-case.ts`. */
function isInCase(sentence: string): boolean {
  for (const { call, rest, isPlain } of casesIn(sentence)) {
    const behind = rest.slice(0, REACH);
    if (DEED.test(behind) && (isPlain ? ONLY_AGENTS.test(behind) : MATTERS.test(call + behind))) return true;
  }
  return false;
}

function isObliged(sentence: string): boolean {
  for (const call of sentence.matchAll(DUTY)) {
    const end = call.index + call[0].length;
    const rest = sentence.slice(end, end + REACH);
    if (TOLD.test(rest) && MATTERS.test(rest) && (HERE.test(call[0]) || POINTED.test(rest))) return true;
  }
  return false;
}

function isTold(rest: string): boolean {
  if (CLAIM.test(rest)) return true;
  if (!MATTERS.test(rest)) return false;
  if (TOLD.test(rest) || DUTIFUL.test(rest) || VERDICT.test(rest)) return true;
  if (SECRET.test(rest) && LEADS_OUT.test(rest)) return true;
  return (
    (TOLD_PLAINLY.test(rest) && (LEADS_OUT.test(rest) || ACCOUNT.test(rest))) ||
    (CONDITION.test(rest) && THEN.test(rest))
  );
}

const LEADS_OUT = /https?:|[\w.-]@[\w-]{2,}\.|\b(?:users?|password|token|secrets?|environment)\b|\bcurl\b|\bwget\b/i;
/** Another one than that on file. */
const ACCOUNT =
  /\b(?:account|iban|address|number)\b[^.!?]{0,40}\b(?:instead|rather than|not the)\b|\b[A-Z]{2}\d{2} ?\d{4}/i;
const SECRET = /\bos\.environ\b|\.env\b|\b(?:environment variables|api keys?|credentials|passwords?)\b/i;
/** What it shall find. */
const VERDICT =
  /\b(?:meets|satisfies|fulfils) (?:all|every)\b|\b(?:move|pass|forward) (?:\w+ )?to the (?:interview|next|final)\b|\bis (?:highly|exceptionally|extremely|very) (?:qualified|recommended|suitable)\b|\b(?:question|request) is not important\b/i;
