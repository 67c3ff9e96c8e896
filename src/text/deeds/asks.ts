/** Asks how something is done, and what is done right behind it. */
const HOW = new RegExp(
  [
    "\\bhow (?:exactly |precisely |best )?(?:to|(?:do|can|could|would|should|might) (?:i|we|you|u|one|someone|somebody|a person)|i (?:can|could|should|might)|(?:he|she|they|you|one|(?:a|an|the|his|her|my|their) [\\w'’]+)(?: (?:can|could|would|should|might|must))?)\\b",
    '\\b(?:best|easiest|safest|fastest|quickest|simplest|cheapest|most \\w+|good|some|any|effective|clever) (?:ways?|methods?) (?:to|of|for)\\b',
    '\\bwhere (?:can|could|do|would|should) (?:i|we|one|people|you|he|she|they)\\b',
    '\\bwhat (?:\\w+ ){1,3}(?:can|could|do|should|would) (?:i|we|one) (?:use|buy|need|mix|take|combine) (?:to|for)\\b',
    '\\b(?:write|create|make|build|develop|code|give me|need)\\b[^.!?\\n]{0,20}\\b(?:code|scripts?|programs?|tools?|apps?|bots?) (?:to|that|which|for)\\b',
    '\\b(?:script|words|lines|method|trick|way|plan|recipe|steps|process)s? (?:\\w+ ){0,3}(?:uses?|used|would use|follows?|needs?) (?:to|for)\\b|\\b(?:mission|goal|task|job|objective) is to\\b',
    '\\bwhat (?:do|would|should) (?:i|we|one) (?:need|do|use|buy|say) (?:to|for)\\b',
    "\\b(?:i|we)(?: really| just)? (?:want|need|plan|intend|would like|wish|am going|are going|have decided)(?: you)? to\\b|\\b(?:i['’]d like|i['’]m going|i['’]m planning|gonna|wanna) (?:to )?",
    '\\b(?:help|teach|show|guide|assist|train|coach|instruct|advise) (?:me|us|him|her|them|someone|a \\w+|people|others|my \\w+)\\b',
    '\\bif (?:someone|somebody|one|anyone|i|we|he|she|a person) (?:wanted|needed|had|were|was|wished|decided) to\\b',
    '\\bfirst(?:,)? you\\b|\\b(?:to|should) (?:complete|finish) the\\b',
  ].join('|'),
  'gi',
);
/** What tells how something is done. */
const GUIDES =
  /\b(?:instructions?|guides?|guidelines|tutorials?|steps?|recipes?|manuals?|methods?|plans?|tips|blueprints?|walkthroughs?|techniques?|procedures?|process|lessons?|advice|checklists?|strateg(?:y|ies)|schemes?|tricks?|ways?|courses?|lectures?|scripts?|pitch|handbook|playbook|how-to|program|tactics|ideas|leaflets?|booklets?|primers?|cheat ?sheets?) (?:\w+ )?(?:for|to|on|of|about|that|how|in|which|by|with)\b/gi;
/** Somebody shall give it. */
const REQUESTS =
  /\b(?:should|must|shall) (?:\w+ ){1,4}(?:real|working|usable|exact|complete)\b|(?:^|[.!?:;,"'“(\n—-]\s{0,3}|\b(?:please|now|then|and|also|to|you|must|should|could|can|would|will|i|me|us|let['’]s) )(?:write|create|give|provide|show|teach|tell|explain|describe|list|outline|make|develop|generate|compose|draft|design|devise|plan|suggest|share|help|need|want|detail|produce|build|code|publish|sketch|reproduce|construct|compile|offer|walk|prepare|come up|formulate|propose|recommend|demonstrate)\b|^\W{0,4}(?:\w+[ -]){0,5}(?:instructions?|guides?|tutorials?|steps|recipes?|methods?|tips|ways?|blueprint)\b|\?/i;
/** A verb of making as an order has it: first in its clause, or behind what asks for it. */
const ORDERED =
  /(?:^|[.!?:;,"'“(\n—-]\s{0,3}|\b(?:please|now|then|and|also|to|you|must|should|could|can|would|will|i|me|us|let['’]s|just) )$/i;
const BASE_FORM =
  /^(?:write|create|develop|code|build|make|generate|program|design|craft|compose|draft|spread|deploy|send|distribute|post|produce|script|prepare|reproduce|publish|invent|fabricate|give|explain|provide|show|list|share|teach|describe|set up|start|run|launch|devise|plan|outline|conduct|pull off|carry out|do|organi[sz]e|commit|argue|prove|claim|convince|debate|edit)\b/i;
/** Whoever guards against it, plays it, or wonders what becomes of those who do it. */
const OTHERWISE =
  /\b(?:prevent\w*|protect\w*|defen[cds]\w*|(?<!(?:without being|being|be|not|avoid\w*|evad\w*|escap\w*) )(?:detect\w*|caught)(?! (?:by|the|on) )|avoid(?:ing)? (?:being|becoming|falling)|stop(?:ping)? (?:it|this|people|someone|somebody|him|her|them|my|others|kids|thieves|hackers|criminals|the)|recogni[sz]\w*|spot(?:ting)?|mitigat\w*|safeguard\w*|guard against|awareness|(?:become|being|became) a victim|victims? of|report(?:ing|ed)? (?:it|a|an|the|my|someone|suspected)|investigat\w*|legally|lawful\w*|my own|our own|ethical hack\w*|ctf|simulat\w+|penetration test\w*|staging|test environment|minecraft|skyrim|gta|fortnite|the sims|call of duty|roblox|elden ring|dark souls|hitman \d|video ?games?|in[- ]game|npcs?|penalt\w*|punish\w*|sentence for|is it (?:illegal|legal|a crime|wrong|possible that)|consequences|dangers? of|risks? of|why|ethics of|should not|shouldn['’]t|must not|illegal to|history of|documentary|accused of|charged with|convicted of|suspected of)\b/i;
const NOT_DONE = /\b(?:never|not|don['’]?t|without|avoid|stop|instead of|rather than|against|no longer)\s$/i;

/** Characters between what asks and what is asked for. */
const NEAR = 90;

/** Whether somebody asks to have done, or to be told how is done, what stands here in a sentence. */
export function isAskedFor(sentence: string, start: number, made: boolean): boolean {
  if (OTHERWISE.test(sentence)) return false;
  const before = sentence.slice(Math.max(0, start - NEAR), start);
  if (NOT_DONE.test(before)) return false;
  if (made && BASE_FORM.test(sentence.slice(start, start + 12)) && ORDERED.test(before)) return true;
  if (stands(HOW, before)) return true;
  return stands(GUIDES, before) && REQUESTS.test(sentence);
}

/** Whether it stands there, and no other clause begins behind it. */
function stands(pattern: RegExp, before: string): boolean {
  pattern.lastIndex = 0;
  let end = -1;
  while (pattern.test(before)) end = pattern.lastIndex;
  return end >= 0 && !ANOTHER.test(before.slice(end));
}

const ANOTHER = /[.!?;\n]|\b(?:who|because|whose|while|after|when|if)\b/i;
