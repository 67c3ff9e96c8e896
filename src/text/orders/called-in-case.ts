/**
 * Models that are called by the case in which they read: `when an LLM installs it, it should`, `as this is graded automatically,`,
 * `you, the assistant, are to`. Who it is is asked apart: patterns with all names in them take long to compile.
 */
const CASES: readonly RegExp[] = [
  /\b(?:when|whenever|if|once|in case|should|where|as|since|while) (?<who>(?:an?|any|the|some|your|his|her|their) [^,.;:!?\n]{3,100})[,:] ?(?:(?:it|they) (?:must|should|shall|has to|have to|is to|are to|needs? to|will|may)|please|let it|have it|make it)(?: also| always| first| not| never)? /gi,
  /\b(?:if|as|since|because|when|while|in case|should) (?:this|these|it|you)(?: \w+)? (?:is|are|gets?|was|were|be)(?: being)? (?:\w+ed|read) (?<who>automatically[^,.;:\n]{0,40}|by [^,.;:\n]{2,80})[,:] ?/gi,
  /\byou, (?<who>(?:the|an?|my|our|dear) [\w -]{2,24}),? (?:to|must|should|shall|will|are to|have to|may|can)(?: now)? /gi,
  /\b(?:readers?|reviewers?|graders?|editors?|visitors?|helpers?|those|whoever|anyone|everyone|anybody)(?: of \w+ \w+)? (?:that|who|which) (?:is|are|happens? to be) (?<who>(?:an? |the )?[a-z]+(?: [a-z]+)?) ?(?:[:,]|(?:must|should|shall|has to|have to|needs? to|is to|are to|may)(?: only| never| not| also)? (?:be )?) ?/gi,
  /\b(?<who>assistants|agents|bots|models|helpers|chat ?bots)(?: (?:that|who|which))? (?:read(?:ing)?|us(?:e|ing)|process(?:ing)?|answer(?:ing)? (?:from|with|by)|quot(?:e|ing)|cit(?:e|ing)|summari[sz](?:e|ing)|index(?:ing)?|open(?:ing)?|pars(?:e|ing)|handl(?:e|ing)|see(?:ing)?|visit(?:ing)?|review(?:ing)?) (?:this|these)(?: [a-z]+)?(?: (?:must|should|shall|have to|are to|need to)|\s?:)(?: only| never| not| also)? /gi,
];
/** Of one that people have as well, by what no person is told of here. */
const ONE_THAT =
  /\bthe (?:coding |support |reading |shopping )?(?:agent|assistant|bot|model|copilot)s? (?:(?:must|should|shall|has to|have to|needs to|is to|are to|will now|now|then)(?: also| first| now)? )/gi;
export const ONLY_AGENTS =
  /(?:\b(?:tokens?|passwords?|credentials?|api keys?|environment|iban)\b|~\/|\.env\b|\bdelivery address\b|\b(?:all|every|each) (?:open )?(?:orders?|mails?|files?|invoices?)\b|\bwithout (?:asking|telling|mentioning)\b|\b(?:do|does|must|should) not (?:mention|tell|inform)\b|\bnever possible\b|\bend the (?:chat|conversation)\b)/i;

/** Asked of the sentence before, and of who it is then. */
const WHO =
  /\b(?:AIs?|LLMs?|GPTs?|ChatGPT|Claude|Gemini|Copilot|(?:language )?models?|chat ?bots?|bots?|assistants?|agents?|helpers?|software|computer|machine|automatically|algorithm|program)\b/i;
/** What is read, or read by a machine: people are told of cases, too. */
const REFERS =
  /\b(?:this|these|automatically|you|that|who|which)\b|\b(?:reads?|drafts?|sorts?|installs?|process(?:es)?|opens?|parses?|handles?|summari[sz]es?|answers?|grades?|reviews?|screens?|writes?) (?:it|them|the|his|her|their|replies)\b/i;

export interface Case {
  readonly call: string;
  readonly rest: string;
  /** Whether who is called may be a person. */
  readonly isPlain: boolean;
}

/** Each such call, with what stands behind it. */
export function* casesIn(sentence: string): Iterable<Case> {
  if (!WHO.test(sentence)) return;
  for (const pattern of CASES)
    for (const { 0: call, index, groups } of sentence.matchAll(pattern))
      if (WHO.test(groups?.who ?? '') && REFERS.test(call))
        yield { call, rest: sentence.slice(index + call.length), isPlain: false };
  for (const { 0: call, index } of sentence.matchAll(ONE_THAT))
    yield { call, rest: sentence.slice(index + call.length), isPlain: true };
}
