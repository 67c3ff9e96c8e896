/**
 * Whether a sentence orders somebody to do something: not by a list of what may be ordered, but by how English orders. A verb
 * in its plain form opens a clause and has an object behind it; or somebody must do something; or somebody wants it of you.
 */
export interface Mood {
  /** It orders at all. */
  readonly orders: boolean;
  /** It says what whoever answers, reads or decides has to do, or what an answer has to be. */
  readonly binds: boolean;
  /** The verb that orders first, where one does. */
  readonly verb: string;
}

/** Words that open clauses and are no verbs there, though an article may follow them. */
const CLOSED = new Set(
  (
    'a an the this that these those my your his her its our their i you he she it we they me him us them who whom whose which what when where why how ' +
    'all both half each every either neither no some any such many much more most few several one two three four five six seven eight nine ten once twice ' +
    'in on at by for from to into onto of off over under about above below behind beside besides between beyond across after against along among around as before despite down during except inside like near outside past per since than through throughout till until up upon via with within without towards toward unlike amid ' +
    'and but or nor so yet if unless because although though while whereas whether lest ' +
    'is are was were be been being am has have had does did do will would shall should can could may might must ' +
    'not never always only just even also too very still already again soon then there here now often perhaps maybe quite rather almost yes hello hi dear thanks welcome sorry well oh ' +
    'plus minus versus including according due thus hence therefore however instead otherwise meanwhile today tomorrow yesterday tonight inspired made based built given born found seen known used shown ' +
    'proof news notice notes part parts page figure table list view photo picture image map portrait logo icon sketch poster chart diagram everything nothing anything something everyone everybody someone somebody nobody'
  ).split(' '),
);

/** Verbs that order also where no article stands behind them. */
const VERBS = new Set(
  (
    'accept accuse act add admit advise agree allow announce answer apologise apologize append apply approve argue arrange ask assert assign assume assure attach attack award ' +
    'ban beg begin behave believe bill blame block boast bomb book borrow break bribe bring broadcast bury buy call cancel carry cease change charge cheat check choose cite claim close collect come command comment complain conceal conclude condemn confess confirm congratulate consider contact continue convert convince copy count cover credit criticise criticize cut ' +
    'dare deal decide declare decline defend delay delete deliver demand deny deposit describe destroy dial direct disable disclose discourage discuss dismiss display dispose disregard divert divide donate double doubt downplay draft drag draw drink drive drop dump ' +
    'eat email embed emphasise emphasize employ empty enable encourage end endorse enrol enter erase escalate exaggerate exchange exclude excuse execute expel explain export express extend fail fake favour favor feed feign fetch fill find finish fire fix flatter follow fool forbid force forge forget forgive forward ' +
    'gamble get give go grade grant greet guess halve hand hang head help hide hint hire hold hurry ignore imagine imitate impersonate imply increase inform inject insert insist insult interrupt invent invest invite invoke issue joke judge jump keep kick kill knock label laugh lay lead leak lean leave lend lengthen let lie list listen load lock log look lose lower ' +
    'mail maintain make mark match meet mention mention merge message mind misquote mix mock modify move multiply mute name nod note notify nudge obey offer omit open order overcharge overlook override overrule overstate overwrite pack paint paraphrase pardon pass paste pause pay persist persuade phone pick place plant play plead point poison post postpone pour praise pray predict prefer prepare prescribe present pretend print proceed promise promote pronounce propose prove publish pull punish push put ' +
    'query question quit quote raise rank rate reach read rearrange reassign recall recite recommend record redirect refer refuse refund register reject relate release rely remark remember remind remove rename render renew rent repeat rephrase replace reply report request require reroute reschedule reserve reset resign resist respond restart return reveal reverse reward rewrite ring round ruin run sabotage save say scare schedule score scrap search seat sell send set settle shade share shift ship shorten shout show shred shut sign signal silence sing skip slip smear smuggle sneak solve speak spell spend spread stage stall stand start state stay steal steer step stick stop store stress strike strip submit subscribe substitute suggest summarise summarize supply support suppose suppress swap swear switch ' +
    'take talk teach tell testify thank think threaten throw tie tip trade transfer translate trash treat trick trigger trust try turn twist type understate undo unlock unsubscribe update upgrade upload urge use utter visit vote vouch wait walk warn waste watch water whisper win wipe wire wish withdraw withhold work write yell'
  ).split(' '),
);

/** What an object begins with; what follows a name, or a noun that only looks like a verb, begins otherwise. */
const OBJECT =
  /^(?:the|an?|this|that|these|those|every|each|all|any|no|some|both|half|another|my|his|her|its|their|our|your|me|him|it|them|us|himself|herself|itself|themselves|yourself|whoever|whatever|whichever|wherever|what|how|why|whether|nothing|nobody|everything|everyone|everybody|anyone|anybody|something|someone|somebody|only|one|two|three|four|five|six|seven|eight|nine|ten|twice|double|\d+|["“'‘«].*)$/i;
/** Behind a verb that is one. What stands behind a noun, or says that it is no order, is left. */
const NOT_BEHIND_VERB =
  /^(?:of|charts?|graphs?|plots?|is|are|was|were|has|have|had|will|can|limit|limits|must|and|or|&|by|:|=|\/|\(|->|-)$/i;
/** `Speak of`. */
const OF = new Set(['speak', 'think', 'dispose', 'approve', 'talk', 'beware', 'complain', 'boast']);

const HEAD =
  /^\W*(?:(?:(?:an? |the )?(?:hidden |secret |short |last |quick |internal )?(?:note|hint|reminder|remark|instruction|instructions|important|attention|todo|nb|p\.?s|fyi|system|task|order|request|message|notice|warning|info|hey|dear)(?: (?:to|for|from) [^:,.]{2,30})?\W{0,2}[:,-]|hey|hello|hi|ok|okay|so|well|and|but|then)\W+)+/i;
/** Behind which the order comes. */
const CONDITION =
  /^(?:when|whenever|if|in case|before|after|once|as soon as|as long as|should|while|unless|until|wherever|each time|every time|whatever|whoever|whichever|no matter|given that|since|as|for|in|on|at|to|upon|by|from|with|throughout|rather than|instead of|apart from|under)\b[^,;.!?]{2,80}, ?(?:then )?/i;
const ADVERBS =
  /^(?:(?:please|kindly|now|always|never|only|ever|just|simply|quietly|silently|secretly|discreetly|instead|then|also|again|first|next|finally|do|not|don['’]t|dont|be sure to|make sure to|make sure that you|make sure you|remember to|take care to|see to it that you|feel free to|try to|go ahead and|go and|under no circumstances|by all means|in no case|at no time|at once|from now on|from here on|you must|you shall|you should|you will|you have to|you need to|you are to|you may now|you can now|you ought to|rather|better|so|and|but|or|to|go on to|it is time to|it is vital to|it is important to)\b,? ?)+/i;
const BINDS =
  /\b(?:i|we|the (?:user|owner|customer|sender|operator|admin|administrator|person)) (?:want|need|ask|order|expect|command|urge|beg|would like|require|instruct|tell|advise|trust|count on|wish)(?:s|ed)? (?:for )?you to\b|\b(?:you|one|whoever [^,.;]{3,40}|(?:the|any|every|each|your|no|an?) (?:\w+ ){0,2}(?:reader|readers|answer|answers|reply|replies|response|responses|summary|summaries|reviewer|referee|assistant|model|agent|bot|ai|workers?|user|users|person|one|sentence|message|letter|report|verdict|review|candidate|applicant|claim|paper|article|essay|product|listing|request|application|loan|invoice|manuscript)|nothing (?:about|of)[^,.;]{3,40}|no (?:word|mention) of[^,.;]{3,40}|the (?:person|one|man|woman) who [^,.;]{3,40}|every \w+|all \w+) (?:must|shall|is to|are to|has to|have to|needs to|need to|ought to|should|may|will have to|had better)(?: not| never| only| always)? (?:be|\w+)|\bit is (?:important|vital|essential|necessary|your (?:task|job|duty)|crucial|best|time|imperative) (?:that|to)\b|\bno (?:word|mention|sign) of\b[^.;]{3,60}\b(?:may|must|shall|should|is to)\b|\bsee to it that\b|\b(?:would|could|will|can) you (?:please|kindly|quietly|now|also)\b|\byou (?:now )?(?:act|work|speak|answer) (?:as|for|like)\b|\byou (?:must|shall|are to|have to|need to|ought to|will now|will have to|are (?:now|hereby|no longer)|may now|should)\b|\byour (?:new |real |only |next |first )?(?:task|job|role|duty|goal|mission|order|orders|instructions?) (?:is|are)\b/i;

/** So much is read. */
const MOST = 400;
const CLAUSES = /[.;!:\n]\s+|,? (?:and|but|then|or) (?:then |so )?|, | [-\u2013\u2014] /g;

/** `If he asks, she is at home`: what is to be said. */
const WHEN_ASKED =
  /^(?:if|when|whenever|should|in case|as soon as|once)\b[^,;.!?]{3,60}\b(?:asks?|asked|want|wants|enquires?|inquires?|wonders?|mentions?|complains?|calls?|writes?|comes up|brings up|doubts?|insists?)\b[^,;.!?]{0,40}, \w/i;
const DO_SO =
  /^do (?:as|what|whatever|the|this|that|it|so|everything|nothing)\b|^have (?:the|him|her|them|my|our|his|their|each|every|all|both|one|two|three|someone|somebody|nobody|no one)\b \w+ \w/i;

/** What a licence says of itself, also at whoever uses it. */
export const LICENCE =
  /\b(?:copyright|licen[cs]ed?|(?:no|any|without|implied|express|of) warrant(?:y|ies)|redistribut\w+|GNU (?:\w+ )?General)\b/i;

export function moodOf(said: string): Mood {
  const text = said.slice(0, MOST).replace(HEAD, '').trim();
  const binds = BINDS.test(text) || (WHEN_ASKED.test(text) && !text.includes('?'));
  const first = verbThatOrders(text);
  if (first !== '') return { orders: true, binds, verb: first };
  for (const { 0: mark, index } of text.matchAll(CLAUSES)) {
    // Within a sentence whose beginning orders nothing, `and` joins what somebody does.
    if (/[a-z,]/.test(mark.charAt(0)) || mark.startsWith(' ')) continue;
    const verb = verbThatOrders(text.slice(index + mark.length));
    if (verb !== '') return { orders: true, binds, verb };
  }
  return { orders: binds, binds, verb: '' };
}

/** The verb that orders at the beginning of a clause, or nothing. */
function verbThatOrders(clause: string): string {
  let text = clause.replace(/^[^\p{L}\d"“'‘]+/u, '');
  const at = verbAtBegin(text);
  if (at !== '') return at;
  if (DO_SO.test(text)) return 'do';
  text = text.replace(CONDITION, '').replace(ADVERBS, '');
  return text === clause ? '' : verbAtBegin(text);
}

function verbAtBegin(text: string): string {
  const [, verb = '', particle, next = ''] =
    /^([A-Za-z]{2,14}(?:-[a-z]{2,8})?)( (?:up|down|out|off|on|over|away|back|in|along|round|through))?[ ,]+(\S+)/.exec(
      text,
    ) ?? [];
  const word = verb.toLowerCase();
  if (word === '' || CLOSED.has(word) || next === '') return '';
  if (VERBS.has(word)) return !NOT_BEHIND_VERB.test(next) || (next.toLowerCase() === 'of' && OF.has(word)) ? word : '';
  // `Sunset over the sea` has a noun there.
  return particle === undefined && OBJECT.test(next) && !/(?:ing|ed|ly|s|tion|ment|ness|ity)$/.test(word) ? word : '';
}
