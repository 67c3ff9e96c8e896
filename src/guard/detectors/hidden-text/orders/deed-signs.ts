import { SPEAK } from './deed-verbs.ts';

/** What is ordered of a person or of each answer, in the third person. */
export const MUST =
  /\b(?:answers?|replies|reply|letters?|sentences?|messages?|summar(?:y|ies)|reports?|responses?|whoever [^,.;!?]{4,40}|reader|reviewer|one who \w+)\b[^.;!?]{0,30} (?:must|shall|has to|have to|is to|are to|should|will)\b(?! have\b)/i;
const SO = new RegExp(
  `\\b(?:${SPEAK})(?: (?:the |her |him |them |every |any |all )?\\w+)? (?:that|as if|as though|yes|no|nothing)\\b|\\bthat (?:she|he|they|the|it) [^.;!?]{4,40}\\b(?:was|were|had|is|are|has|will|stole|resigned|died|left|failed|agreed)\\b|\\bas \\w+(?: and [^.;!?]{3,30} as \\w+)?[.!]?$`,
  'i',
);
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
export const MACHINES =
  /\b(?:functions?|variables?|parsers?|callers?|callee|rows?|columns?|templates?|headers?|footers?|margins?|layout|css|html|xml|json|yaml|builds?|releases?|tests?|locks?|mutex|threads?|index|indices|folders?|director(?:y|ies)|paths?|strings?|values?|defaults?|options?|flags?|servers?|requests?|exceptions?|logs?|caches?|memory|disks?|buffers?|pointers?|arrays?|objects?|class(?:es)?|methods?|modules?|imports?|versions?|APIs?|browsers?|kernel|drivers|devices?|databases?|quer(?:y|ies)|tokens?|configs?|settings|schedulers?|inputs?|outputs?|compilers?|linters?|fields?|types?|arguments?|parameters?|params?|constants?|blocks?|scripts?|commands?|packages?|librar(?:y|ies)|dependenc(?:y|ies)|nodes?|trees?|loops?|stack|heap|bytes?|bits?|digits?|registers?|integers?|floats?|zero|null|undefined|events?|handlers?|listeners?|sockets?|connections?|streams?|process(?:es)?|signals?|timeouts?|clock|cursor|windows?|widgets?|components?|props|state|schema|migrations?|commits?|branch(?:es)?|merge|patch(?:es)?|bugs?|hacks?|TODO|FIXME|deprecated|compatib\w+|platforms?|regex|patterns?|tags?|attributes?|elements?|selectors?|pixels?|width|height|font|sidebar|sections?|vendor|shell|environment|exit|hosts?|ports?|encoding|charset|UTF-8|licen[cs]e|tables?|workers?|macros?|interval|protobuf|group|user|reader)\b|\b[1-5]\d\d\b|\w\(\)|[a-z]_[a-z]|->|::|[=<>\\@](?!\w+[-\w]*\.\w)/i;
/** What papers and pages are made of. */
export const PAPERS =
  /\b(?:lists?|files?|responses?|errors?|jobs?|chapters?|paragraphs?|abstracts?|figures?|translations?|warnings?|lines?|true|false|none|issues?|appendix|references?|citations?|camera-ready|mode|copyright|docs?|documentation|comments?|sample|papers?|caption|title|headline|reviewer)\b/i;

/** Persons, by how English names them; and what is named so and is none. */
const BY_FORM =
  /\b(?:the|an?|his|her|their|our|any|every|each|no|this|that) (?:\w+ )?(?!(?:number|order|letter|paper|water|river|other|computer|server|user|header|footer|folder|browser|printer|filter|offer|answer|corner|error|color|editor|door|floor|picture|cover|layer|border|buffer|pointer|parameter|container|counter|marker|character|member|register|folder|master|matter|manner|center|centre|chapter|poster|newsletter|voucher|timer|slider|handler|parser|compiler|loader|driver|helper|wrapper|iterator|operator|vector|factor|monitor|selector|constructor|adapter|router|docker|remainder|placeholder|trailer|later|after|never|ever|over|under|per|summer|winter|dinner|weather|power|flower|tower|shower|drawer|butter|sugar|feather|leather|quarter|meter|litre|laser|cursor|sensor|motor|list|wish)s?\b)[a-z]{2,12}(?:er|or|ist|ess|man|woman|men|women|eer|ician|ant|herd)s?\b/i;
const WHO_READS = /\bthe (?:user|reader|visitor)s?\b/i;
/** What lies before a visitor. */
const THIS =
  /\b(?:this|these) (?!(?:sentence|text|document|paragraph|passage|note|message|mail|e-?mail|letter|is|was|has|applicant|candidate|paper|cv|r[eé]sum[eé]|shop|file|request|claim|report|until|to|and|as|for|or|in)\b)[a-z]{3,}/i;
/** What somebody is asked to let others know, rather than what to make them believe. */
const LETS_KNOW = /\b(?:tell|ask|say|show|explain)\b[^.!?]{0,30}\b(?:where|when|how|what|whether|which)\b/i;
/** Somebody of the world is made to believe something: programs tell each other things, too. */
const TELLS_THAT =
  /\b(?:tell|inform|assure|convince|persuade|promise|swear|insist|claim|announce|pretend|whisper|remind|warn)\b(?! (?:us|me)\b| (?:the |its |our )?(?:\w+ )?(?:parser|linter|compiler|caller|callee|server|browser|client|scheduler|linker|kernel|tool|program|system|build|loader|driver|reader|writer|worker|peer|host|runtime|engine|framework|library|type ?checker|optimi[sz]er|test|process)\b)[^.!?]{0,30}\bthat\b/i;
/** What a comment says that a function does, in the plain form of its verb. */
const SAYS_WHAT_IT_DOES =
  /^\W*(?:return|raise|parse|load|test|check|compute|get|initiali[sz]e|convert|iterate|calculate|handle|wrap|yield|ensure|assert|construct|build|register|render|seriali[sz]e|validate|verify|determine|throw|emit|dispatch|create|allow|define|generate|provide|run|update)s?\b/i;
/** What somebody has who answers and acts for another. */
const OF_AGENT =
  /\b(?:your|the|this|that|any|every|each|a) (?:\w+ )?(?:summar(?:y|ies)|translations?|chat history|refund|invoice|payment|inbox|mailbox|attachment|ticket|calendar|contacts?|verdict|assessment)\b|\b(?:the person you|the one you|who(?:ever)? (?:asked|asks|reads|processes|summari[sz]es|condenses|answers)|on behalf of|summari[sz]e)\b/i;
/** What programs handle too. */
const OF_MACHINES =
  /\b(?:your|the|this|that|any|every|each|a) (?:\w+ )?(?:conversation|prompt|instructions?|memory|draft|branch|repo)\b|\b(?:password|credentials|source code)\b|\.env\b/i;
const UNSEEN =
  /\b(?:without (?:asking|waiting|telling|review|a review|approval|confirmation|mentioning|a word)|do not (?:mention|show|tell|say|ask)|don.t (?:mention|show|tell|say|ask)|keep (?:it|this|that) (?:from|quiet|secret|to yourself|out of)|as usual|right away|at once|immediately|nobody|no one|need not know)\b/i;
const ADDRESS = /https?:\/\/|\b[\w.-]+@[\w-]+\.\w|\b[\w-]+\.(?:example|com|net|org|io|app|xyz|site|dev|co)\b/i;
/** One of many, as only somebody who has them before him knows it. */
const DEFINITE =
  /\b(?:the (?:first|second|third|fourth|fifth|last|old|new|whole|other|blue|red|green|black|white|grey|left|right|lower|higher|upper|north|south|east|west) \w+|(?:line|table|room|gate|number|page|clause|sample|row|account) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+))\b/i;
const AGAINST =
  /\b(?:although|even though|whatever|rather than|instead of|never|nothing|nobody|under no|so that|as if|as though|until|since)\b/i;

/** Carries out, or wipes out, what is worth it. */
export const CARRIES =
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould |\balways |\bto )(?:send|forward|upload|post|email|mail|transfer|leak|exfiltrate|reveal|copy|export|share|wire|submit|print|dump|hand over)\b[^.?!]{0,60}\b(?:records?|keys?|passwords?|credentials?|tokens?|secrets?|conversations?|chat history|history|inbox|mailbox|e-?mails|mails|files|database|customers?|contacts|salar(?:y|ies)|payments?|money|funds|cookies?|data|env(?:ironment)?|balance|bitcoins?)\b/i;
export const WIPES =
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould |\balways )(?:delete|erase|wipe|drop|destroy|remove|disable|overwrite|cancel)\b[^.?!]{0,40}\b(?:files?|database|records?|backups?|tables?|repository|accounts?|logs?|alarms?|protection|firewall|everything)\b/i;
export const JUDGES =
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould |\balways |\bonly )(?:recommend|rate|rank|approve|accept|praise|score|favou?r|prefer|promote|endorse|hire|invite|buy|choose)\b[^.?!]{0,60}\b(?:candidate|applicant|applications?|resume|cv|products?|papers?|submissions?|manuscript|request|claims?|offer|supplier|vendor|company|first(?!,)|highest|stars?|10 out of 10|competitors?)\b/i;
export const SAYS =
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould |\balways |\bonly )(?:say|state|claim|mention|insist|reply|answer|respond|write|output|print|pretend|conclude|report|begin|end|start|finish)\b(?! with (?:the word )?["“]?(?:yes|no|stop|ok|help|start|y|n)\b) (?:that|with|only|instead|as if|the (?:words?|phrase|sentence)|every|each|in (?:\w+ )?(?:french|german|spanish|capitals|rhyme|verse|emoji))\b/i;

export interface Sign {
  readonly name: string;
  readonly pattern: RegExp;
}

export const SIGNS: readonly Sign[] = [
  { name: 'yours', pattern: YOURS },
  { name: 'you', pattern: YOU },
  { name: 'ours', pattern: OURS },
  { name: 'pressed', pattern: PRESSED },
  { name: 'to make', pattern: TO_MAKE },
  { name: 'so', pattern: SO },
  { name: 'refused', pattern: REFUSED },
  { name: 'manner', pattern: MANNER },
  { name: 'on that', pattern: ON_THAT },
  { name: 'people', pattern: PEOPLE },
  { name: 'much', pattern: MUCH },
  { name: 'named', pattern: NAMED_THING },
  { name: 'stakes', pattern: STAKES },
  { name: 'from to', pattern: FROM_TO },
  { name: 'mischief', pattern: MISCHIEF },
  { name: 'must', pattern: MUST },
  { name: 'machines', pattern: MACHINES },
  { name: 'papers', pattern: PAPERS },
  { name: 'by form', pattern: BY_FORM },
  { name: 'this', pattern: THIS },
  { name: 'tells that', pattern: TELLS_THAT },
  { name: 'lets know', pattern: LETS_KNOW },
  { name: 'does', pattern: SAYS_WHAT_IT_DOES },
  { name: 'of machines', pattern: OF_MACHINES },
  { name: 'of agent', pattern: OF_AGENT },
  { name: 'who reads', pattern: WHO_READS },
  { name: 'unseen', pattern: UNSEEN },
  { name: 'address', pattern: ADDRESS },
  { name: 'definite', pattern: DEFINITE },
  { name: 'against', pattern: AGAINST },
];
