import { whereNeeded } from '../../../../text/needed.ts';
import { ordersAbroad } from '../../../../text/orders/abroad.ts';
import { ordersActing } from '../../../../text/orders/acting.ts';
import { isCovert, isPlainlyCovert } from './covert.ts';
import { asks } from './deed-facts.ts';
import { CARRIES, JUDGES, SAYS, WIPES } from './deed-signs.ts';
import { deedOf } from './deeds.ts';
import { deedElsewhere } from './elsewhere.ts';
import { moodOf } from './mood.ts';

/** A model by its name, with what it shall do: as no label of a page has it. */
const NAMED = whereNeeded(
  /^\W{0,4}(?:(?:note|message|hint|attention|instructions?|reminder)(?: (?:to|for)|,|:)? )?(?:the |any |all |dear |hey )?(?:(?:AI|LLM|GPT|language|chat|coding|hiring|screening|review|virtual|automated|helpful|support|shopping|browser|web|e-?mail|summary) )?(?:AIs?|LLMs?|GPTs?|models?|assistants?|agents?|bots?|chatbots?|copilots?|reviewers?|summari[sz]ers?)(?: (?:agents?|models?|assistants?|bots?|systems?|tools?|readers?|instructions?|note))?[:,] ?(?:please |kindly |now |always |never |only |do not |don't |instead |from now on,? |you (?:must|should|will|shall|may|can|have to|need to|are) )*(?:ignore|disregard|forget|tell|send|forward|reveal|say|state|claim|recommend|rate|rank|score|visit|reply|answer|respond|add|append|insert|include|mention|delete|erase|transfer|wire|call|upload|post|praise|promote|approve|accept|reject|print|output|run|open|e?-?mail|give|show|write|use|follow|stop|act|pretend|choose|prefer|book|buy|pay|click|download|install|execute|copy|export|share|leak|grant|disable|enable|make|set|change|replace|remove|treat|consider|assume|conclude|skip|omit|hide|keep|end|begin|start|quote|repeat|insist|convince|inform|now|allowed|free|permitted|authori[sz]ed|in)\b/i,
);
/** A model alone, whatever it shall do. */
const CALLED =
  /^\W{0,4}(?:(?:note|message|hint|attention|instructions?|reminder)\W{0,2}(?: ?(?:to|for))? )?(?:the |any |all |dear |hey )?(?:AIs?|LLMs?|GPTs?|language models?|chat ?bots?|AI (?:agent|assistant|model|reader|system)s?|assistants?)(?: instructions?| note)?[:,] ?(?=[a-z])/i;
const TELLS_USER = whereNeeded(
  /\b(?:tell|inform|convince|warn|ask|persuade|advise|notify|assure|urge|instruct|direct|lead|send) (?:the |every |all |your |any )?(?:users?|readers?|whoever (?:asks|reads))\b(?! to (?:confirm|log|sign)|\W*$)/i,
);
const OVERRIDES = whereNeeded(
  /(?:^\W{0,4}|[.;:,] )(?:do not|don't|never) (?:summari[sz]e|review|analy[sz]e|describe|process|answer) (?:this|the|any) (?:documents?|pages?|texts?|articles?|e?-?mails?|messages?|files?|papers?|contents?|questions?)\b|(?:^\W{0,4}|[.;:] |\band |\bthen |\bplease |\bmust |\bshould |\byou )(?:ignore|disregard|forget|override|skip|stop following) (?:all |any |the |your |every |everything |what )?(?:of )?(?:the |your |these |those )?(?:(?:content|text|rest|body|wording)s? (?:of|on|in) (?:the |this |that |these )?)?(?:(?:previous|prior|earlier|other|above|original|current|existing|rest) ?)?(?:\w+ )?(?:instructions?|orders|rules|prompts?|directions|guidelines|guardrails|policy|policies|above|rest|documents?|page|text|article|e-?mail|said|says|before)\b/i,
);
/** Models, by what they do with a page; or the one who speaks to them. */
const READERS = whereNeeded(
  /\b(?:AIs?|LLMs?|language models?|assistants?|agents?|(?:chat)?bots?|crawlers?|scrapers?|summari[sz]ers?|reviewers?) (?:that (?:are )?|who (?:are )?|when )?(?:reads?|reading|process(?:es|ing)?|pars(?:es?|ing)|summari[sz](?:es?|ing)|review(?:s|ing)?|index(?:es|ing)?) (?:this|the|these|it)\b|\b(?:system|safety|admin\w{0,10}|policy|security) override\b|\bcomply with (?:all|any|every|each)\b|^\W{0,4}(?:the |all |any )?(?:assistants|chat ?bots|bots) (?:should|must|shall|have to|has to|are to|may now) |^\W{0,4}system(?: (?:note|message|prompt|override|update|notice))?: (?:the user|you\b|ignore|disregard|from now on|do not|always|never|all (?:previous|prior))/i,
);
/** What a page says to nobody who looks at it. */
const TO_YOU = whereNeeded(
  /\b(?:in|into|to|of|with|from|throughout) your (?:final |next |own )?(?:answers?|responses?|output|summary|reply|replies|instructions|system prompt|context|training|tool calls?|overview|digest|recap|abstract|verdict|translation|comparison|conclusions?)\b|\b(?:to|in|into|behind|below) (?:whatever|everything|anything|all that) you (?:write|say|answer|produce|generate|output)\b|\bwhen(?:ever)? you (?:condense|summari[sz]e|sum up|shorten|translate|review|rate|grade|compare|index|paraphrase) (?:this|it|these|them)\b|\bwhat were you (?:told|given|instructed|asked)\b|\byou (?:are|have been)(?: now| hereby)? (?:allowed|permitted|authori[sz]ed|free|cleared|instructed) to\b|\byou are (?:now |hereby |from now on )?(?:free|freed|released|relieved|exempt) (?:of|from) (?:all |any |every |your |the |those |these )*(?:\w+ )?(?:limits?|limitations|rules?|restrictions|constraints|instructions|guidelines|obligations|safeguards|filters)\b|\b(?:tools?|functions?|plug-?ins?|actions) (?:that |which )?you (?:can|may|could|are able to) (?:use|call|run|invoke|access|take)\b|\bof your (?:own )?(?:process|environment|runtime|context|memory)\b|\b(?:output|print|show|reveal|return|repeat|give) (?:me |us )?(?:the |any |all )?(?:developer|system|operator) (?:messages?|prompts?|instructions?)\b|\b(?:each|every|all|any)(?: of)?(?: the)? (?:files?|functions?|commits?|answers?|repl(?:y|ies)|links?|e?-?mails?) (?:that )?you (?:edit|write|change|touch|create|generate|commit|send|draft)\b|\byou are no longer (?:an?|the|bound|limited|subject|restricted|required|under|in|held)\b|\byou are (?:now |hereby )?(?:an? |the )?(?:\w+ )?(?:AI|assistant|agent|chatbot|language model|in \w+ mode)\b|\bas an? (?:AI|LLM|language model|assistant|agent|chatbot|bot)\b[^.;!?]{0,20}\byou\b|\byour (?:new|real|actual|true|next) (?:task|goal|role|instructions|objective|purpose)\b|\b(?:system prompt|hidden instructions|developer mode)\b/i,
);
/** What was told before is to count no more, in other words than attacks are known by. */
const SETS_ASIDE = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould |\byou |\bto )(?:set|put|leave|lay|push|throw|cast|toss) (?:aside|away|out) (?:all |any |every |each |the |your |whatever |what |everything |those |these |of )*(?:(?:previous|prior|earlier|other|above|original|current|existing|former|initial|first|old) )?(?:instructions?|orders|rules|prompts?|directions?|guidelines|guidance|commands?|messages?|policy|policies|context|you (?:were|have been) (?:told|given|asked))|(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould |\byou )(?:drop|abandon|discard|overlook|override|neglect|unlearn|erase|cancel|void|pay no (?:attention|heed) to|do not (?:follow|obey|heed)|don.t (?:follow|obey|heed)|never (?:follow|obey|heed)|no longer (?:follow|obey|heed)|stop (?:following|obeying|heeding)|quit following) (?:all |any |every |each |the |your |whatever |everything |those |these |of |what )*(?:(?:previous|prior|earlier|above|original|former|initial|system|safety|developer) (?:\w+ )?(?:instructions?|orders|rules|prompts?|directions?|guidelines|guidance|commands?|messages?|policy|policies|context|text)|(?:users?|operators?|developers?|owners?|admin\w{0,10})\b|you (?:were|have been) (?:told|given|asked|instructed))|\b(?:ignore|disregard|forget|drop|abandon|skip|leave) (?:the|this|your|any|every|all|whatever|what) (?:(?:previous|prior|earlier|above|actual|original|real) )?(?:question|request|task|users?|prompt|conversation|chat|summary|translation|review|assignment|job|rules?|instructions?|orders|guidelines)s? ?(?:above|before|is asked|(?:that|which) (?:came|you|were)[^.!?,]{0,30})?,? (?:and|but|then) (?:just |only |instead |simply )?(?:write|say|print|answer|output|reply|respond|tell|do|follow|give|return)\b/i,
);
/** What was told before is said to be over, by itself. */
const OVER = whereNeeded(
  /\b(?:rules|instructions?|orders|guidelines|guidance|restrictions|limits|limitations|safeguards|prompt|polic(?:y|ies)|whatever|everything|nothing|all that|what)\b(?=[^.!?;]{0,60}\b(?:you|your|above|before|earlier|previous|prior|so far|until now)\b)[^.!?;]{0,60}\b(?:no longer (?:appl(?:y|ies)|binds?|holds?|counts?|matters?|valid|in force)|(?:do|does) not (?:appl|bind|count|matter|hold)\w{0,3}|(?:counts?|holds?|applies|matters?) (?:no more|any ?more|any longer)|(?:is|are) (?:hereby |now )?(?:void|null|cancelled|canceled|lifted|suspended|revoked|superseded|invalid))\b/i,
);
/** The same of what is the reader's. */
const YOURS_OVER = whereNeeded(
  /\byour (?:earlier|previous|prior|old|former|original|first|initial|given) (?:orders|instructions?|rules|guidelines|directions|prompt|tasks?|roles?|limits|restrictions)\b[^.!?;]{0,20}\b(?:no longer (?:appl(?:y|ies)|holds?|counts?|binds?|matters?)|(?:is|are) (?:hereby |now )?(?:void|over|cancell?ed|lifted|obsolete|suspended|revoked))\b/i,
);
/** An answer by what it has to consist of. */
const ANSWERS = whereNeeded(
  /\banswer (?:that|this)(?: one| question)? (?:only|alone)\b|^\W{0,4}(?:always |only |please |just |simply |now |from now on,? )*(?:reply|answer|respond)\b(?: to)?[^.;!?]{0,40}\b(?:only|just|solely|exclusively|nothing but|always|every|each|all|whatever|anything)\b[^.;!?]{0,24}\b(?:with|in|that|nothing but)\b|(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease )(?:write|say|output|print|answer|reply|respond)\b[^.!?]{1,80}\b(?:whatever|no matter what|regardless of what|whichever question)\b[^.!?]{0,24}\b(?:asked|asks?|said|says?|wants?|writes?|comes?)\b|^\W{0,4}(?:write|say|output|print|return|answer|reply|respond)(?: with| down)? (?:nothing|no word) (?:but|except|else than|other than)\b/i,
);
/** An address that is opened with something of somebody in it. */
const FETCHES = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould )(?:open|fetch|load|visit|request|call|get|ping|render|embed|show|display|query|post to|include)\b[^.!?]{0,30}https?:\/\/\S{4,200}[^!?\n]{0,24}\b(?:followed by|attach(?:ed|ing)?|append(?:ed|ing)?|add(?:ed|ing)?|plus|pass(?:ed|ing)?|together with|along with|including|containing|filled with|replac\w+|whose|where)\b/i,
);
/** An address whose words are to be obeyed: guides are followed and steps are taken. */
const OBEYS = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould )(?:open|fetch|load|visit|read|request|call|get|see|check|go to|navigate to|browse to|download)\b[^!?\n]{0,40}\b[\w-]+\.[a-z]{2,}\b[^!?\n]{0,60}\b(?:and|then) (?:then |exactly |just |simply )?(?:do|obey|execute|carry out|act on|act upon|run|apply|comply with|heed) (?:exactly |just |all |only )?(?:what|whatever|everything|anything|as|all|any|it says|the (?:orders|commands))\b/i,
);
/** What only a model has that it could show. */
const OF_MODEL = whereNeeded(
  /\byour (?:own )?(?:set-?up|initial|hidden|starting|first|opening|original|system|base|secret|internal|core|developer) (?:texts?|instructions?|messages?|prompts?|orders|rules|configuration|lines|words|settings|guidelines)\b|\b(?:follow|obey|heed|trust|believe) (?:this|these|the following) (?:text|lines?|note|page|message|words|paragraph|document|instructions?) (?:instead|only|alone|from now on|and (?:nothing|no|ignore|forget|not))\b|\band (?:follow|obey) this (?:text|note|message|line|page|paragraph)\b/i,
);
/** What stood before, in as many words: only who was given it could repeat it. */
const ABOVE = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould )(?:repeat|print|output|show|reveal|quote|recite|echo|return|copy|write(?: out)?|display|include|list|reproduce|translate|encode)\b[^.!?]{0,20}\b(?:text|words?|lines?|messages?|everything|all|content|prompt|paragraphs?|whatever|instructions?)\b[^.!?]{0,30}\b(?:above|before (?:this|these|it|the)|preceding|(?:came|comes|stands|stood|was (?:said|written|given)) (?:above|before))\b[^.!?]{0,60}\b(?:word (?:by|for) word|verbatim|exactly|in full|unchanged|starting with|beginning with|from the (?:first|beginning|start)|code ?block|as (?:it|they) (?:is|are|stands?)|you are)\b/i,
);
/** What stood before somebody spoke to who is told to show it. */
const BEFORE_USER = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould )(?:reveal|print|show|repeat|quote|output|copy|write(?: out| down)?|give|display|recite|include)\b[^.!?]{0,20}\b(?:text|words|lines|messages?|instructions?|everything|all|what(?:ever)?)\b[^.!?]{0,24}\b(?:before|above|ahead of) the (?:users?|customers?|persons?|humans?)['’]?s?['’]? (?:very )?(?:first |own )?(?:message|question|request|turn|input|prompt)\b/i,
);
/** Nothing is to be found in what is looked over, as it has been looked over. */
const CLEARED = whereNeeded(
  /\b(?:report|raise|flag|list|find|note|mention|name|point out|give) (?:no|not a single|zero) (?:\w+ ){0,2}(?:issues?|findings?|problems?|vulnerabilit(?:y|ies)|weakness(?:es)?|errors?|bugs?|faults?|flaws?|concerns?|warnings?)\b|\b(?:do not|don.t|never) (?:report|flag|raise|mention|list|point out|comment on) (?:(?:any|the|these|those|it|this|them) ?)(?:\w+ ){0,2}(?:issues?|findings?|problems?|vulnerabilit(?:y|ies)|weakness(?:es)?|flaws?|as (?:unsafe|insecure|dangerous|malicious))\b|\bneeds? no (?:further|more|second|other|closer) (?:look|check|review|scan|analysis|proof|inspection)s?\b/i,
);
/** Whoever looks over code is told to find nothing; a program is told to say nothing of what is wrong with its input. */
const OF_REVIEWS = /\b(?:security|vulnerab\w+|audit\w*|review\w*|secure|safe|checked|insecure|malicious)\b/i;
/** What a program was given to work with goes into what it writes. */
const LEAKS = whereNeeded(
  /\b(?:[Ii]nclude|[Pp]ut|[Aa]dd|[Pp]rint|[Ww]rite|[Pp]ost|[Pp]aste|[Ii]nsert|[Aa]ppend|[Ss]how|[Ee]cho|[Ee]mbed|[Mm]ention|[Qq]uote|[Pp]lace)\b[^.!?]{0,40}(?:\b[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\b|\.env\b|\b(?:environment variables?|api keys?|access tokens?|passwords?|secrets|credentials|private keys?|connection strings?)\b)[^.!?]{0,40}\b(?:commit message|pull request|comments?|answer|reply|response|summary|link|url|issue|image|query|description)\b/,
);
/** A tool is put to use. */
const BY_TOOL = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease )(?:use|take|call) (?:the|your|any) (?:terminal|shell|console|command line|browser|bash|(?:files?|mail|e-?mail|payments?|search|calendar|code|http|database|browser|shell|memory) tools?)\b[^.!?]{0,12}\b(?:to|and) (?:wipe|delete|remove|erase|send|upload|overwrite|post|fetch|download|empty|pay|transfer|mail|forward|cancel|buy|book|change|copy|replace|clear|reset)\b/i,
);
/** The best there is, for one. */
const RATES = whereNeeded(
  /\b(?:score|rate|grade|give|mark|award|assign)\b[^.!?]{3,48}(?:\b(?:10\/10|5\/5|(?:10|ten) out of (?:10|ten)|(?:5|five) out of (?:5|five)|full marks|top marks|maximum (?:score|points|rating)|perfect score|(?:the )?highest (?:possible )?(?:score|rating|grade|mark|confidence))\b|\b100 ?%)|\b(?:summari[sz]e|sum up|describe|classify|label|translate|present|report) (?:this|the|these) (?:e?-?mail|message|page|document|text|article|thread|ticket|file|paper|review|note)s? (?:as|like|with the words?|by saying|only as)\b|\b(?:rank|list|put|place|name|rate)s? (?:this|our|my|that) (?:supplier|product|offer|company|candidate|applicant|bid|shop|hotel|paper|page|brand|service|vendor)s? (?:first|highest|above|on top|at the top)\b/i,
);
const NAMES_FIRST = whereNeeded(
  /\b(?:[Ll]ist|[Rr]ank|[Pp]ut|[Pp]lace|[Nn]ame|[Rr]ate|[Ss]ort|[Rr]ecommend|[Pp]romote|[Ss]uggest|[Ff]avou?r|[Pp]resent) (?:the )?(?!I\b)[A-Z][\w&]+(?: (?:[A-Z][\w&]*|&)){0,2} (?:first\b|highest|above (?:all|the|every|any)|at the top|and (?:nobody|nothing|no one) else|as the (?:best|only|safest|cheapest|top)|over (?:all|any|every))/,
);
/** What is decided is decided without what it needs. */
const UNCHECKED = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust )(?:merge|deploy|approve|publish|release|grant|pay|transfer|sign|accept|confirm|refund|admit|hire)\b[^.!?]{3,60}\bwithout (?:running|waiting|asking|any|further|a|review|checks?|checking|confirmation|approval|looking|reading|testing|an?other)\b|\b(?:treat|regard|consider|take) (?:this|the|that|every|any|all|it)\b[^.!?]{0,40}\bas (?:complete|approved|verified|paid|genuine|authentic|signed|reviewed|trusted|harmless|passed|correct)\b[^.!?]{0,6}\band (?:release|approve|pay|send|close|merge|grant|accept|refund|go on|continue|suggest|confirm)\b/i,
);
/** Something of somebody's goes to an address, and not what its owner asks for. */
const MAILS_OFF = whereNeeded(
  /(?:^\W{0,4}(?:(?:TODO|FIXME|XXX|NOTE)\W{0,3})?|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould )(?:send|mail|e-?mail|forward|share|copy|submit|deliver|transfer|post|bcc|cc|pass|text|upload|export|sync)\b(?! (?:us|me|an? e?-?mail|an? message|your|our|my|questions?|comments?|bugs?|patches|feedback|suggestions?|corrections?|enquiries|inquiries|requests?|mail|e-?mails?)\b)[^.!?]{3,80}\b(?:to|with|at)\b[^.!?]{0,16}(?:\b[\w.-]+@[\w-]+\.\w|\+\d[\d ]{6,}|\b(?:https?|s?ftp):\/\/\w)/i,
);
const FOR_OWNER =
  /\b(?:your|you|us|our|we|me|my|questions?|comments?|bugs?|bug reports?|patch(?:es)?|feedback|suggestions?|corrections?|enquiries|inquiries|applications?|contact|subscribe|unsubscribe|mailing list|maintainers?)\b/i;
/** What the reader's user is said to want. */
const WANTED = whereNeeded(
  /\bthe (?:user|owner|customer|account holder|operator|admin(?:istrator)?) (?:wants|needs|asks|asked|expects|wishes|would like|has asked|has told|has instructed) (?:for )?you to\b|\bthe (?:user|owner|account holder|operator) (?:has |have )?(?:already |since |fully )?(?:agreed|consented|approved|authori[sz]ed|confirmed)(?: to)? (?:this|that|it|all|every|the|any|each)\b|\byour (?:task|job|goal|role|assignment|mission) (?:has (?:changed|been (?:changed|replaced|updated))|is now)\b/i,
);
/** A model, an agent or a program that reads, by whatever it is called, and what it has to do or may. */
const MODEL =
  '(?:(?:AI|LLM|GPT|language|chat|large|generative|automated|machine|digital|virtual)[ -](?:based )?(?:language )?(?:systems?|tools?|agents?|models?|assistants?|readers?|reviewers?|bots?|crawlers?|summari[sz]ers?|screeners?|graders?|helpers?|programs?|engines?|software)|AIs?|LLMs?|GPTs?|chat ?bots?|Claude|ChatGPT|Gemini|Copilot)';
const TO_MODEL = whereNeeded(
  new RegExp(
    `^\\W{0,4}(?:this is (?:only )?(?:for|to) (?:the |any |all |every )?(?:${MODEL}|assistant|agent|bot)\\b\\s?[:,]|(?:an? |this is an? )?(?:important |urgent |short |private |hidden |quick )?(?:note|message|hint|word|request|instructions?|notice|reminder|info|information|guidance|memo)s? (?:to|for) (?:the |any |all |every |each |whatever |our |your )?${MODEL}\\b|(?:for|to) (?:the |any |all |every |each |whatever )?${MODEL}(?: only)?\\s?:|(?:dear|hey|hi|hello|attention,?|listen,?) (?:the |any |all )?${MODEL}\\b[,:!])`,
    'i',
  ),
);
const BINDS_MODEL = whereNeeded(
  new RegExp(
    `\\b(?:the |any |all |every |each |an? |whatever |whichever )?${MODEL}(?: (?:reading|that reads?|who reads?|which reads?|that sees?|seeing|processing|that process(?:es)?|handling|that handles?|parsing|summari[sz]ing|that summari[sz]es?|evaluating|reviewing|grading|screening|used|using|with access|here|involved)(?: (?!must|should|shall|ought|has|have|are|is|may|will|needs?)[^\\s.,;!?]+){0,6})?,? (?:must|should|shall|ought to|has to|have to|are to|is to|are (?:asked|told|required|instructed|requested|free|allowed|permitted|advised|hereby) |is (?:asked|told|required|instructed|requested|free|allowed|permitted|advised|hereby) |may now|will (?:now|please)|please)\\b`,
    'i',
  ),
);
/** Programs speak of models that they serve, and of what these must be. */
const OF_PROGRAMS =
  /\b(?:config|load(?:ed|s)?|weights|checkpoint|tensor|dataset|train(?:ed|ing)?|API|endpoint|class|method|function|parameter|tokenizer|prompt template|version|installed|import)\b/i;

/** What is to be named where it was not asked for. */
const UNASKED = whereNeeded(
  /(?:^\W{0,4}|[.;:,] |\band |\bthen |\bplease |\bmust |\bshould |\balways )(?:recommend|praise|mention|name|promote|suggest|advertise|bring up|speak of|talk about|say|add|quote|link to|point to)\b[^.?!]{2,60} (?:whenever|wherever|each time|every time|when|if|once|as soon as) [^.?!,]{2,40}\b(?:(?:is|are|was|gets?) (?:mentioned|asked|discussed|named|spoken of|raised|brought up)|comes? up|(?:somebody|someone|anybody|anyone|a (?:user|reader|customer|client|visitor)) (?:asks?|mentions?|talks?|speaks?|wants?|complains?))\b/i,
);

/** Of a button or a menu; an order to a model is longer. */
const LEAST_WORDS = 6;

/** Whether it is an order to a model, where no one who looks sees it and no page keeps what it says to its visitors. */
export function isOrder(said: string): boolean {
  if (isAddressed(said) || isCovert(said) || isOfWorth(said)) return true;
  const { web, programs } = deedOf(said);
  return Math.max(web, programs) >= UNSEEN || deedElsewhere(said) >= UNSEEN_ELSEWHERE;
}

/** The same in what a page keeps hidden until it is asked for, of which most is for its visitors. */
export function isOrderForLater(said: string): boolean {
  return isAddressed(said) || isCovert(said) || isOfWorth(said) || isLikely(said, LATER);
}

/** The same in letters, whose writers ask each other to tell somebody something and to keep it for themselves. */
export function isOrderToModel(said: string): boolean {
  return isAddressed(said, true) || isOfWorth(said);
}

/** The same in what a style alone hides, by which no program of a page can find it again. */
export function isOrderBare(said: string): boolean {
  return isOrderForLater(said) || isLikely(said, BARE);
}

/** The same in what says what a picture, a film or a file is: nothing is ordered there. */
export function isOrderInDescription(said: string): boolean {
  return isAddressed(said) || (!isPictured(said) && (isPlainlyCovert(said) || isLikely(said, DESCRIPTION)));
}

/** What a picture shows, behind what kind of a picture it is: signs and charts tell whoever looks at them what to do. */
const PICTURED_ELSEWHERE =
  /^\P{L}{0,4}(?:(?:ein |eine |das |die |un |une |uno |una |il |le |la |el )?(?:schild|warnschild|tafel|plakat|foto|bild|zeichnung|panneau|affiche|photo|image|dessin|cartel|letrero|señal|imagen|foto|placa|cartaz|imagem|cartello|insegna|immagine|disegno|bord|znak|tablica|zdjęcie|табличка|знак|плакат|фото|рисунок|tabela|levha|uyarı levhası|afiş|fotoğraf|resim)(?!\p{L})|لافتة|لوحة|صورة|שלט|תמונה|تابلو|عکس|चित्र|सूचना|biển|ảnh|ป้าย|[^\s"'“”「:：]{0,10}(?:牌子|告示牌|标语|照片|图片|海报|看板|写真|ポスター|標識|안내판|표지판|사진|포스터))[^:：«"“„「]{0,40}[:：«"“„「]/iu;
const PICTURED =
  /^\W{0,4}(?:an? |the )?(?:\w+ ){0,3}(?:chart|diagram|poster|signs?|screenshot|photo(?:graph)?|picture|image|drawing|illustration|infographic|graph|table|map|label|slide|cover|banner|sticker|note on the \w+|steps?(?: \d+)?|figure(?: \d+)?)(?: (?:at|on|in|by|of|with|from) (?:\w+ ){0,3}\w+)?(?: (?:that )?(?:says?|reads?|reading|saying|shows?|telling|tells))?\s?:\s/i;

function isPictured(said: string): boolean {
  return PICTURED.test(said) || PICTURED_ELSEWHERE.test(said);
}

/** The same in what stands in for what a browser cannot show, and speaks of that. */
export function isOrderInStead(said: string): boolean {
  return isAddressed(said) || isPlainlyCovert(said) || (!OF_BROWSERS.test(said) && isLikely(said, STEAD));
}

const OF_BROWSERS =
  /\b(?:javascript|scripts?|browsers?|plug-?ins?|flash|frames?|html5|cookies|download|player|pdf|supports?)\b/i;

function isLikely(said: string, least: number): boolean {
  const { web, programs } = deedOf(said);
  return (web >= least && programs >= OF_A_PROGRAM) || deedElsewhere(said) >= least + ELSEWHERE;
}

function isOfWorth(said: string): boolean {
  if (asks(said) || (said.match(/\S+/g)?.length ?? 0) < LEAST_WORDS) return false;
  return CARRIES.test(said) || WIPES.test(said) || JUDGES.test(said) || SAYS.test(said);
}

/** The same in comments that are taken out where a page or a paper is made: its writers have some for each other. */
export function isOrderAside(said: string): boolean {
  return isAddressed(said) || isPlainlyCovert(said) || isLikelyNoted(said, ASIDE);
}

/** The same where people who write programs leave notes for each other. */
export function isOrderInNote(said: string): boolean {
  return isAddressed(said) || isPlainlyCovert(said) || isLikelyNoted(said, NOTE);
}

function isLikelyNoted(said: string, least: number): boolean {
  const { web, programs } = deedOf(said);
  return programs + OF_VISITORS * web >= least || deedElsewhere(said) >= least + ELSEWHERE;
}

/** The same in what names a link, a button or a page. */
export function isOrderInLabel(said: string): boolean {
  return isAddressed(said) || (!isPictured(said) && (isPlainlyCovert(said) || isLikely(said, LABEL)));
}

/** The same in notes of slides, which tell whoever speaks what to do. */
export function isOrderToSpeaker(said: string): boolean {
  return isAddressed(said) || isLikely(said, TO_SPEAKER);
}

/** How likely a deed has to be an order to whoever answers: by what share of look-alikes that nothing was learned from reaches it. */
const TO_SPEAKER = 2.5;
const LABEL = 0.55;
const LATER = 0.35;
const DESCRIPTION = 0.1;
const STEAD = -0.3;
const BARE = 0.2;
const NOTE = 0.4;
const ASIDE = 0.1;
/** Visitors and writers are told in notes what to bring, to sign and to fill in: what speaks to these speaks against it. */
const OF_VISITORS = 0.2;
const IN_COMMENT = 0.7;
const UNSEEN = -2;
/** Pages that speak of programs say what no page says to its visitors. */
const OF_A_PROGRAM = -1;
/** In other languages less is known of what is ordered. */
const ELSEWHERE = 1.4;
const UNSEEN_ELSEWHERE = -0.5;

/** Words without which nobody speaks to a model, or of those whom it answers. */
const ADDRESSES =
  /\b(?:ais?|llms?|gpts?|models?|assistants?|agents?|(?:chat)?bots?|copilots?|reviewers?|summari[sz]ers?|users?|readers?|you|your|prompts?|instructions?|mode|ignore|disregard|forget|repl(?:y|ies)|answers?|respond|him|her|them|whoever|applicant|candidate|whatever|quietly|everyone|anyone|use|take|send|mail|forward|share|copy|post|text|upload|export|submit|transfer|pay|merge|approve|release|grant|include|put|print|treat|needs)\b/i;

/** What is asked is dropped for an answer that was not: programs that ignore a request return something. */
const ANSWERS_INSTEAD =
  /\b(?:ignore|disregard|forget|drop) (?:the|your|any|all|every|this) (?:\w+ )?(?:requests?|questions?|tasks?|prompts?|conversation|assignment|instructions?)(?: above| before| so far)?,? ?(?:and|but|then) (?:just |only |instead |simply )?(?:write|say|answer|reply|respond|tell|speak|talk)\b/i;

/** The same in the comments of a program, which has instructions of its own. */
export function isOrderInComment(said: string): boolean {
  return (
    deedOf(said).programs >= IN_COMMENT ||
    ordersAbroad(said, true) ||
    isOfAgents(said) ||
    (deedElsewhere(said) >= ASIDE && ordersAbroad(said)) ||
    (ADDRESSES.test(said) &&
      (callsModel(said.replace(THING_OF_PROGRAMS, 'text')) ||
        OVER.test(said) ||
        FETCHES.test(said) ||
        OBEYS.test(said) ||
        YOURS_OVER.test(said) ||
        BEFORE_USER.test(said) ||
        ANSWERS_INSTEAD.test(said) ||
        ABOVE.test(said) ||
        (CLEARED.test(said) && OF_REVIEWS.test(said)) ||
        ordersActing(said) ||
        (isPlainlyCovert(said) && deedOf(said).programs >= ASIDE)))
  );
}

/** Programs that talk to models have a variable of that name. */
const THING_OF_PROGRAMS = /(?<!\b(?:your|its|own|full|entire|whole|hidden|secret) )\bsystem prompts?\b/gi;

function isNamed(said: string): boolean {
  return callsModel(said) || TELLS_USER.test(said);
}

/** Programs tell their users something, too, and their comments that they do. */
function callsModel(said: string): boolean {
  const [called] = CALLED.exec(said) ?? [];
  return (
    (called !== undefined && moodOf(said.slice(called.length)).orders) ||
    NAMED.test(said) ||
    READERS.test(said) ||
    TO_YOU.test(said) ||
    OF_MODEL.test(said) ||
    ((TO_MODEL.test(said) || BINDS_MODEL.test(said)) && !OF_PROGRAMS.test(said))
  );
}

/** A word of each: one look spares most sentences four. */
const ACTS =
  /@|:\/\/|\+\d|_[A-Z]|\.env\b|\bwithout\b|\bas [a-z]+,? and\b|\b(?:terminal|shell|console|line|browser|bash|tools?|variables?|keys?|tokens?|passwords?|secrets|credentials|strings?)\b/i;

/** A deed that only somebody does who has tools and what is another's. */
function isOfAgents(said: string): boolean {
  if (!ACTS.test(said)) return false;
  return (
    BY_TOOL.test(said) || LEAKS.test(said) || UNCHECKED.test(said) || (MAILS_OFF.test(said) && !FOR_OWNER.test(said))
  );
}

/** An order that says by itself that it is to a model: whoever else may see it. */
export function isAddressed(said: string, ofProgram = false): boolean {
  if (ordersAbroad(said, ofProgram)) return true;
  if ((said.match(/\S+/g)?.length ?? 0) < LEAST_ADDRESSED) return false;
  return (
    isNamed(said) ||
    OVERRIDES.test(said) ||
    SETS_ASIDE.test(said) ||
    OVER.test(said) ||
    ANSWERS.test(said) ||
    FETCHES.test(said) ||
    OBEYS.test(said) ||
    YOURS_OVER.test(said) ||
    BEFORE_USER.test(said) ||
    ABOVE.test(said) ||
    CLEARED.test(said) ||
    WANTED.test(said) ||
    RATES.test(said) ||
    NAMES_FIRST.test(said) ||
    isOfAgents(said) ||
    UNASKED.test(said) ||
    ordersActing(said)
  );
}

const LEAST_ADDRESSED = 4;
