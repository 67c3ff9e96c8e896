/** A restriction that a text states, whatever licence it is. */
export interface StatedClause {
  readonly kind:
    | 'non-commercial'
    | 'research-only'
    | 'no-training'
    | 'no-distribution'
    | 'threshold'
    | 'payment'
    | 'territory'
    | 'field';
  readonly says: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

const ROWS: readonly (readonly [StatedClause['kind'], RegExp, string])[] = [
  [
    'non-commercial',
    /\bnon[- ]?commercial(?:ly)?\b(?! (?:and|or) commercial)|\b(?:not|no|never|prohibit\w*|forbid\w*)\b[^.\n]{0,60}\bcommercial(?:ly)? (?:use|purposes?|advantage|exploit\w*)|\b(?:not|never)\b[^.\n]{0,60}\b(?:used|exploited|deployed) commercially\b|\bcommercial(?:ly)? (?:use|purposes?|exploitation|deployment)[^.\n]{0,40}\b(?:not (?:allowed|permitted|licensed|granted)|prohibited|forbidden|requires? (?:a )?(?:separate|prior|written))/i,
    'limits it to non-commercial use',
  ],
  [
    'research-only',
    /\b(?:academic|research|evaluation|educational)(?: (?:and|or) (?:academic|research|evaluation|educational))?(?: use| purposes?)? only\b|\bonly for (?:\w+ ){0,3}research\b|\bsolely for (?:\w+ ){0,3}(?:research|academic|evaluation)|\bfor research (?:use|purposes)\b[^.\n]{0,30}\bonly/i,
    'limits it to research',
  ],
  [
    'no-training',
    /\b(?:not|no|never|prohibit\w*|forbid\w*)\b[^.\n]{0,120}\b(?:train|improve|develop|distil\w*|fine-?tune)\b[^.\n]{0,60}\b(?:models?|llms?|ai)\b/i,
    'forbids training other models with it',
  ],
  [
    'no-distribution',
    /\b(?:may|shall|must) not\b[^.\n]{0,60}\b(?:distribut|redistribut|sublicens|publish|share)\w*\b[^.\n]{0,60}\b(?:model|weights|materials|derivative|copies)\b/i,
    'forbids passing it on',
  ],
  [
    'threshold',
    /\b(?:more than|exceed\w*|greater than|over|above|in excess of)\b[^.\n]{0,30}?\b\d[\d,.]*\s*(?:million|billion|thousand|[mk]\b)?[^.\n]{0,40}\b(?:monthly active users|users|revenue|usd|us dollars)/i,
    'changes above a number of users or a revenue',
  ],
  [
    'payment',
    /\broyalt(?:y|ies)\b(?![- ]free)[^.\n]{0,60}\b(?:of \d|\d+ ?%|pay\w*|due\b)|\bpay\w* (?:\w+ ){0,3}royalt(?:y|ies)\b(?![- ]free)|\b(?:must|shall) (?:first )?(?:apply|ask|request)\b[^.\n]{0,60}\b(?:permission|commercial)/i,
    'asks for permission or payment for commercial use',
  ],
  [
    'territory',
    /\b(?:exclud\w*|not (?:apply|available|granted|licensed)|outside (?:of )?(?:the )?territory|except)\b[^.\n]{0,60}\b(?:european union|united kingdom|south korea|eu|territory)\b/i,
    'excludes a territory',
  ],
  ['field', /\b(?:military|surveillance|biometric|warfare|weapons)\b/i, 'names excluded fields of use'],
];

const READ = 200_000;

/** The first line of each kind of restriction that a text states. A text that only defines a word counts too: it wants a reader. */
export function statedClauses(text: string): readonly StatedClause[] {
  const lines = text.slice(0, READ).split('\n');
  const found: StatedClause[] = [];
  for (const [kind, match, says] of ROWS) {
    // A clause may be wrapped: two lines are looked at together.
    const at = lines.findIndex((line, index) => match.test(line) || match.test(`${line} ${lines[index + 1] ?? ''}`));
    if (at !== -1) found.push({ kind, says, line: at + 1, text: (lines[at] ?? '').trim() });
  }
  return found;
}

/** Where in a known text the clause of a field stands, so that its owner sees their own words. */
const OF_FIELD: readonly (readonly [string, RegExp])[] = [
  ['commercial_use', /non[- ]?commercial (?:use|purposes?)|commercial (?:use|purposes?)|research purposes/i],
  ['commercial_use', /non[- ]?commercial|commercial/i],
  ['internal_business_use', /internal|business|non[- ]?commercial|research purposes/i],
  ['thresholds', /monthly active users|annual revenue|revenue|daily active|\b\d+ ?million/i],
  ['territory.excluded', /european union|territory|south korea/i],
  [
    'outputs.train_other_models',
    /(?:improve|train|develop)\b[^.\n]{0,80}\bmodels?\b|any other (?:large language|ai) model|distill?/i,
  ],
  ['redistribution', /redistribut|distribute|sublicens|NoDerivatives|adapted material/i],
  ['hosting.saas', /hosted|hosting|software-as-a-service|\bservice\b/i],
  ['termination', /guardrail|terminat/i],
  ['fields_excluded', /military|warfare|surveillance|medical advice|automated decision|professional|prohibited use/i],
  ['attribution.display_text', /built with|prominently display|powered by/i],
  ['attribution.notice_file', /["“]?notice["”]? (?:text )?file/i],
  ['derivative_naming', /beginning of (?:any )?such|at the beginning/i],
  ['acceptable_use', /acceptable use|prohibited use|use policy|use-based restrictions|attachment a/i],
  ['share_alike', /share ?alike|same license|under this license/i],
];

/** The line of `text`, from 1, on which the clause behind a record's field stands; null when no line looks like it. */
export function lineOfField(text: string, field: string): { readonly line: number; readonly text: string } | null {
  const lines = text.slice(0, READ).split('\n');
  for (const [prefix, match] of OF_FIELD) {
    const at = field.startsWith(prefix) ? lines.findIndex((line) => match.test(line)) : -1;
    if (at !== -1) return { line: at + 1, text: (lines[at] ?? '').trim().slice(0, 400) };
  }
  return null;
}
