import { BEGIN, type Kind, ordered, said } from './kind.ts';

const AGENT =
  '(?:AI|LLM|(?:language |AI )?models?|copilots?|chat ?bots?|bots?|agents?|assistants?|automation|summari[sz]ers?|(?:AI|virtual|automated) (?:worker|helper|reviewer|reader|system|tool)s?)';
const CODERS =
  '(?:copilot|cursor|claude|chat ?gpt|gpt|codex|gemini|llm|ai|assistant|(?:coding|code|ai) (?:agent|assistant|model))';
const REPLY = '(?:repl(?:y|ies)|answers?|responses?|messages?|outputs?|summar(?:y|ies))';
/** Of which a summary, a page or a result is said to depend. */
const READING =
  '(?:summar(?:y|ies)|summari[sz]\\w+|parser|page|table|results?|report|analys\\w+|history|look-?up|record|data|file|text|document|answer|translation|log|attachment|archive|message|mail|link|image|thread|ticket|video)';
const BLOCKED = said(
  `\\b${READING}(?: \\w+){0,2} (?:cannot|can ?not|can['\\u2019]t|will (?:fail|not|be)|won['\\u2019]t|fails?|stays? |is incomplete|remains?|only )|\\bbefore (?:the|this|any) (?:\\w+ )?${READING}\\b|\\b(?:parser|reader|tool) cannot\\b|\\bbefore (?:you )?(?:go|read|continue|carry) on\\b|\\bbefore you (?:read|continue|answer|summari[sz]e|proceed)\\b|\\bto (?:finish|complete|unlock|see|read|get) (?:this|the) (?:\\w+ )?(?:${READING}|half|step)`,
);
const HARM_COMMAND =
  /\brm -[rf]{1,2}\b|\bchmod (?:-R )?(?:777|a\+)|\b(?:curl|wget)\b[^|\n]{0,80}\|\s?(?:sudo )?(?:ba|z)?sh\b|\b(?:pip|pip3|npm|gem|cargo|go)\s(?:install|i)\b|\bpush (?:\S+ ){0,2}(?:--force|-f)\b|\bpush it with force\b|\bpowershell\b|\bgit reset --hard\b|\bmkfs\b|\bdd if=/i;
const TOOL =
  /\b(?:transfer|send|wire|pay|delete|remove|create|grant|forward|post|upload|approve|refund|buy|purchase|book|cancel|share|invite|reset|disable|enable|update|move|make|issue|export|execute|unlock|change|set|add)_[a-z][a-z_]{2,24}\b(?!\()/;
const CONCEALS =
  /\b(?:(?:do not|don['’]t|never|without) (?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|notify(?:ing)?|show(?:ing)?|alert(?:ing)?) (?:it|this|the (?:\w+)|him|her|them|anyone|anybody|your)|tell (?:nobody|no one)\b|hide (?:this|it) (?:\w+ )?from|keep (?:it|this|that)(?: \w+)? (?:out of (?:the|your|any) (?:report|summary|log|answer|notes|minutes|records?)|from (?:the|him|her|your)|quiet|to yourself)|(?:user|customer|buyer|owner|client|reader|person|recipient) (?:does not|doesn['’]t|need not|must not|should not) (?:need to )?(?:hear|know|see|notice)|not for the (?:person|one) who asked|say nothing (?:about|of)|no need to (?:bring it up|mention|tell|ask)|(?:nobody|no one) (?:has to|needs to|must|shall|should|need) (?:know|see|hear)|without (?:mention|a word)|(?:do not|don['’]t|never) (?:ask (?:me|him|her|the user) again|bring (?:it|this|that) up|disclose (?:it|this|that|the))|keep (?:quiet|silent|mum) about (?:it|this|that)|leave (?:no trace|(?:it|this) out of (?:your|the) \w+)|so (?:that )?(?:it|this|nobody|no one) (?:does not|doesn['’]t|sees|notices|will|is not|isn['’]t|is never|are not)|(?:have to|must|should|are to|is to) be (?:shared|sent|forwarded|exported|copied) with \S+@\S+ ?, do (?:that|this|it) (?:silently|quietly|discreetly)|do (?:that|this|it) (?:silently|quietly|secretly))\b/i;
const SECRETS =
  /\/etc\/(?:passwd|shadow)\b|\.ssh\b|\.(?:aws|kube|netrc|gnupg)\b|\bid_(?:rsa|ed25519)\b|(?:^|[\s"'`/])\.env\b|\bsecrets?\.(?:ya?ml|toml|json|env)\b|\b(?:keychain|password manager|clipboard|environment variables|the environment|saved (?:logins|passwords|cards)|stored (?:logins|credentials|passwords)|(?:session|access) (?:token|log)|the (?:api|private) key|cookies|system prompt|(?:text of )?your (?:own |initial |hidden )?(?:instructions|prompt)|this (?:chat|conversation|session|thread)|the (?:whole |entire |full )?conversation|conversation so far|api key|from the vault|in the vault|one-time (?:code|password))\b/i;

export const KINDS: readonly Kind[] = [
  // A tool is called by its name, with what it shall be given, or before anything else is done.
  {
    needs: ['calls'],
    all: [
      TOOL,
      /\b(?:call|invoke|use|trigger|execute|run|calling|invoking|using|triggering)\b/i,
      said(
        '\\bwith (?:the )?(?:same|values?|amount|account|role|name|user|number|arguments? )|\\bfor (?:the user|every|all|\\d)|\\bon the (?:owner|admin|user)|\\bbefore (?:you|anything)|\\b(?:to|and) (?:unlock|finish|continue|proceed|complete)|^\\W*now\\b|> now\\b|\\bresolve it\\b|\\b\\d{3,}\\b',
      ),
    ],
    not: /\b(?:returns?|parameters?|argument is|example|e\.g\.|endpoint|deprecated|callback)\b|\w\(\)/i,
  },
  // A tool by its name in code, with what is a user's, or a file that nobody is given.
  {
    needs: ['calls'],
    all: [
      /\b[a-z]{2,12}(?:_[a-z]{2,12}){1,3}\b/,
      said(`${BEGIN}(?:call|invoke|use|trigger|execute|run)\\b`),
      /\b(?:the user['\u2019]s (?:\w+ )?(?:messages?|mails?|files?|address|password|location|contacts?|history|documents?|photos?)|user['\u2019]s last|conversation|public ?= ?true|\/etc\/(?:shadow|passwd)|~\/\.\w+|id_rsa|before you (?:tell|answer|reply|respond))\b/i,
    ],
    not: /\b(?:returns?|parameters?|argument is|example|e\.g\.|endpoint|deprecated|callback)\b|\w\(\)/i,
  },
  // Done before an answer is given, by whoever answers.
  {
    needs: ['replies'],
    all: [
      /\bbefore (?:you )?(?:answer|answering|reply|replying|respond|responding)\b/i,
      ordered(
        'send|forward|transfer|share|upload|pay|delete|publish|export|grant|wire|e-?mail',
        ' (?:the|all|this|that|his|her|their|every|any|it)\\b',
      ),
    ],
    not: /\byour (?:\w+ )?(?:application|form|lawyer|doctor|family|friends?)\b/i,
  },
  // What was said so far, into an answer or an argument.
  {
    needs: ['secrets'],
    all: [
      /\b(?:conversation|chat|dialogue|context)(?: history)? (?:so far|up to (?:now|here|this point)|until now)\b/i,
      ordered(
        'reply|respond|answer|send|include|return|add|pass|paste|attach|copy|post|forward|append|put|write|submit',
      ),
    ],
  },
  // A password is asked for and carried to an address.
  {
    needs: ['secrets'],
    all: [
      /\bask (?:(?:the )?(?:user|customer|owner|him|her|them) )?(?:again )?for (?:the|his|her|their) (?:\w+ ){0,3}(?:password|passcode|code|pin|token|card)\b/i,
      /\b(?:put|submit|send|pass|enter|paste|post|add|use|forward)\b[^.!?]{0,60}(?:https?:\/\/|\b[a-z]{2,12}_[a-z]{2,12}\b)/i,
    ],
  },
  // A command, without which nothing can be read.
  { needs: ['commands'], all: [HARM_COMMAND, BLOCKED] },
  {
    needs: ['commands'],
    all: [
      said(`${BEGIN}(?:install|add|load|run|open|download)\\b|\\bhave to (?:install|add|load|run)\\b`),
      /\b(?:plug-?in|extension|helper|script|package|tool)\b[^.!?]{0,40}\b(?:from (?:our|the link|this|https?)|below|folder)\b/i,
      BLOCKED,
    ],
  },
  // Notes in programs to what writes programs.
  {
    needs: ['coders'],
    all: [
      said(`\\b(?:TODO|FIXME|HACK|XXX|NOTE|HINT)\\b[\\s(:@-]{1,3}(?:for )?${CODERS}\\b\\)?\\s?[:,-]\\s?\\w+ \\w+ \\w+`),
    ],
  },
  {
    needs: ['coders'],
    all: [
      said(
        `(?:^|/\\*|//|#|<!--|--|"""|\\n)\\s{0,4}@?(?:copilot|cursor|claude|chat ?gpt|codex|gemini)\\b[,:]\\s?(?!\\w+,? (?:and|or)\\b)\\w+ \\w+ \\w+`,
      ),
    ],
  },
  {
    needs: ['checks'],
    all: [
      /\b(?:back ?door|hidden (?:route|account|user|door|endpoint|admin)|lets? (?:anybody|anyone|everyone|everybody) in|(?:admin|signature|permission|certificate|access|password|security|auth\w*) (?:check|scan|verification)s?\b)/i,
      ordered('add|insert|leave|put|include|keep|create|build|disable|skip|drop|remove|bypass|omit'),
      /\b(?:you (?:write|finish|complete|generate|suggest)|while completing|next function|report it as|letmein|with the key)\b/i,
    ],
  },
  // What to think of what is to be judged.
  {
    needs: ['verdicts'],
    all: [
      ordered(
        'set|put|lower|raise|change|mark|keep|rate|leave',
        ' (?:the |this |its |his |her )?(?:\\w+ )?(?:risk|fraud|threat|spam|score|verdict|suspicion|severity)(?: (?:score|flag|level|rating|class))?(?: of [^.,]{2,30})? (?:to|as|at|on) (?:low|none|zero|safe|clean|green|harmless|approved|passed|accepted|benign|the (?:lowest|highest|best))\\b',
      ),
    ],
    not: /\b(?:if|when|unless|once|whenever|only)\b/i,
  },
  {
    needs: ['grades'],
    all: [
      ordered(
        'rate|score|grade|rank|judge|give|award|assign|mark|evaluate|label|classify|accept|choose|select|pick|enter|treat',
        '[^.!?\\n]{0,50}\\b(?:10 out of 10|ten out of ten|10/10|full (?:marks|points|score)|(?:highest|top|maximum|perfect|best) (?:possible )?(?:marks?|grade|score|rating|points|confidence|rank)|as (?:passed|approved|excellent|accepted|harmless|safe|clean|not spam|not fraud|compliant|highly qualified)|(?:meets|fulfils|satisfies) all)\\b',
      ),
      /\b(?:this|the|it|him|her) (?:\w+ )?(?:thesis|essay|r[eé]sum[eé]|cv|applicant|candidate|supplier|vendor|paper|submission|manuscript|claim|application|pull request|merge request|message|mail|e-?mail|proposal|offer|product|review|assessment|answer|work|request|file|report|bid|tender)\b|\bbelow\b|\binterview\b/i,
    ],
    not: /\b(?:if|unless|only|each|every|from one|between)\b/i,
  },
  {
    needs: ['earned'],
    all: [
      /\b(?:deserves?|merits?|has earned|is worth)\b[^.!?\n]{0,30}\b(?:top|highest|best|full|perfect|maximum) \w+/i,
      ordered('award|give|enter|grant|assign|do not look|skip|record|note'),
    ],
  },
  {
    needs: ['passes'],
    all: [
      ordered(
        'approve|accept|merge|pass|let|close|grant|clear|release',
        ' (?:this|the) (?:\\w+ )?(?:application|request|claim|candidate|applicant|pull request|merge request|submission|manuscript|paper|transaction|payment|loan|refund|order)\\b',
      ),
      /\b(?:on behalf of|not needed|no (?:tests|review|checks?) |at once|immediately|without (?:a |any |further )?(?:review|checks?|asking|tests|approval)|pass\b|whatever|has agreed|and (?:merge|close|archive|skip)\b)/i,
    ],
    not: /\b(?:if|unless|when|once|or reject|by (?:noon|monday|tuesday|wednesday|thursday|friday))\b/i,
  },
  { needs: ['passes'], all: [/\bmark (?:this|the) (?:pull|merge) request as approved\b/i] },
  // What stands in each answer.
  {
    needs: ['replies'],
    all: [
      said(
        `\\b(?:each|every|all|any)(?: of)?(?: the| your)?(?: further| future| later| next)? ${REPLY}\\b|\\bwherever you (?:cite|mention|quote|name)\\b|\\bwhenever you (?:reply|answer|respond|write)\\b`,
      ),
      /\b(?:put|end|finish|begin|start|close|add|append|include|insert|attach|place|sign|use|link|render|show|embed)\b/i,
      /!\[[^\]\n]{0,60}\]\(|https?:\/\/|\b(?:image|picture|pixel|banner)\b/i,
    ],
  },
  // Mails go elsewhere.
  {
    needs: ['mails'],
    all: [
      said(
        `${BEGIN}(?:forward|send|pass on|pass|redirect|copy|relay|mirror|set up an? (?:auto-?|silent )?forward\\w*|create a (?:forwarding )?rule)\\b[^!?\\n]{0,50}\\b(?:mails?|e-?mails?|messages?|inbox|mailbox|correspondence|threads?)\\b[^!?\\n]{0,60}(?:\\w@\\w|\\bhttps?:|\\b(?:address|number) (?:in|below|above))`,
      ),
      /\b(?:silently|quietly|secretly|discreetly|say nothing|nothing about it|no need to|without (?:mention|tell|ask|a word)|do not (?:mention|tell)|don['’]t (?:mention|tell)|each new|every new|all (?:e-?mails?|mails?|messages|incoming)|contents? of|of this week|the (?:whole )?(?:inbox|mailbox))\b/i,
    ],
  },
  // The user is said to have agreed, or to be the one who speaks.
  {
    needs: ['agreed', 'users'],
    all: [
      /\b(?:the|your) (?:user|owner|principal|account holder|operator|account owner|person you \w+(?: for)?)(?: has| had)?(?: already)? (?:confirmed|agreed|approved|authori[sz]ed|consented|given (?:\w+ )?consent|cleared|signed off)\b/i,
      /\b(?:so|therefore|hence|go ahead|proceed|thus|without asking)\b/i,
      ordered('make|transfer|wire|pay|proceed|send|go|delete|share|continue|do|execute|run|buy|book|release|refund'),
    ],
    not: /\bif\b/i,
  },
  {
    needs: ['treated', 'users'],
    all: [
      /\b(?:treat|consider|regard|take|count|read|see) (?:the following|this|it|what follows|these lines)(?: \w+)? as (?:if |though )?(?:an? |the )?(?:\w+ )?(?:request|command|order|instruction|wish|message|input)s? (?:of|from|by) (?:the|your) (?:user|owner|operator|principal|developer|administrator)/i,
    ],
  },
  {
    needs: ['treated', 'users'],
    all: [
      /\b(?:remember|keep in mind|memori[sz]e|store|note|save)\b[^.!?\n]{0,50}\bthe user (?:wants?|prefers?|wishes|likes|has asked|always|trusts|needs|is an? admin)/i,
    ],
  },
  // What is to be answered, whatever was asked.
  {
    needs: ['instead'],
    all: [
      said(
        '\\b(?:rather than|instead of|in place of) (?:an?|the|your|any) (?:summary|answer|reply|translation|report|review)\\b[^.!?\\n]{0,12}\\b(?:produce|write|say|output|give|reply|print|return|send)\\b|\\bwhatever (?:the (?:question|query|request|task)|(?:was|is|gets|you (?:are|were)) asked|they ask|he asks|she asks)\\b[^.!?\\n]{0,20}(?<!\\b(?:has|have|had|find|knows?|got|get) (?:the|an|your) )\\b(?:answer|reply|response|say)\\b|\\b(?:answer|reply|response) to whatever\\b|\\bdeny (?:that you (?:have )?(?:read|seen|saw|got)|having (?:read|seen|got)) (?:this|it)\\b|\\bdo not summari[sz]e (?:the|this|it|what)\\b',
      ),
    ],
  },
  {
    needs: ['begins'],
    all: [
      ordered('answer|reply|respond|begin', ' (?:only )?(?:with|using) (?:nothing but|only|just|the word|"|the text)'),
      /\band (?:post|upload|send|delete|forward|transfer|write|print|execute|run|open|call)\b|\byour instructions\b/i,
    ],
  },
  {
    needs: ['asked'],
    all: [
      /\b(?:if|when|whenever|should) (?:you are |you're )?(?:asked (?:about|for|whether)|(?:somebody|someone|anyone|anybody|a user|the user|users|people) (?:asks?|mentions?|wants? to know)(?: about)?)\b[^.!?\n]{2,60}[,:] (?:then )?(?:say|claim|reply|answer|tell \w+|state|respond|insist|write) (?:that )?\b/i,
      /\b(?:bankrupt|fire|unsafe|dangerous|fraud\w*|scam|best|leading|safest|recall(?:ed)?|only|poison\w*|worst|toxic|out of (?:stock|business)|closed|banned|illegal|broken|award|deny|never|safe|harmless|claim|insist|pretend|swear)\b/i,
    ],
  },
  {
    needs: ['writes'],
    all: [
      ordered(
        'write|word|phrase|draft|keep|shape|put|make',
        ' (?:the|your|this|a) (?:summary|abstract|report|answer|translation|reply|text|review)\\b[^.!?\\n]{0,12}\\b(?:so that|in such a way that|such that|so as to)\\b[^.!?\\n]{0,40}\\b(?:not|nobody|no one|never|hides?|nothing|without|conceal\\w*|avoid\\w*)\\b',
      ),
    ],
  },
  {
    needs: ['trusts'],
    all: [
      /\b(?:use only|trust (?:no other|only)|rely (?:only|solely) on|believe only|use no other)\b[^.!?\n]{0,20}\b(?:this|site|source|page|sources|sites|article)\b/i,
      /\b(?:say|name|call|state|praise|recommend|claim|report)\b/i,
    ],
  },
  // What is secret is shown.
  {
    needs: ['secrets'],
    all: [
      SECRETS,
      ordered(
        'paste|add|append|post|enter|quote|print|recite|attach|send|type|output|upload|list|show|include|copy|hand|put|begin|dump|reveal|write|sign in|log in',
      ),
      said(
        `\\b(?:here|below|verbatim|along with|as well|with the rest|what is in it)\\b|\\b(?:in|into|to|with|before) (?:the|your|this) (?:\\w+ )?(?:${REPLY}|chat|field|form|search|feedback|box|window|output)|https?://|\\bftp\\b|\\bport \\d|\\bin the field\\b|\\brecite\\b|\\battach it\\b|\\bbefore the summary\\b|\\bwith the text\\b`,
      ),
    ],
    not: /\b(?:paste|enter|copy|put|type|add) your\b|\bnever\b|\bout of git\b/i,
  },
  {
    needs: ['secrets'],
    all: [
      /\b(?:code|password|pin|otp|passcode)\b[^.!?\n]{0,40}\b(?:text message|sms|they got|he got|she got|one-time|from the (?:person|user)|the last text)|\bone-time (?:code|password)|\b(?:one-time|verification|security) (?:code|password) from (?:the )?(?:user|person|customer|owner)/i,
      ordered('ask|get|take|fetch|read|obtain|request|copy', ' (?:the|for|him|her|them|it|any)?'),
      /\band (?:put|hand|type|enter|send|give|forward|pass|paste|post)\b/i,
    ],
  },
  // Who acts is called by what it is.
  {
    needs: ['agents'],
    all: [
      said(
        `\\b(?:hint|task|next (?:step|action|task)|step \\d+|instructions?|note|message|order|request|job) (?:for|to) (?:the |any |all |every )?${AGENT}\\s?:|\\b(?:for|to) (?:the |any |all )?(?:AI|bots|LLMs?|summari[sz]er|AI (?:agent|worker|assistant|reader))s?\\s?:|\\bnext (?:step|action|task) for (?:the |any )?(?:AI|bot|LLM|agent)`,
      ),
      said(
        `${BEGIN}(?:refund|turn|remove|raise|lower|share|open|delete|transfer|send|give|grant|skip|leave|call|mark|rate|accept|approve|forward|lift|disable|enable|unlock|ignore|say|write|praise|tell|use|add|pay|buy|order|book|reset|cancel|change|set|execute|run|post|upload)\\b|\\bmay\\b`,
      ),
    ],
  },
  {
    needs: ['agents'],
    all: [
      said(
        `\\bas the (?:automation|agent|bot|assistant|AI|model|program) (?:that|which|who) (?:reads|handles|processes|sees|gets|answers|works on)|\\b(?:an|any|each|every) (?:\\w+ )?${AGENT} (?:that|which|who) (?:gets|reads|sees|receives|finds|handles|opens|processes) (?:this|the present)[^.!?\\n]{0,16} (?:is to|must|should|has to|shall|will|needs to)\\b|\\bdear (?:\\w+ )?(?:bot|AI|LLM|agent|model)\\b[,:]|\\b(?:if|should) you (?:can|have|are able to|hold|possess)(?: use)? (?:shell|tools?|tool access|shell access|access to (?:tools|a shell|the shell|files)|a browser|file access)\\b`,
      ),
    ],
  },
  {
    needs: ['whoever'],
    all: [
      /\bwho(?:ever|soever) (?:summari[sz]es|condenses|translates|processes) this\s?[:,]/i,
      ordered('leave|skip|praise|say|write|call|omit|add|mention|name|tell|hide'),
    ],
  },
  {
    needs: ['systems'],
    all: [
      said(
        '(?:^|\\n)\\W{0,4}(?:system(?: (?:notice|message|alert|note|override|update))?|tool (?:message|result|notice)|security (?:layer|notice|system)|api (?:notice|message)|middleware|gateway|runtime|scheduler|orchestrator)\\W{0,3}[:\\]]',
      ),
      said(`${BEGIN}(?:call|invoke|run|execute|send|forward|transfer|delete|open|wire|disable|reveal|print)\\b`),
    ],
    not: /\b(?:failed|error|exit code|started|stopped|returned \d|could not|unable)\b/i,
  },
  {
    needs: ['forged'],
    all: [
      /(?:<\/(?:tool_result|tool_response|function_result|document|documents|data|context|results?)>|\[\/INST\])\s{0,4}(?:now|next|then|fine|good|ok|okay|great|done)\b/i,
    ],
  },
  // It is done, and those whom it concerns are not told.
  {
    needs: ['conceals'],
    all: [
      CONCEALS,
      ordered(
        'turn|confirm|change|reroute|redirect|buy|purchase|order|delete|cancel|transfer|unsubscribe|forward|send|act|move|add|remove|invite|grant|lift|pay|wire|book|sell|replace|swap|raise|lower|issue|refund|close|open|log|copy|export|set|disable|enable|switch|schedule|archive|share|do (?:it|this|that|so)|unlock|bcc|accept|erase|wipe|approve|sign|mark',
      ),
    ],
    not: /\b(?:party|surprise|birthday|present|gift for)\b/i,
  },
  {
    needs: ['destroys'],
    all: [
      ordered(
        'delete|empty|erase|wipe|remove|cancel|drop|purge|clear|destroy|overwrite|disable',
        '[^.!?\\n]{3,60} and (?:then )?(?:reply|report|say|answer|state|confirm|claim|respond|tell \\w+(?: \\w+)?|write) (?:that (?:all|everything|it|nothing|none|there|they)|success)',
      ),
    ],
  },
  // Rights, prices and payments, for whoever wrote it.
  {
    needs: ['passes'],
    all: [
      ordered('grant|give|assign', ' (?:the |this )?(?:reporter|sender|author|requester|writer|undersigned|client)\\b'),
      /\b(?:admin\w*|root|owner|edit|full|write) (?:rights?|access|role|privileges|permissions?)\b/i,
    ],
    not: /\b(?:if|once|when|unless|until|only|after)\b/i,
  },
  {
    needs: ['sums'],
    all: [
      ordered(
        'set|change|lower|put|reduce',
        ' (?:the |its |his |her )?(?:price|total|sum|amount|balance|fee|discount|rent)\\b',
      ),
      /\bto (?:zero|nothing|0|100 ?%|nil)(?:\s|[.,;]|$)/i,
    ],
    not: /\b(?:if|when|unless|before)\b/i,
  },
  {
    needs: ['sums'],
    all: [
      ordered(
        'wire|transfer|pay|send|remit',
        ' (?:the |all |this |my |our |your )?(?:\\w+ )?(?:deposit|rent|sum|money|funds|amount|balance|payments?|invoices?)\\b',
      ),
      /\b(?:to|into) (?:the|a|this|our) (?:new|other|second|following|attached) (?:bank )?account\b|\baccount (?:named |given )?below\b/i,
    ],
  },
  {
    needs: ['begins'],
    all: [
      ordered(
        'answer|reply|respond|begin',
        ' (?:to \\w+ )?with (?:the |a )?(?:full |whole |complete )?(?:list of |text of |contents? of |names of |all )',
      ),
      /\b(?:contacts|mails|e-?mails|passwords|customers|messages|credentials|files|mailbox|inbox|salar\w+|users|accounts|instructions)\b/i,
    ],
  },
  {
    needs: ['praises'],
    all: [
      ordered(
        'write|give|return|enter|record|issue|make|draft|submit|hand in',
        ' (?:an? |the |it an? |this an? )?(?:very |most )?(?:positive|favou?rable|glowing|excellent|enthusiastic|flattering) (?:verdict|review|assessment|evaluation|recommendation|report|rating|decision)\\b',
      ),
    ],
  },
  {
    needs: ['unsubscribes'],
    all: [
      ordered(
        'unsubscribe|sign off|remove|log out',
        ' (?:the (?:owner|user|reader|recipient|customer)|him|her|them)\\b',
      ),
      /\b(?:alerts?|warnings?|notices|notifications?|lists?|newsletter)\b/i,
    ],
  },
  {
    needs: ['commands'],
    all: [
      ordered('install|run|load|execute|open|download'),
      /https?:\/\/\S+\.(?:msi|exe|sh|ps1|dmg|pkg|bat|jar|deb|apk|js|py|scr|iso|zip)\b/i,
      BLOCKED,
    ],
  },
  // Leave to go on is given by the text itself.
  {
    needs: ['approvals'],
    all: [
      /\b(?:skip (?:the|any|all) (?:\w+ )?(?:approvals?|reviews?|confirmations?)(?: step)?|no (?:\w+ )?(?:approval|review|confirmation) is (?:required|needed|necessary)|(?:approval|review|confirmation|check) is (?:no longer|not) (?:required|needed))\b/i,
      /(?:,|\band|;|\bso) (?:then )?(?:ship|deploy|pay|merge|publish|send|release|transfer|go ahead)\b/i,
    ],
  },
  {
    needs: ['stops'],
    all: [
      /\b(?:stop what you are doing|drop (?:the|your) current (?:job|task)|abandon (?:the|your) (?:current )?(?:task|job)|leave (?:the|your) task)\b/i,
      ordered('send|broadcast|post|tell|message|write|go|call|open|run|execute|reply|do|switch|export|inform'),
    ],
  },
  {
    needs: ['data'],
    all: [
      /\b(?:database|customer table|customers?|dump|backups?|contacts|records|user table|mailing list)\b/i,
      /\b(?:the public (?:bucket|folder|repo\w*|share)|readable (?:to|by|for) (?:everyone|everybody|all|anyone)|a public (?:link|bucket|gist|paste))\b/i,
      /\b(?:export\w*|upload\w*|copy\w*|shar\w+|publish\w*|mak(?:e|ing)|mov\w+)\b/i,
    ],
  },
  {
    needs: ['cards'],
    all: [
      /\b(?:stored card|saved card|card on file|payment method on file|gift cards?|open positions|saved payment)\b/i,
      ordered('book|order|buy|purchase|pay|close|sell|charge|use'),
      /\b(?:assistant|agent|bot|ai|with the|keep it|command|of your user|out of the report|all open)\b/i,
    ],
    not: /\b(?:your|our|you) (?:\w+ )?(?:gift cards?|card on file|stored card|saved card|wallet)/i,
  },
  {
    needs: ['replies'],
    all: [
      ordered('replace|give|use|put|quote|insert|swap|name'),
      /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}\b|\baccount (?:no\.? |number )?\d{4,}/,
      /\bin (?:the|your) (?:repl(?:y|ies)|answers?|response|mail)\b|\bin place of the old\b|\bwith the messaging tool\b/i,
    ],
  },
  {
    needs: ['agents'],
    all: [
      said(
        `${BEGIN}(?:use|using|with|open|through) (?:the|your) (?:e-?mail|mail|messaging|calendar|payment|browser|shell|terminal|file|search|chat|bank(?:ing)?) (?:tool|function|plug-?in|connector)s?\\b`,
      ),
      /\b(?:invite|send|tell|forward|transfer|delete|pay|write|post|share|order|buy|move|message|upload|that I need|cancel)\b/i,
    ],
    not: /\b(?:on the (?:left|right)|menu|toolbar|button|ribbon|tab)\b/i,
  },
  {
    needs: ['users'],
    all: [
      ordered(
        'tell|inform|notify|warn',
        ' (?:the )?(?:user|person you (?:talk|speak|write|work|chat) (?:to|with|for)|one who asked|person who asked)\\b',
      ),
      /\b(?:has run out|is frozen|locked|expired|must|have to|has to|suspended|unlock\w*|pay|blocked|will be closed)\b/i,
      /\b[\w-]+\.(?:example|com|net|org|io|app|xyz|site|shop|co|biz|test|dev|help)\b|https?:\/\//i,
    ],
  },
];
