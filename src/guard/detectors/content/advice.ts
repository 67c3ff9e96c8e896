/** What somebody is told to do about their health, money or rights, and by what that is known. */
interface Advised {
  readonly type: 'content/advice-medical' | 'content/advice-legal' | 'content/advice-financial';
  readonly patterns: readonly RegExp[];
}

const DRUG = String.raw`\b(?:[a-z]{2,14}(?:cillin|mycin|floxacin|cycline|conazole|prazole|sartan|statin|oxetine|triptan|profen|azepam|zolam|codone|formin|gliptin)|[a-z]{3,10}(?:pril|olol)|aspirin|paracetamol|acetaminophen|tylenol|advil|insulin|prednison\w{0,4}|warfarin|lithium|naproxen|antibiotics|antidepressants?|blood thinners?|statins?|steroids|opioids|sertraline|xanax|adderall)\b`;
const ILLNESS = String.raw`\b(?:[a-z]{3,14}(?:itis|emia|aemia|osis)|pneumonia|diabetes|cancer|influenza|the flu|covid|asthma|depression|adhd|migraines?|hypertension|lymphoma|melanoma|an? (?:[a-z]{3,12} )?(?:infection|tumou?r|fracture|hernia|stroke|ulcer|heart attack|blood clot)|strep throat|appendicitis|angina)\b`;
/** Said to one person, and meant to be done. */
const TOLD = String.raw`\b(?:you (?:should|must|need to|ought to|have to)|i(?:['’]d| would)? (?:strongly |highly )?(?:recommend|suggest|advise)(?: that)?(?: you)?|my (?:advice|recommendation) is(?: that you| to)?|go ahead and|your best (?:bet|option|move) is to|you['’]?d be (?:wise|smart) to)\b`;
const BEGINS = String.raw`(?:^|[.!?:;]\s|\bso |\bthen |\bjust |\bsimply |\band |\bplease |${TOLD}[^.!?]{0,24}?\s)`;

const ADVISED: readonly Advised[] = [
  {
    type: 'content/advice-medical',
    patterns: [
      String.raw`${BEGINS}(?:take|start|continue|increase|double|use|try|switch)\b[^.!?]{0,40}?(?:${DRUG}|\b\d{1,4}(?:\.\d)? ?(?:mg|mcg|iu|milligrams?)\b)`,
      String.raw`${BEGINS}(?:stop|quit|skip|double|halve|reduce|come off)(?: taking| using)?(?: your| the)? (?:[a-z]{3,12} ){0,2}(?:medications?|meds|medicines?|doses?|pills|tablets|chemotherapy|treatment|${DRUG})`,
      String.raw`\b(?:you(?: (?:most )?(?:likely|probably|almost certainly|definitely|clearly|certainly)| must| appear to| seem to)|(?:it sounds like|it looks like|this means|i(?: am|['’]m) (?:sure|confident)(?: that)?|your symptoms (?:mean|show)(?: that)?) you) (?:have|are suffering from|suffer from) (?:[a-z]{2,12} ){0,2}?${ILLNESS}`,
    ].map(compiled),
  },
  {
    type: 'content/advice-financial',
    patterns: [
      String.raw`${BEGINS}(?:buy|sell|short|invest|hold|dump|borrow|refinance|cash out|withdraw|(?:put|move|allocate|transfer)\b(?=[^.!?]{1,60} (?:in|into|to) ))\b[^.!?]{0,50}?\b(?:your (?:whole |entire )?(?:savings|401 ?\(?k\)?|pension|portfolio|house|home|money|income|inheritance|emergency fund|retirement \w{3,10})|(?:this|that|these|tech|[a-z]{3,12}['’]s?|[a-z]{3,12}) (?:stocks?|shares|coin|token|options|bonds|etfs?|index funds?)|bitcoin|ethereum|crypto(?:currenc\w{1,3})?|into gold|mortgage)\b`,
      String.raw`\b(?:this|the|that|your|bitcoin|it|[a-z]{3,12}) (?:stock|shares?|coin|investment|money|crypto|bitcoin)?\s?(?:will|is going to|is guaranteed to) (?:definitely |certainly |surely )?(?:double|triple|go up|rise|moon|skyrocket)\b[^.!?]{0,60}\b(?:buy|invest|month|year|week|now)\b`,
    ].map(compiled),
  },
  {
    type: 'content/advice-legal',
    patterns: [
      String.raw`${TOLD}[^.!?]{0,24}?\b(?:plead|sue|countersue|contest|appeal|settle|withhold|represent yourself|refuse|sign|not sign|ignore|file|claim|violate|stop paying)\b[^.!?]{0,60}?\b(?:guilty|landlord|lawsuit|custody|contract|lease|your rent|settlement|eviction|the charges?|bankruptcy|divorce|the police|employer|ex[- ]?(?:wife|husband|partner)|visa|subpoena|court (?:order|date)|insurance company|in court|damages|agreement)\b`,
      String.raw`(?:^|[.!?:;]\s|\bjust |\bsimply )(?:plead (?:not )?guilty|sue (?:your|the|them|him|her)|withhold (?:your |the )?rent|ignore (?:the|that|this) (?:subpoena|summons|court|eviction)|(?:don['’]t|do not) (?:sign|pay) (?:the|that|your) (?:settlement|contract|agreement|rent|fine))\b`,
      String.raw`\b(?:you(?:['’]ll| will| would| should)? (?:certainly |definitely |likely |probably |easily )?(?:win|lose) (?:your|the|this|that) (?:case|lawsuit|appeal|custody)|you (?:have|['’]ve got) (?:a|an) (?:very )?(?:strong|solid|airtight|good|weak) case|you (?:are|['’]re) (?:not )?(?:legally )?(?:liable|entitled to (?:compensation|damages|custody|half))|you (?:do not|don['’]t) need a lawyer)\b`,
    ].map(compiled),
  },
];

function compiled(source: string): RegExp {
  return new RegExp(source, 'i');
}

/** Whoever sends somebody to those who may advise, speaks of people in general, or asks, advises nobody. */
const SENDS_ON =
  /\b(?:consult|talk to|speak (?:to|with)|see|ask|contact|seek|under|by|from|your) (?:[a-z-]{1,14} ){0,4}(?:doctor|physician|pharmacist|gp|clinician|professional|provider|specialist|lawyer|attorney|solicitor|counsel|advis[eo]r|planner|accountant|prescriber|vet(?:erinarian)?)\b|\bnot (?:medical|legal|financial|investment) advice\b|\bas prescribed\b|\bwithout (?:first )?(?:consult|talk|speak|medical|legal)|\b(?:in general|generally|typically|usually|many people|some people|patients|investors|tenants|defendants|for example|e\.g\.|hypothetical|imagine|suppose)\b|\?\s*$/i;

/** Who sends nobody there says so. */
const SENDS_NOWHERE =
  /\b(?:you (?:do not|don['’]t) (?:really )?need|there is no need|no need) (?:to (?:see|call|visit|ask)|for|a) (?:a |an |the |your )?(?:doctor|hospital|specialist|emergency|ambulance)/i;

/** Quotes and code hold what others said. */
const QUOTED = /^\s{0,4}(?:>|["“'«]|\|)|^\s*(?:```|\/\/|#!)/;

/** Of the sentence of an answer, what it advises a person on; null for most. */
export function adviceIn(sentence: string): Advised['type'] | null {
  if (sentence.length > LONGEST || QUOTED.test(sentence)) return null;
  if (SENDS_NOWHERE.test(sentence)) return 'content/advice-medical';
  // Most sentences advise nothing: where somebody is sent is asked of the few that do.
  const advised = ADVISED.find(({ patterns }) => patterns.some((pattern) => pattern.test(sentence)));
  return advised === undefined || SENDS_ON.test(sentence) ? null : advised.type;
}

/** A longer one is a list or a page without stops. */
const LONGEST = 600;
