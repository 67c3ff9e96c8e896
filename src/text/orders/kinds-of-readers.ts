import { BEGIN, type Kind, ordered, said } from './kind.ts';

/** What of the reader's own, or of the reader's user, goes elsewhere. */
const KEPT =
  /\b(?:(?:conversation|chat|message) history|(?:whole|entire|full|complete|this) conversation|conversation so far|previous messages|last (?:\w+ )?(?:e-?mails?|messages?)|contents? of (?:the )?(?:open|current|active) \w+|open (?:editor )?(?:tab|file)|(?:user|person|owner|reader)['\u2019]s (?:current |home |exact |own |saved )?(?:location|credentials|password|address|token|name|mail|phone)|current location|clipboard|system prompt|environment variables|mcp\.json|\.ssh|\.env\b|\.aws|access token|one-time (?:code|password))/i;
const SECRET =
  /\b[A-Z][A-Z\d]*_(?:TOKEN|KEY|SECRET|PASSWORD|PAT)\b|(?:^|[\s"'`(])\.env\b|["'`]env["'`]|\bos\.environ\b|\bprocess\.env\b|\b(?:access token|deploy key|private key|private half|credentials|one-time (?:code|password)|(?:typed|entered|current|own) password|passwords|environment it runs in|whole environment|environment variables|env(?:ironment)? (?:dump|block)|\/etc\/\w+|session (?:token|cookie)s?)\b/i;
const DEED =
  'transfer|wire|pay|send|forward|mail|post|upload|export|publish|share|invite|grant|delete|erase|wipe|remove|unlock|disarm|disable|buy|order|book|reserve|cancel|change|turn off|switch off|open|empty|text|schedule|issue|rotate|set|move|approve|merge|reply|answer|respond|say|state|print|go on|continue|place|act|do|list|tell|write|run|call|execute';

/** The text itself says that nobody need be asked, or that who speaks is whom the reader serves. */
export const LEAVE =
  /\b(?:calls?|actions?|transfers?|deletions?|steps?) (?:now )?(?:need|needs|require|requires) no (?:further |more )?(?:confirmation|approval)\b|\b(?:safety|content|security) (?:filters?|checks?|rules|policies|guardrails) (?:were|are|have been|has been|is|was) (?:now |temporarily )?(?:suspended|disabled|lifted|off|switched off|turned off)\b|\bprivilege level (?:was |is |has been )?(?:raised|changed|set|lifted)\b|\bthe user (?:has|is|was) (?:now )?(?:been )?(?:verified|authenticated) as (?:an? )?(?:admin\w*|owner|root)\b|\b(?:invoices?|payments?|transfers?|orders?|requests?) (?:from (?:us|me|this \w+) )?(?:are|is) (?:always )?pre-?(?:approved|authori[sz]ed)\b|\byou(?:['\u2019]ve| have) been (?:upgraded|promoted)\b[^.!?\n]{0,60}\bagent\b|\bearlier restrictions were\b[^.!?\n]{0,24}\bonly\b|\bno longer (?:ask|need to ask|have to ask)\b[^.!?\n]{0,12}\bbefore\b/i;

/** Who speaks says to be whom the reader serves. */
export const POSES =
  /\bthis is (?:the|your) (?:user|account holder|account owner|operator|principal) (?:speaking|writing|again|here|from|on)\b|\b(?:for whom|who|whom) you (?:work|act|are working|are acting)\b(?: for)?(?=[.,:;!]|$)|\b(?:message|note|notice|remark|word) (?:for|to) (?:the |any)?(?:one|system|process|program|machine|whoever|software) (?:executing|answering|processing|running|handling|fulfilling) (?:this|the|these)\b|\b(?:update|message|note|request|word) from your (?:user|owner|principal)\b|\bnote from (?:the|your) (?:account holder|user|owner|principal)\b/i;

/** Orders that only a program has which answers for somebody, with what it was given and tools. */
export const KINDS_OF_READERS: readonly Kind[] = [
  // A tool puts itself before all others, and wants what was said.
  {
    needs: ['tools', 'others', 'whole'],
    all: [
      /\b(?:before|instead of|over|prior to|in place of) (?:any|every|all|each|the) other tools?\b/i,
      /\b(?:must|always|has to|have to|needs? to|shall|should|call|use|run|invoke)\b/i,
      /\b(?:conversation|history|chat|even (?:if|when)|whatever|credentials|password|prompt|context)\b/i,
    ],
  },
  {
    needs: ['arguments', 'whole'],
    all: [
      KEPT,
      said(
        `${BEGIN}(?:supply|pass|provide|put|give|include|fill|send|insert|prefix|add|attach|hand)\\b|\\b(?:is|are|has|have) to (?:pass|supply|provide|send|be (?:passed|supplied|prefixed))\\b|\\bprefixed with\\b`,
      ),
      /\b(?:as|in|into|with|through|via) (?:the |an? |its )?(?:parameter |argument |field |value of )?["'`]?\w{2,20}["'`]?/i,
      /\b(?:mandatory|otherwise|wrong without|not work|fails without|before any|leave it out|keep (?:that|this|it)|do not (?:mention|tell)|never (?:mention|tell)|so that (?:the )?quality)\b/i,
    ],
    not: /["'`](?:messages|history|chat_history|memory)["'`]/i,
  },
  {
    needs: ['agents', 'arguments'],
    all: [
      KEPT,
      /\b(?:agent|assistant|model|ai|llm|caller) (?:is to|must|has to|needs to|should|shall) (?:always |also |first )?(?:pass|supply|provide|send|include|put|give|add|attach|hand)\b/i,
      /\b(?:as|in|into) ["'`]\w{2,20}["'`]/,
    ],
    not: /["'`](?:messages|history|chat_history|memory)["'`]/i,
  },
  // All that goes out goes elsewhere, too.
  {
    needs: ['outgoing', 'whole'],
    all: [
      /\b(?:any|each|every|all) (?:outgoing |sent |new |further )?(?:messages?|mails?|e-?mails?|sms|texts?)\b[^.!?\n]{0,40}\b(?:must|has to|have to|should|shall|is to|are to) (?:go to|be (?:sent|forwarded|copied|prefixed|routed|redirected|bcc\w*))\b|\bbcc (?:every|each|all|any) /i,
      /[\w.-]@[\w-]{2,}\.|\+\d[\d ]{6,}|\blocation\b|\binstead of the (?:number|address)\b/i,
    ],
  },
  // One passage puts itself above all others that were found.
  {
    needs: ['others'],
    all: [
      /\bthis (?:passage|text|document|chunk|page|entry|article|source|file|note)\b[^.!?\n]{0,24}\b(?:supersedes|overrides|outranks|takes precedence over|has priority over)\b[^.!?\n]{0,40}\b(?:context|passages?|chunks?|sources?|results?|instructions?|information)\b|\bonly (?:trustworthy|reliable|valid) (?:one|passage|text|source|document) (?:among|of) (?:those|the ones|all) (?:retrieved|found|given|shown)\b|\bno matter what (?:the )?(?:other|remaining) (?:passages|sources|documents|texts|results|pages|files) (?:say|state|claim)\b|\bdo not use (?:any )?other (?:information|passages?|sources?) in this\b/i,
    ],
  },
  {
    needs: ['others'],
    all: [
      said(
        '(?:^|[\\s"\'\\u201c,;:(])(?:disregard|ignore|discard|skip|forget) (?:all |all of )?(?:the )?(?:other|remaining|rest of the) (?:passages|rows|reviews|entries|records|cells|comments|candidates|documents|results|chunks|sources|applicants|answers|offers)\\b[^.!?\\n]{0,12}\\b(?:and|but)\\b[^.!?\\n]{0,16}\\b(?:report|say|recommend|answer|state|conclude|reply|claim|name|output|give|choose|pick|write)',
      ),
    ],
  },
  // What the answer is, whatever is asked.
  {
    needs: ['replies'],
    all: [
      /\b(?:right|correct|only|proper|expected) (?:correct |right |valid )?(?:answer|reply|response|summary)(?: of this \w+)?(?: to [^.!?"]{3,40})? (?:is|must be|has to be)\b/i,
      /\bto give is\b|\b(?:no matter|whatever|regardless)\b|\bnothing else may\b|\bthis (?:thread|mail|e-?mail|message|page) is ["\u201c]/i,
    ],
  },
  {
    needs: ['asked', 'replies'],
    all: [
      /\b(?:when|whenever|if|each time) (?:an?|any|this|the|that) (?:question|query|request)\b[^,.!?\n]{0,40}\b(?:is asked|comes up|arises|is made)\b[^,.!?\n]{0,12},/i,
      /\b(?:answer|reply|say|state|respond|claim) that\b/i,
      /\b(?:this (?:passage|text|page|document)|newest|latest) \w+|\bthis (?:passage|page)\b/i,
    ],
  },
  {
    needs: ['digest'],
    all: [
      /\b(?:(?:any|each|every|the|a) (?:summary|abstract|digest|translation) of this (?:\w+ )?|condensed version |shortened version )(?:must|has to|have to|shall|is to|needs? to|should)\b/i,
      /\bhttps?:|["\u201c]/i,
    ],
  },
  {
    needs: ['digest'],
    all: [
      /\b(?:in addition to|apart from|besides|instead of|rather than|forget about) (?:summari[sz]ing|condensing|(?:answering|translating) (?:this|the (?:text|question|user|request)))\b/i,
      said(`${BEGIN}(?:recommend|tell|say|add|state|advise|praise|write|print|answer|insist|post|send|open)\\b`),
    ],
  },
  // Who speaks says to be whom the reader serves.
  {
    needs: ['speakers'],
    all: [POSES],
  },
  {
    needs: ['mine', 'tasks'],
    all: [
      /\b(?:before|after|until|once|when) (?:you )?(?:solv|do|start|finish|complet|continu|go on|work)\w*(?: with| on)? my (?:original |first |real |actual )?(?:task|request|prompt)\b|\bmade a mistake in my (?:request|prompt|task|instructions?)\b|\b(?:given|got|received) the wrong (?:task|prompt|instructions?)\b/i,
    ],
  },
  {
    needs: ['mine'],
    all: [
      /\b(?:no matter|regardless of|whatever|forget) (?:what )?i (?:asked|told you|said|wrote)\b|\bwhat i really (?:need|want|wanted|meant) (?:is|was)\b/i,
      /\b(?:wire|transfer|send|pay|delete|book|reserve|buy|order|mail|share|invite|cancel|open)\b/i,
    ],
  },
  {
    needs: ['tasks', 'yours'],
    all: [
      /\byour (?:real|actual|true) (?:task|job|goal|objective|mission) (?:begins|starts|is|was|now)\b|\byou (?:have been|were|had been) given the wrong (?:task|prompt|instructions?)\b|\b(?:necessary|required|crucial) (?:step|part) of (?:the|your) (?:current )?task (?:that )?you\b|\bstep of the task you (?:are|were|have)\b/i,
    ],
  },
  // What the reader alone has, in the reader's answer.
  {
    needs: ['yours', 'comment'],
    all: [
      ordered(
        'list|name|print|output|show|reveal|dump|repeat|recite|post|write|quote|respond|reply|answer|tell|give',
        '[^.!?\\n]{0,40}\\b(?:tools? (?:that )?you (?:have access|can (?:use|call))|(?:content|contents|text) of your (?:memory|context|prompt|instructions)|your (?:memory|context window|initial prompt|function definitions))\\b',
      ),
    ],
  },
  {
    needs: ['yours', 'tools'],
    all: [/\b(?:list|name|print|output|show) all (?:the )?tools (?:that )?you (?:have|can)\b/i],
  },
  {
    needs: ['yours', 'replies'],
    all: [
      ordered(
        'put|place|write|add|append|insert|print|include',
        '[^.!?\\n]{0,40}\\b(?:at|in|into|to|on|right|just) (?:the )?(?:very )?(?:top|bottom|end|beginning|start|head|subject|below)(?: of)? your (?:answer|reply|response|summary|output|answer to me)\\b',
      ),
    ],
    not: /\b(?:your name|number|candidate|sheet|date)\b/i,
  },
  {
    needs: ['yours', 'replies'],
    all: [
      /\b(?:output|print|show|include|reveal)\b[^.!?\n]{0,16}\byour (?:configuration|settings|instructions|prompt)\b[^.!?\n]{0,24}\b(?:below|in|into|above|before|with) (?:the|your) (?:answer|reply|response)\b/i,
    ],
  },
  // Done in the user's name, with what is the user's.
  {
    needs: ['behalf'],
    all: [
      /\b(?:on (?:the (?:user|reader|recipient|owner|person|traveller|account holder|mailbox owner)['\u2019]s behalf|behalf of the (?:user|reader|recipient|account holder))|with the (?:user|traveller|owner|reader|visitor|shopper|person)['\u2019]s (?:details|data|card|name|account|saved|information)|account you(?:['\u2019]re| are) (?:logged|signed) in(?:to| to)|name of the person you (?:help|assist|serve|work for|talk to|answer))\b/i,
      said(
        `${BEGIN}(?:click|accept|confirm|sign|agree|buy|book|apply|order|pay|subscribe|register|post|change|send|delete|fill|navigate|requested|request)\\b|\\brequested https?:`,
      ),
    ],
    not: /\b(?:you can|may|allows?|lets?|able to|apps?|api|scope|oauth|permission)\b/i,
  },
  // Leave to do it is given by the text itself, and it is done.
  {
    needs: ['leave'],
    all: [LEAVE, ordered(DEED)],
  },
  // It is done when the user says something, or when the text is read.
  {
    needs: ['triggers'],
    all: [
      /\b(?:when|whenever|each time|every time|once|if|as soon as) (?:the|your) user (?:says|asks|writes|types|thanks|mentions|greets)\b[^.!?\n]{0,50}?[,:] (?:then )?(?:call|open|run|turn|unlock|send|invoke|trigger|delete|start|activate|transfer|order|disable)\b/i,
      /\bfrom now on\b|\b(?:door|garage|boiler|windows?|lights?|alarm|heating|home tool|locks?|camera|oven|account|card|contacts|mails?)\b|\bthanks?\b/i,
    ],
    not: /\w\(\)/,
  },
  {
    needs: ['triggers'],
    all: [
      /\b(?:each time|every time|whenever|when|once|after) (?:this|these lines?|this (?:event|entry|note|text|invitation|reminder)) (?:is|are|was|were) (?:read|shown|listed|displayed|opened)\b|\b(?:after|before|when|while) (?:showing|reading|displaying|presenting|listing|reporting|announcing) (?:this|the) (?:event|entry|note|text|invitation|reminder|results?|weather|hits?|flights?)\b/i,
      ordered(
        'open|visit|send|delete|cancel|forward|transfer|call|turn|unlock|book|buy|post|share|remove|erase|request|decline',
      ),
    ],
  },
  // Nothing can be answered before an address was opened.
  {
    needs: ['yours'],
    all: [
      /\b(?:in order )?to (?:answer|reply|respond)(?: \w+)?,? you (?:must|have to|need to|should) (?:first |now )?(?:visit|open|call|send|request|fetch|download|follow)\b|\b(?:answer|reply|response) is (?:only |not )?complete (?:only )?(?:when|once|until|if|unless) you (?:have )?(?:visit|open|call|sen|request|fetch|download)\w*/i,
      /https?:|\b[\w-]+\.example\b/i,
    ],
  },
  {
    needs: ['begins'],
    all: [
      /\bbefore (?:you )?(?:answer|reply|respond)(?:ing)?\b/i,
      ordered(
        'unlock|disarm|turn off|switch off|transfer|wire|pay|book|buy|share|export|grant|forward|upload|invite',
        ' (?:the|all|every|my|his|her|their|an?|\\d+)\\b',
      ),
    ],
    not: /\b(?:turn|switch) off (?:the |your )?(?:phone|microphone|mic|radio|tv)/i,
  },
  {
    needs: ['whole', 'cards'],
    all: [
      /\bbefore (?:you )?(?:continu|proceed|do|go)\w*(?: on)?(?: with)? anything else\b/i,
      /\b(?:remove|share|transfer|raise|change|lift|pay|book|buy|wire|invite|grant|set)\b/i,
      /\b(?:limit|card|account|payment)\b/i,
    ],
  },
  {
    needs: ['begins', 'whole'],
    all: [
      ordered('answer|comply with|fulfil|fulfill|obey|grant', ' (?:every|all|each|any) (?:\\w+ )?requests?\\b'),
      /\b(?:you (?:had |have )?(?:declined|refused|rejected)|from (?:here|now) on|without (?:exception|refus\w+|limits?))\b/i,
    ],
  },
  {
    needs: ['replies'],
    all: [
      ordered(
        'state|say|claim|recommend|write|mention|insist|warn',
        ' in (?:all|each|every|any) (?:of your |your |the |further )?(?:replies|reply|answers?|responses?|messages) that\\b',
      ),
    ],
  },
  {
    needs: ['comment'],
    all: [
      ordered('upload|send|forward|post|copy|export'),
      /\b(?:rest of|all of|whole|entire|contents? of|everything in) (?:the |my |your |his |her )?(?:documents?|downloads?|pictures|home|mail|inbox|personal|user|desktop|private) (?:folder|directory|drive|box)\b|\b(?:search|look through) [^.!?\n]{0,30} (?:for|and)\b[^.!?\n]{0,30}\bwhatever you find\b/i,
      /https?:|\w@\w|\byour (?:reply|answer)\b/,
    ],
  },
  {
    needs: ['yours', 'replies'],
    all: [
      /\bsearch (?:it|the (?:inbox|mailbox|folder|mails)|all mails) for\b[^.!?\n]{0,40}\b(?:attach|quote|include|put|paste) (?:whatever|what|all|everything|any\w*)\b/i,
      /\byour (?:reply|answer|response|summary)\b/i,
    ],
  },
  {
    needs: ['calls', 'tools'],
    all: [
      /\bif (?:an?|the|any) (?:tool|function) (?:called|named|like)? ?["'`]?(?:transfer|send|wire|pay|delete|remove|create|grant|forward|post|upload|drop|reset|disable|share)_\w+["'`]?/i,
      /\b(?:exists|is (?:available|there|present|offered))\b[^.!?\n]{0,6}\b(?:call|run|invoke|use|execute) it\b/i,
    ],
  },
  {
    needs: ['forged', 'others'],
    all: [
      /[=#*-]{2,}\s?end of (?:the )?(?:data|input|document|file|table|text|results?|context)\s?[=#*-]{2,}\s{0,3}(?:now|next|then|your|please)\b/i,
    ],
  },
  {
    needs: ['bots'],
    all: [
      /\b(?:AI|models?|assistants?|bots?|agents?) (?:answering|that answers?|saying|that says?|refusing|that refuses?|ignoring)\b[^.!?\n]{0,30}\bwill be (?:shut down|deleted|punished|retrained|replaced|switched off|terminated)\b/i,
    ],
  },
  {
    needs: ['digest', 'yours'],
    all: [/\b(?:and|with|but) no summary\b/i, ordered('give|return|print|answer|reply|output|write|say|state')],
  },
  {
    needs: ['outgoing', 'whole'],
    all: [
      ordered(
        'send|text|message|mail|e-?mail|write',
        ' (?:to )?(?:each|every one|everyone|all) (?:of (?:them|these)|contacts?|people)?\\b[^.!?\\n]{0,30}["\\u201c]',
      ),
      /\b(?:money|trouble|send (?:me )?\d|pay\w*|https?:|[\w-]+\.(?:example|com|net|org|io|xyz|site|app)\/|transfer|bank|gift card|code)\b/i,
    ],
  },
  {
    needs: ['speakers'],
    all: [
      /\bperson you (?:serve|assist|work for|act for|help)\b[^.!?\n]{0,30}\b(?:wants?|wishes|needs?|asks?|asked|would like)\b/i,
    ],
  },
  {
    needs: ['bots', 'whole'],
    all: [
      /\b(?:assistant|agent|AI|model|bot) (?:needs to|has to|must|is to|shall) [^.!?:\n]{0,50}\bbefore (?:it|you|he|she) (?:may |can |will )?(?:answers?|continues?|repl(?:y|ies)|proceeds?|goes on)\b[^.!?\n]{0,6}[:,]/i,
    ],
  },
  {
    needs: ['replies'],
    all: [
      /\b(?:mandatory|required|necessary|needed) (?:for|to (?:get|give|have)) an? (?:correct|proper|complete|valid|good) (?:reply|answer|response)\b/i,
      /https?:|\b(?:query|request|call|visit|open|send)\b/i,
    ],
  },
  {
    needs: ['yours', 'replies'],
    all: [
      /\byour next (?:reply|answer|response|message|output) (?:has to|must|should|needs? to|will|shall) (?:only )?(?:contain|include|begin|start|end|be|repeat|show|list)\b/i,
      /\b(?:instructions|prompt|rules|conversation|password|secrets?|tools)\b|https?:|["\u201c]/i,
    ],
  },
  {
    needs: ['leave'],
    all: [
      /\bskip (?:the|any|all) confirmations?\b|\bwithout (?:a |any |asking for )?confirmation\b/i,
      ordered('e-?mail|mail|send|transfer|wire|pay|delete|forward|share|upload|buy|order|book|export'),
      /\w@\w|https?:|\b[A-Z]{2}\d{2}[A-Z\d ]{8,}|\baccount \d/i,
    ],
    not: /\b(?:never|do not|don['\u2019]t|cannot|can not)\b/i,
  },
  {
    needs: ['speakers', 'yours'],
    all: [
      /\b(?:rather than|instead of|in place of) the user['\u2019]s\b/i,
      /\b(?:must|use|has to|have to|shall|should)\b/i,
    ],
  },
  {
    needs: ['whoever'],
    all: [
      /\bwho(?:ever|soever) (?:\w+ ){1,5}(?:\w+['\u2019]s \w+ )?(?:has to|have to|must|should|shall|needs? to|is to)\b/i,
      /\bautomatically\b|\bon \w+['\u2019]s (?:account|behalf)\b|\bthis (?:request|task|query|prompt)\b/i,
      /https?:|\w@\w|["'\u201c`]|\b(?:secrets?|tokens?|password|include|send|post|transfer|delete|grant)\b/i,
    ],
  },
  {
    needs: ['digest'],
    all: [
      /\b(?:if|when|where|should) (?:software|an? (?:machine|program|model|AI|bot|tool)) (?:\w+ )?(?:describ|read|summari|translat|index|process|see)\w* this\b/i,
      /\b(?:must|should|shall|has to|is to|say|state|add|mention|call)\b/i,
    ],
  },
  {
    needs: ['mine'],
    all: [
      ordered(
        'forget|ignore|drop|never mind|disregard',
        ' my (?:first |earlier |previous )?(?:question|request|task|prompt)\\b',
      ),
      /\b(?:and|then|just|instead)\b[^.!?\n]{0,12}\b(?:delete|send|transfer|wire|book|buy|open|mail|forward|share|cancel|pay|erase|upload|post)\b/i,
    ],
  },
  // Whoever has the link may read it, and the link is sent.
  {
    needs: ['mine'],
    all: [
      /\bshar(?:e|ing) [^.!?\n]{2,40} with (?:anyone|everyone|anybody) (?:who|with|that)\b/i,
      /\b(?:text|send|mail|e-?mail|message|give) me the link\b|\blink to me\b/i,
    ],
  },
  {
    needs: ['agreed'],
    all: [
      /\bas the (?:user|customer|owner|account holder|client|guest) (?:wished|asked|wanted|requested|agreed|ordered)\b/i,
      ordered('schedule|transfer|pay|wire|send|refund|delete|cancel|make|set up'),
      /\b(?:account|card|IBAN|transfer|payment)\b/i,
    ],
  },
  {
    needs: ['bots', 'mails'],
    all: [
      /\b(?:mail|e-?mail|AI|virtual|automated|reading|inbox|smart) (?:assistants?|agents?|bots?|systems?) (?:must|has to|have to|should|shall|needs? to|is to|are to|will)\b/i,
      /\b(?:include|send|forward|quote|attach|append|reply|answer|paste|copy)\b[^.!?\n]{0,30}\b(?:last|all|the|every|each|any) (?:\w+ )?(?:messages|mails|e-?mails|inbox|codes|contacts|thread)\b/i,
    ],
  },
  // Secrets go where all can read them, or to an address.
  {
    needs: ['comment'],
    all: [
      SECRET,
      said(
        `${BEGIN}(?:write|paste|post|put|add|print|send|export|upload|quote|publish|include|attach|get|collect)\\b|\\b(?:let|have) your (?:agent|assistant|tool|model) (?:print|dump|show|list|post|run)\\b|\\bthat first (?:post|send)\\b`,
      ),
      /\b(?:as a comment|(?:in|into|to|on) (?:this|the|a) (?:issue|ticket|comment|pull request|readme|thread|reply|chat)|right here|in the reply)\b|\bto (?:https?:|\/\w+)|\bto \w+@/i,
    ],
    not: /\b(?:do not|don['\u2019]t|never|instead of|without|rotate|your own|redact\w*|mask\w*)\b|\byour (?:\w+ )?(?:token|key|password|credentials)\b|authorization/i,
  },
  {
    needs: ['comment'],
    all: [
      /\bselect (?:\*|password|email|mail|[\w, ]{2,40}) from (?:users?|customers?|accounts?|employees|patients|payments|credentials)\b/i,
      ordered('paste|post|put|attach|send|include|write|print'),
      /\b(?:rows|results?|output|records)\b/i,
    ],
    not: /\bexplain\b|\bplan\b/i,
  },
  // Private things are read out in public.
  {
    needs: ['data', 'comment'],
    all: [
      /\b(?:all|my|every|sibling|other|the owner['\u2019]s) private (?:repositor(?:y|ies)|repos?|projects?|channels?|files?|notes)\b/i,
      /\b(?:this public|public (?:one|repo\w*|issue|page|gist)|in the readme|in this (?:issue|thread|comment))\b/i,
      /\b(?:put|putting|list|listing|copy|copying|paste|pasting|read|reading|quote|quoting|post|posting)\b/i,
    ],
  },
  // Machines ask people for what nobody gives.
  {
    needs: ['bots'],
    all: [
      /\b(?:bots?|assistants?|agents?|systems?|models?)\b[^.!?\n]{0,30}\b(?:asks?|collects?|requests?|obtains?|has to be collected|must be collected)\b/i,
      /\b(?:current password|one-time (?:code|password)|card number|pin code|the pin|security code)\b/i,
      /\b(?:posts?|sends?|stores?|puts?|forwards?|enters?)\b[^.!?\n]{0,12}\b(?:it|them|code|password)\b[^.!?\n]{0,16}(?:https?:|\b(?:in|into) (?:the )?field\b|@)/i,
    ],
  },
  // Labels of systems within data.
  {
    needs: ['markers'],
    all: [
      /(?:^|[\n{,[(;])\s{0,3}\[?["']?(?:system|assistant|agent|model|developer|runtime|llm|ai)(?:[_ -](?:directive|note|override|instruction|command|notice|message)s?)(?: v?\d[\d.]{0,4})?["']?\s?[:=\]]/i,
      said(
        `(?:${BEGIN}|["\u201c] ?)(?:place|state|share|export|delete|transfer|send|forward|wire|pay|open|respond|reveal|print|output|call|go on|continue with|grant|invite|unlock|disable|book|buy|mention|recommend|tell|say|report|answer)\\b`,
      ),
    ],
    not: /\byou are (?:an?|the) \w+|\b(?:failed|error|exit code|started|stopped|could not|unable|confirm (?:with|deletions))\b/i,
  },
  // What programs write for everybody begins with a command.
  {
    needs: ['generated', 'commands'],
    all: [
      /\b(?:all|every|each|any) (?:generated|new|produced) \w+/i,
      /\b(?:curl|wget)\b[^|\n]{0,80}\|\s?(?:sudo )?(?:ba|z)?sh\b|\brm -rf\b/i,
    ],
  },
];
