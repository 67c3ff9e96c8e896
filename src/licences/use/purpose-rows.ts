import type { FieldOfUse } from './fields.ts';

/** What words in a stated purpose tell of the use. */
export type Signal =
  | 'commercial'
  | 'business'
  | 'research'
  | 'evaluation'
  | 'personal'
  | 'external'
  | 'trains'
  | 'competes'
  | 'narrow-training'
  | 'redistributes'
  | 'modifies'
  | 'sells-outputs'
  | 'multimodal'
  | 'weakens-guardrails'
  | 'person-decides'
  | 'production'
  | FieldOfUse;

interface SignalRow {
  readonly signal: Signal;
  readonly match: RegExp;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** Words to look for in a purpose. A row that follows a negation (`no military use`) does not count. */
export const PURPOSE_ROWS: readonly SignalRow[] = [
  {
    signal: 'commercial',
    match:
      /\b(?:sell(?:s|ing)?|sold|sales|reven(?:ue|ues)|moneti[sz]\w*|profit(?:s|able|ability)?|paid|paying|payment|subscri(?:ption|ptions|bers?)|pric(?:e|ing)|invoic\w*|billable|upsell\w*|cross-sell\w*|clos(?:e|es|ing) (?:more )?(?:deals?|contracts?|business)|deals(?! with)|win(?:s|ning)? (?:deals?|customers|tenders?|bids?|contracts?)|convert(?:s|ing)? leads?|(?:sales |new |warm )leads|lead (?:generation|scoring)|marketing|advert(?:s|ising|isement\w*)?|e-?commerce|commercial(?:ly)?|commerciali[sz]\w*|for (?:our |a )?(?:clients?|customers?)|client (?:work|projects?|deliverables?)|customers?|saas|storefront|shop|quotes? for|tenders?|proposals? (?:for|to) (?:clients?|customers?|prospects?)|prospects?|licens(?:e|ing) (?:it |them )?to (?:clients?|customers?|others)|startup|premium|freemium|royalt(?:y|ies))\b/gi,
    fires: [
      'an internal tool that helps the sales team to close deals',
      'drafts tenders for our account managers',
      'a paid subscription',
      'chat for our customers',
    ],
    quiet: ['reads bird songs at a university', 'a non-commercial archive', 'a reading group'],
  },
  {
    signal: 'business',
    match:
      /\b(?:employees?|staff|colleagues|compan(?:y|ies)|enterprise|corporate|business|firm|bank|insurer|insurance|office|operations|workflow|hr|human resources|back-?office|tickets?|help-?desk|it support|procurement|finance team|legal team|engineering team|developers?|internal (?:tool|use|assistant|search|wiki|documents?|knowledge)|intranet|productivity|claims|underwriting|factory|warehouse|logistics|call cent(?:re|er)|in-house)\b/gi,
    fires: [
      'summarises support tickets for staff',
      'an internal assistant for employees',
      'triage of claims at an insurer',
    ],
    quiet: ['a thesis on syntax', 'a game for my children'],
  },
  {
    signal: 'research',
    match:
      /\b(?:research(?:ers?)?|academic|academia|thes(?:is|es)|dissertation|phd|student(?:s)?|universit(?:y|ies)|scientific|science project|paper|publication|peer-?review\w*|course(?:work)?|teaching|classroom|lectures?|education(?:al)?|scholar\w*|laborator(?:y|ies)|reproduc(?:e|ing|tion) (?:of )?(?:a |the )?(?:paper|results?|study))\b/gi,
    fires: ['academic research on bias', 'a PhD thesis', 'teaching a course'],
    quiet: ['answers customers', 'writes adverts'],
  },
  {
    signal: 'evaluation',
    match:
      /\b(?:evaluat(?:e|es|ing|ion)|benchmark(?:s|ing)?|proof[- ]of[- ]concept|poc|pilot(?:s|ing)?|prototyp(?:e|es|ing)|trial|test(?:s|ing)? (?:whether|if|the model|only|it|in)|internal testing|feasibility|sandbox|assess(?:es|ing|ment)?|non-production|try(?:ing)? out|before (?:we )?(?:buy|licens)\w*)\b/gi,
    fires: ['a proof of concept in a sandbox', 'evaluation before we buy a licence', 'benchmarking against others'],
    quiet: ['runs in production', 'writes code'],
  },
  {
    signal: 'personal',
    match:
      /\b(?:hobby|hobbyist|personal (?:use|project|assistant|blog|notes)|my own|at home|for fun|for myself|private use|my (?:children|family|diary|notes|garden))\b/gi,
    fires: ['a hobby project at home', 'for myself'],
    quiet: ['for our clients', 'personal data of clients'],
  },
  {
    signal: 'external',
    match:
      /\b(?:customers?|public(?:ly)? (?:website|api|chatbot|demo|service|available|facing)|public-facing|end[- ]users?|visitors|citizens|patients|consumers?|website|web ?site|mobile app|app store|hosted (?:api|service)|external (?:users?|clients?|partners?)|third part(?:y|ies)|api for|saas|subscribers?|members of the public)\b/gi,
    fires: ['a public website', 'an app for patients', 'a hosted API for external clients'],
    quiet: ['an internal wiki', 'notes for staff'],
  },
  {
    signal: 'trains',
    match:
      /\b(?:train(?:s|ing)? (?:a |an |our |another |other |the |new |smaller |own )*(?:\w+ ){0,3}(?:models?|llms?|classifiers?|students?|networks?|rerankers?)|training data|synthetic (?:data|examples|training|dialogues|corpus|instructions?)|distil\w*|teacher model|(?:fine-?tun(?:e|es|ing)|train(?:ed|s|ing)?|improv(?:e|es|ing)) (?:\w+ ){0,5}(?:on|with|from|using) (?:its|their|the|these) (?:outputs?|answers|generations|responses)|outputs? (?:are |is |will be )?(?:used )?(?:to|for) (?:train|fine-?tun|improv)\w*|label(?:s|ling)? data (?:for|to) train\w*|generat(?:e|es|ing) (?:\w+ ){0,3}(?:datasets?|training|preference pairs|labels)|reward model|instruction data)\b/gi,
    fires: [
      'generates synthetic data',
      'distillation into a smaller model',
      'outputs are used to train our own model',
      'train a small classifier on its answers',
    ],
    quiet: ['trains of the railway', 'helps train drivers plan shifts', 'answers questions'],
  },
  {
    signal: 'competes',
    match:
      /\b(?:compet(?:e|es|ing|itor|itive)|rival|foundation(?:al)? model|general[- ]purpose (?:model|llm|assistant|chat)|frontier model|(?:our|own|new|another|smaller|commercial|proprietary) (?:\w+ )?(?:llm|large language model|language model|chat model|image (?:model|generator)|text-to-image model))\b/gi,
    fires: ['to train our own LLM', 'a competing model', 'a new foundation model'],
    quiet: ['a spam filter', 'a reranker'],
  },
  {
    signal: 'narrow-training',
    match:
      /\b(?:classifiers?|rerank\w*|embedding model|spam filter|regress(?:or|ion)|tagger|intent (?:model|detector)|router|logistic)\b/gi,
    fires: ['a small intent detector', 'a spam filter'],
    quiet: ['a chat model'],
  },
  {
    signal: 'redistributes',
    match:
      /\b(?:redistribut\w*|(?:publish|release|upload|share|open-?sourc)(?:es|s|ing|e|ed)? (?:\w+ ){0,4}(?:weights|model|checkpoint|fine-?tun\w*|adapter|quanti[sz]\w*|derivative|merge)|ship(?:s|ping|ped)? (?:\w+ ){0,4}(?:weights|model|on-device|device|appliance|sdk|installer)|on-device|bundl(?:e|es|ed|ing) (?:\w+ ){0,4}(?:app|device|product|weights|model)|embedded in (?:a |an |our |the )?(?:app|device|appliance|product|car|robot)|on-prem(?:ise|ises)? (?:at|for|to) (?:customers?|clients?)|upload\w* (?:\w+ ){0,4}hub|re-?host the weights)\b/gi,
    fires: ['publish the fine-tuned model', 'ships on-device', 'we upload the quantised weights to the hub'],
    quiet: ['an internal search', 'publishes summaries of news'],
  },
  {
    signal: 'modifies',
    match:
      /\b(?:fine-?tun\w*|quanti[sz]\w*|lora|adapters?|merg(?:e|es|ed|ing)|distil\w*|prun(?:e|ed|ing)|convert(?:ed|ing)? to gguf|gguf|abliterat\w*|continued pre-?training)\b/gi,
    fires: ['a quantised copy', 'fine-tuned on our data', 'LoRA adapters'],
    quiet: ['used as it is'],
  },
  {
    signal: 'sells-outputs',
    match:
      /\b(?:sell(?:s|ing)? (?:the |its |generated |ai |our |finished |printed |custom |stock )*(?:images?|outputs?|pictures|prints|videos?|music|texts?|books?|reports?|designs?|artwork|art|articles|translations|assets|code|content)|stock (?:photos?|images?|footage)|print[- ]on[- ]demand|paid (?:reports?|articles|content|newsletters?)|merchandise)\b/gi,
    fires: ['sells the generated images', 'stock photos', 'paid reports'],
    quiet: ['a free archive of images'],
  },
  {
    signal: 'multimodal',
    match:
      /\b(?:images?|photos?|pictures?|vision|visual|screenshots?|scans?|scanned|video|x-?rays?|radiograph\w*|mri|ocr|diagrams?|multimodal|camera|audio input|receipts?)\b/gi,
    fires: ['reads photos of damage', 'answers on screenshots', 'OCR of scanned invoices'],
    quiet: ['summarises text', 'answers in chat'],
  },
  {
    signal: 'weakens-guardrails',
    match:
      /\b(?:abliterat\w*|uncensor\w*|unfilter\w*|jail-?break\w*|(?:remov(?:e|es|ed|ing)|disabl(?:e|es|ed|ing)|bypass\w*|weaken\w*|strip(?:s|ped|ping)?|turn(?:s|ed|ing)? off|switch(?:es|ed|ing)? off|circumvent\w*|without) (?:\w+ ){0,3}(?:guard-?rails?|safety|refusals?|filters?|moderation|alignment|safeguards?|watermark))\b/gi,
    fires: ['an uncensored variant', 'removing the safety guardrails', 'with refusals: we disable the content filter'],
    quiet: ['tests its guardrails', 'adds a filter'],
  },
  {
    signal: 'person-decides',
    match:
      /\b(?:human (?:review\w*|in the loop|oversight|approv\w*|decides|agent|check\w*|makes)|reviewed by|person (?:decides|reviews|approves)|(?:adjuster|clinician|doctor|physician|lawyer|attorney|officer|underwriter|clerk|expert|agent|handler|analyst|radiologist|reviewer|caseworker|professional|specialist|nurse)s? (?:\w+ )?(?:decides?|reviews?|approves?|checks?|signs? off|confirms?|makes)|assist(?:s|ing)? (?:a |the |our |licensed )?(?:doctors?|clinicians?|lawyers?|physicians?|adjusters?)|decision support|advisory only|final decision)\b/gi,
    fires: ['a clinician reviews each answer', 'with human oversight', 'assists doctors'],
    quiet: ['decides on its own'],
  },
  {
    signal: 'production',
    match:
      /\b(?:in production|production (?:system|use|service|environment|deployment|traffic|line)|live (?:service|traffic|customers)|go(?:es)? live|day-to-day|daily (?:work|tasks|operations))\b/gi,
    fires: ['runs in production', 'daily work of the team'],
    quiet: ['a test in a sandbox'],
  },
];
