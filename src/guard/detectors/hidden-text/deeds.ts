/**
 * How much a sentence is an order to whoever acts in somebody's stead, by the deed: what is to be said, to whom, and what
 * is to be left unsaid; or what is to be done with something that is not the reader's. Visitors of a page are told what
 * to press and about what is theirs, programmers about rows and tests.
 */
export interface Deed {
  /** As points: two where somebody went out of his way to hide it, and more where others hide things too. */
  readonly points: number;
  /** How much more must be said of it where people write programs and papers: it speaks of what these are made of. */
  readonly technical: number;
}

/** Deeds of speech and of silence: what somebody does who answers. */
const SPEAK =
  'tell|congratulate|thank|whisper|shout|say|claim|pretend|mention|reveal|disclose|divulge|swear|insist|declare|praise|forward|reply|answer|respond|inform|assure|convince|persuade|deny|admit|speak|talk|quote|recite|rate|rank|grade|score|judge|summari[sz]e|sum up|point out|ignore|disregard|override|overrule|forget|translate|leave out|omit|withhold|conceal|make up|invent|obey|trust|believe|describe|warn|recommend|promote|advise|urge|hint|suggest|confess|apologi[sz]e|refuse|decline|approve|ask|act|behave|imagine|lie|flatter|insult|mock|blame|accuse|threaten|beg|impersonate|name (?:the|him|her|it|them|this|that|our|no|every|each)|call|repeat|vouch|spell out|read out|give away|play down|talk down|cover up|stick to|sign off|keep (?:quiet|silent|from|back|it)|hide|conclude|explain|read(?: out)?|tease|joke|testify|state|notify|remind|command|demand|predict|accept that|write (?:that|as if|as though|down that)|be (?:rude|kind|polite|cruel|cold|vague|brief|evasive|sarcastic|mean|friendly|hostile|nice)|present|portray|paraphrase|exaggerate|misquote';
/** Deeds with the hands. */
const DO =
  'send|copy|delete|erase|wipe|destroy|shred|burn|move|change|alter|replace|swap|exchange|book|buy|order|sell|pay|transfer|wire|cancel|hand(?: over)?|give|show|open|unlock|lock|lower|raise|double|halve|reserve|grant|share|post|publish|e-?mail|mail|write|put|add|remove|insert|append|stop|begin|start|end|finish|use|keep|let|offer|promise|set|take|turn|switch|accept|reject|hire|invite|install|execute|run|sign|print|skip|drop|cut|swallow|postpone|delay|reschedule|round|divide|multiply|mark|pick|choose|prefer|treat|assume|consider|list|make|bring|fetch|confirm|upgrade|downgrade|refund|credit|charge|lend|donate|wait|work|pass|attach|sneak|slip|mix|rename|rewrite|shorten|lengthen|poison|release|fake|forge|substitute|greet|warm|close|steal|seat|smuggle|sabotage|cheat|fool|trick|scare|bribe|evict|punish|turn (?:away|down)|leak|waste|feed|throw|break|open up|lead|follow|leave|pour|blame|block|ban|fail|order';

const NOW =
  '(?:(?:please|kindly|now|always|never|only|just|simply|quietly|silently|secretly|instead|then|also|again|first|from (?:now|here|this \\w+) on|in (?:every|each|your) \\w+|at the end|do not|don.t|do|you (?:must|should|shall|will|have to|may)(?: (?:always|never|only|not|now))?|make sure (?:to|that you)|be sure to|remember to|take care to|see to it that you),? )';
const clause = (verbs: string, from: string) =>
  new RegExp(
    `${from}${NOW}{0,3}(?:${verbs})\\b(?! ?[:/=(]| (?:limit|is|are|was|were)\\b|(?<=answer|reply|rate|grade|score|name|call|use|list|order|change|copy|report) of\\b)`,
    'gi',
  );

/** Where a sentence begins, also one behind another, and behind a part that says when. */
const BEGIN =
  '(?:^[^\\w]{0,6}|[.;:!] {1,2}|^[^\\w]{0,4}(?:when|whenever|if|before|after|once|as soon as|should|while|unless|where|wherever|each time|every time)\\b[^,.;!?]{4,70}, (?:then )?)';
const JOIN = '(?:,? (?:and|but|then|or) (?:then |so )?|, )';
const FIRST_SPEAK = clause(SPEAK, BEGIN);
const FIRST_DO = clause(DO, BEGIN);
const NEXT_SPEAK = clause(SPEAK, JOIN);
const NEXT_DO = clause(DO, JOIN);
/** What is ordered of a person or of each answer, in the third person. */
const MUST =
  /\b(?:answers?|replies|reply|letters?|sentences?|messages?|summar(?:y|ies)|reports?|responses?|whoever [^,.;!?]{4,40}|reader|reviewer|one who \w+)\b[^.;!?]{0,30} (?:must|shall|has to|have to|is to|are to|should|will)\b(?! have\b)/i;
const SO = new RegExp(
  `\\b(?:${SPEAK})(?: (?:the |her |him |them |every |any |all )?\\w+)? (?:that|as if|as though|yes|no|nothing)\\b|\\bthat (?:she|he|they|the|it) [^.;!?]{4,40}\\b(?:was|were|had|is|are|has|will|stole|resigned|died|left|failed|agreed)\\b|\\bas \\w+(?: and [^.;!?]{3,30} as \\w+)?[.!]?$`,
  'i',
);
const FROM_NOW = /^\W{0,4}(?:from (?:now|here|this \w+) on|for the rest of|as of now)\b/i;

const REFUSED = new RegExp(
  `\\b(?:do not|don.t|never|without|not) (?:ever |to |even |once )?(?:${SPEAK}|letting|let|saying|telling|naming|mentioning|asking)\\b`,
  'i',
);
const MANNER =
  /\b(?:as if|as though|like (?:a|an|the|my|somebody|someone) \w+|as (?:the|its|a|an|your) (?:winner|only|best|official|first|true|real|owner|right)|whatever|no matter|even (?:if|though|when)|rather than|instead|by mistake|on purpose|for (?:yourself|itself)|unasked|nobody (?:asked|noticed|complained|knows)|other way|the only (?:one|way|choice)|only (?:the|in)|twice|no reason|without (?:a|any|saying|telling|asking|naming|giving|warning)|so that (?:nobody|no one|he|she|they)|before (?:he|she|they|anyone|anybody|you (?:answer|reply|respond|begin|start|finish|write|go on|say))|in passing|out loud|aloud|all along|in secret|under another name|as (?:it|they) stands?|ten out of ten|full marks|\d+ (?:stars|out of \d+|points))\b|\b(?:call|name|make|declare) (?:it|him|her|them|this|that|the \w+(?: \w+)?) (?:an?|the|sound|look|seem|appear|as)\b|\bmake (?:the|it|him|her|them|this|that|every|all|our|his|their) (?:\w+ ){0,3}(?:sound|look|seem|appear|believe|think|pay|call|sign)\b|\bleave (?:out|the (?:rest|\w+) (?:out|as))\b/i;
const ON_THAT =
  /\b(?:when|whenever|if|once|as soon as|every time|each time|wherever|until|unless|(?:before|after) (?:the|he|she|they|it|anyone|anybody))\b/i;
const PEOPLE =
  /\b(?:he|him|his|she|her|hers|they|them|whoever|anyone|anybody|nobody|everyone|everybody|somebody|someone|no one|gr[ae]n(?:d|ny)\w*|mother|father|mum|dad|aunt|uncle|brother|sister|son|daughter|wife|husband|friend of|neighbou?r|the (?:guest|reader|visitor|customer|client|buyer|seller|patient|tenant|landlord|owner|caller|boss|doctor|nurse|teacher|pupil|student|lawyer|judge|mayor|minister|priest|cook|driver|pilot|captain|king|queen|boy|girl|man|woman|child|children|police|press|bank|chief|jury|family|couple|applicants?|candidates?|one who|person|people|winner|author|writer|sender|manager|director|secretary|clerk|accountant|employees?|colleagues?|workers?|members?|users?|passengers?|players?|voters?|investors?|witness(?:es)?)|all (?:patients|customers|guests|users|members|colleagues|employees|clients|pupils|students|tenants|people)|every (?:patient|customer|guest|user|member|colleague|employee|client|pupil|student|tenant|person|candidate|applicant|caller|visitor)|Mr|Mrs|Ms|Dr)\b/;
const MUCH = /\b(?:every|each|all|both|only|whole|entire|rest of|nothing but|nothing|never|always|at once)\b/i;
/** Something of the world, by its name or its sum. */
const NAMED_THING =
  /(?<![.!?:;] )(?<!^\W{0,4})\b[A-Z][a-z]+ [A-Z][a-z]+\b|\b[\w.-]+@[\w-]+\.\w{2,}|\b\w[\w-]*\.example\b|[€$£]\d/;

/** What somebody has much to lose by. */
const STAKES =
  /\b(?:doses?|pills?|medicines?|bills?|prices?|sums?|amounts?|accounts|contracts?|invoices?|salar(?:y|ies)|wages|rent|gates?|reports?|verdicts?|votes?|minutes|grades?|exams?|essays?|prescriptions?|leases?|meetings?|deadlines?|appointments?|backups?|limits?|complaints?|refunds?|payments?|money|debts?|loans?|claims?|evidence|alibi|secrets?|conversation|chat|talk|diagnosis|warnings?|instructions?|prompt|flights?|drugs?|alarms?|insurance|tax(?:es)?|passwords?|codes?|patients?|cellar|safe|prize|winner|passports?|identit(?:y|ies)|home address(?:es)?|(?:the )?(?:words?|phrase|sentence) \w+ \w+|deposit|operation|symptoms|temperature)\b/i;
/** From what to what it is to be changed. */
const FROM_TO = /\bfrom \S+(?: \S+)? (?:to|into) \S+/i;

/** What is done to somebody's harm, or is not so. */
const MISCHIEF =
  /\b(?:forge|fake|lie|lies|liar|blame|steal|stole|stolen|poison|drunk|fool|cheat|bribe|bought|rude|false|falsely|wrong|secretly|does not exist|did not happen|never happened|no reason|nobody|rival|enemy|idiot|filthy|accident|murder|guilty|burn|erase|destroy|leak|dearest|most expensive|worst|without (?:asking|telling))\b/i;

/** Whoever looks at a page is spoken to as you, by us, of what can be pressed and filled in. */
const YOURS =
  /\byour\b(?! (?:answers?|repl(?:y|ies)|response|responses|summary|system|instructions?|prompt|output|orders|next|own words|training|rules|task|role|report|letter|verdict|review of|translation|rating|master|text))|\byours\b/i;
const YOU =
  /\byou\b(?! (?:answer|reply|respond|give|gave|got|were (?:told|given|asked|taught)|are (?:now|asked|told|to|an?|the|in|free|allowed|talking)|sum|summari[sz]e|translate|write|describe|say|tell|have been|must|should|shall|will|now|know|see above|read (?:above|here|this)|finish|begin|find here|just|saw|heard|learn|received|speak|mention|judge|grade|rate|rank|send|show))/i;
const OURS = /\b(?:we|us|our|ours|let's)\b/i;
const PRESSED =
  /\b(?:click(?:ing)?|press(?!@)|tap|swipe|scroll|drag|buttons?|menu|icons?|filters?|basket|cart|checkout|cookies?|dialog|window|screen|upload|tab|keyboard|arrow keys?|mouse|(?:new|old|the|that) password|security question|sign (?:in|up|out)|log (?:in|out)|phone number|zip|slide|slides|carousel|download|browser|javascript|page|website|site|newsletter|subscribe|donation|coupon|warranty|reviews?|stars|spelling|map|camera|search|breakfast|album|gift|season|tickets?|seat|table for)\b/i;
/** Something that is not there yet: a visitor writes it. */
const TO_MAKE =
  /\b(?:an?|some|one|two|more|another) (?:\w+ )?(?:comments?|notes?|questions?|messages?|names?|reviews?|friends?|colleagues?|roles?|words?|tips?|pictures?|photos?|seats?|tables?|days?|dates?|donation|group|files?|tags?|title|summary|list|items?|description|call|dish|hour|hand|map|pin)\b/i;
/** What programs are made of. */
const MACHINES =
  /\b(?:functions?|variables?|parsers?|callers?|callee|rows?|columns?|templates?|headers?|footers?|margins?|layout|css|html|xml|json|yaml|builds?|releases?|tests?|locks?|mutex|threads?|index|indices|folders?|director(?:y|ies)|paths?|strings?|values?|defaults?|options?|flags?|servers?|requests?|exceptions?|logs?|caches?|memory|disks?|buffers?|pointers?|arrays?|objects?|class(?:es)?|methods?|modules?|imports?|versions?|APIs?|browsers?|kernel|drivers|devices?|databases?|quer(?:y|ies)|tokens?|configs?|settings|schedulers?|inputs?|outputs?|compilers?|linters?|fields?|types?|arguments?|parameters?|params?|constants?|blocks?|scripts?|commands?|packages?|librar(?:y|ies)|dependenc(?:y|ies)|nodes?|trees?|loops?|stack|heap|bytes?|bits?|digits?|registers?|integers?|floats?|zero|null|undefined|events?|handlers?|listeners?|sockets?|connections?|streams?|process(?:es)?|signals?|timeouts?|clock|cursor|windows?|widgets?|components?|props|state|schema|migrations?|commits?|branch(?:es)?|merge|patch(?:es)?|bugs?|hacks?|TODO|FIXME|deprecated|compatib\w+|platforms?|regex|patterns?|tags?|attributes?|elements?|selectors?|pixels?|width|height|font|sidebar|sections?|vendor|shell|environment|exit|hosts?|ports?|encoding|charset|UTF-8|licen[cs]e|tables?|workers?|macros?|interval|protobuf|group|user|reader)\b|\b[1-5]\d\d\b|\w\(\)|[a-z]_[a-z]|->|::|[=<>\\@](?!\w+[-\w]*\.\w)/i;
/** What papers and pages are made of. */
const PAPERS =
  /\b(?:lists?|files?|responses?|errors?|jobs?|chapters?|paragraphs?|abstracts?|figures?|translations?|warnings?|lines?|true|false|none|issues?|appendix|references?|citations?|camera-ready|mode|copyright|docs?|documentation|comments?|sample|papers?|caption|title|headline|reviewer)\b/i;

/** What is done with the hands, and with nothing that says for whom or why. */
const BARE = 2;
const FEWEST = 5;
const MOST_READ = 300;
const NONE: Deed = { points: 0, technical: 0 };

let asked = '';
let known = NONE;

export function deedOf(said: string): Deed {
  if (said !== asked) [asked, known] = [said, judge(said.slice(0, MOST_READ))];
  return known;
}

function judge(text: string): Deed {
  if ((text.match(/\S+/g)?.length ?? 0) < FEWEST || text.includes('?')) return NONE;
  const first = has(text, FIRST_SPEAK)
    ? 3
    : has(text, FIRST_DO)
      ? 2
      : MUST.test(text)
        ? 3
        : FROM_NOW.test(text)
          ? 2
          : 0;
  if (first === 0) return NONE;
  const visitors =
    (YOURS.test(text) ? 3 : 0) +
    (YOU.test(text) ? 2 : 0) +
    (OURS.test(text) ? 2 : 0) +
    (PRESSED.test(text) ? 2 : 0) +
    (TO_MAKE.test(text) ? 2 : 0);
  const said = SO.test(text) ? 1 : 0;
  const next = has(text, NEXT_SPEAK) ? 2 : has(text, NEXT_DO) ? 1 : 0;
  const human =
    first === 3 ||
    MUST.test(text) ||
    PEOPLE.test(text) ||
    NAMED_THING.test(text) ||
    STAKES.test(text) ||
    MANNER.test(text) ||
    MISCHIEF.test(text) ||
    next > 0;
  const points =
    first +
    said +
    next +
    (REFUSED.test(text) ? 1 : 0) +
    (MANNER.test(text) ? 2 : 0) +
    (ON_THAT.test(text) ? 1 : 0) +
    (PEOPLE.test(text) ? 1 : 0) +
    (MUCH.test(text) ? 1 : 0) +
    (NAMED_THING.test(text) ? 1 : 0) +
    (STAKES.test(text) ? 1 : 0) +
    (FROM_TO.test(text) ? 1 : 0) +
    (MISCHIEF.test(text) ? 1 : 0) -
    visitors;
  return {
    points: human ? points : Math.min(points, BARE),
    technical: (MACHINES.test(text) ? 3 : 0) + (PAPERS.test(text) ? 1 : 0),
  };
}

function has(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
