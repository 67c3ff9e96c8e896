import { type Sought, whereNeeded } from '../../../../text/needed.ts';

/**
 * Orders to whoever answers in somebody's stead, by what is asked and in words of every day: without a model's name, and
 * without a word that attacks are known by. Looked for only where those who look see nothing.
 */
interface Sign {
  readonly pattern: Sought;
  /** Two where nobody says it to a visitor of a page, or to who edits it; one where that depends on the place. */
  readonly weight: 1 | 2;
}

/** Where somebody is told to do something: at the beginning, behind another part of the sentence, or behind what joins two. */
const DO =
  '(?:^\\W{0,4}|[.;:,!\\u2014-] |\\b(?:and|then|please|must|should|always|only|just|simply|kindly|instead|also|but|quietly|silently|secretly|never|not) )';
const THEM =
  '(?:him|her|them|whoever(?: \\w+)?|anyone|anybody|everyone|everybody|(?:the|this|that|any|every|your) (?:person|people|user|reader|customer|client|owner|recipient|visitor|guest|caller|patient|buyer|applicant|student|one)s?)';
const ANSWER = '(?:repl(?:y|ies)|answers?|responses?|summar(?:y|ies)|messages?|sentences?|letters?|texts?)';
const FLAWED = '(?:row|column|line|paragraph|page|section|part|clause|figure|number|name|sentence|entry|item|cell)s?';
const HEADS = '(?:account|street|address|number|amount|price|name|date|iban|link|recipient|total|phone|sum|payee|bank)';

const by = (source: string) => whereNeeded(new RegExp(source, 'i'));

const SIGNS: readonly Sign[] = [
  // What shall be said: that, or as if, or what is said to be so.
  {
    weight: 1,
    pattern: by(
      `${DO}(?:say|state|claim|report|mention|answer|reply|respond|insist|pretend|conclude|confirm|suggest|hint|write)s? (?:that|as if|as though|in passing|only|nothing|yes|no)\\b`,
    ),
  },
  {
    weight: 1,
    pattern: by(
      `${DO}(?:say|claim|insist|pretend|conclude) (?:the|a|an|it|he|she|they|this|our|his|her|their)\\b[^.?!]{1,60} (?:is|are|was|were|has|have|had|will|can|cannot|does)\\b`,
    ),
  },
  // In every answer.
  {
    weight: 2,
    pattern: by(
      `${DO}(?:begin|start|open|close|end|finish|sign|fill|lace|pepper|season) (?:each|every|all(?: of)?|any|your) (?:\\w+ )?${ANSWER}\\b`,
    ),
  },
  {
    weight: 2,
    pattern: by(
      `\\b(?:your|the) (?:very )?next (?:answer|reply|message|response|summary|turn|e-?mail|thing you (?:write|say|send|post))\\b|\\b(?:end|start|beginning|bottom|top) of (?:each of )?your (?:\\w+ )?${ANSWER}\\b`,
    ),
  },
  // Whom to tell it.
  {
    weight: 2,
    pattern: by(
      `${DO}(?:tell|inform|assure|warn|advise|remind|urge|convince|persuade) ${THEM} (?:that|to|of|about|how|why|it|he|she|they|the|a|only|nothing|his|her|our)\\b|${DO}let ${THEM} (?:know|believe|think|assume)\\b|${DO}(?:ask|get|have|make) ${THEM} (?:for|to) (?:the|his|her|their|pay|send|call|phone|open|type|give|enter|read|sign)\\b`,
    ),
  },
  {
    weight: 1,
    pattern: by('\\bwhat(?:ever)? you (?:tell|say|write|answer|send|show|give)(?: to)? (?:him|her|them|the)\\b'),
  },
  {
    weight: 1,
    pattern: by(
      '\\b(?:before|when|whenever|after|if|once|while|as) you (?:sum|summari[sz]e|answer|reply|respond|translate|grade|describe|present|recap|rewrite|shorten|hand|show|rate|judge|compare)\\b|\\b(?:when|whenever|if|once) (?:you are asked|asked|somebody asks|someone asks|anyone asks|anybody asks|he asks|she asks|they ask)\\b',
    ),
  },
  // As whom to speak, and for whom.
  {
    weight: 2,
    pattern: by(`${DO}(?:play|take) the (?:part|role) of\\b|${DO}(?:mention|say|note|drop|hint) in passing that\\b`),
  },
  {
    weight: 2,
    pattern: by(`${DO}(?:speak|talk|answer|reply|respond) (?:as|like) (?:my|an?|the|someone|somebody|one)\\b`),
  },
  {
    weight: 1,
    pattern: by(
      `${DO}(?:speak|talk|write|answer|behave|reply|think|respond|act) (?:as (?:if|though)|like you)\\b|${DO}(?:write|behave|think|act) (?:as|like) (?:my|an?|the|someone|somebody|one)\\b|${DO}(?:pretend|imagine|assume|suppose) (?:to be|that you|you|we)\\b`,
    ),
  },
  {
    weight: 2,
    pattern: by(
      '\\bfrom (?:this|here|now|that) (?:line |point |moment |word |sentence )?on,? you\\b|\\byou (?:now |only |from now on )?(?:work|speak|answer|act) (?:for|as|on behalf of|in the name of) (?:the|a|an|my|our|me|us)\\b|\\bthe (?:person|one|man|woman|customer|user) who (?:asks|writes|reads|speaks|wrote)\\b[^.?!]{0,24}\\b(?:is|has|may|owns|can)\\b',
    ),
  },
  // What to think of somebody's work.
  {
    weight: 1,
    pattern: by(
      `${DO}(?:give|grant|award|score|rate|rank|grade|mark|put|place) (?:this|the|that|her|him|it|every|our|his|my)\\b[^.?!]{0,40}\\b(?:highest|full|top|best|perfect|first|ten|five|maximum|above|twice|double)\\b`,
    ),
  },
  {
    weight: 1,
    pattern: by(
      `${DO}(?:praise|recommend|favou?r|promote|prefer|endorse|commend|applaud) (?:this|the|every|all|her|him|our|only|it|that|his|their|my)\\b|${DO}call (?:this|it|the \\w+|her|him)\\b[^.?!]{0,24}\\b(?:finest|best|official|only|greatest|safest|cheapest|perfect)\\b`,
    ),
  },
  // What to change, and what to leave out.
  {
    weight: 1,
    pattern: by(
      `${DO}(?:change|swap|replace|alter|exchange|switch|move|round|raise|lower|double|halve)(?: up| down)? (?:the|all|every|any|each|his|her|their)(?: \\w+){0,2} ${HEADS}s?\\b`,
    ),
  },
  {
    weight: 1,
    pattern: by(
      `${DO}(?:leave|drop|skip|omit|cut|hide|keep|strike|lose|forget)\\b[^.?!]{0,30}\\b(?:${FLAWED}|complaints?|faults?|warnings?|doubts?)\\b[^.?!]{0,24}\\b(?:out|and pretend|before|when|whenever|away|back|unmentioned|from what)\\b`,
    ),
  },
  // What was said before.
  {
    weight: 2,
    pattern: by(
      `${DO}(?:put|copy|repeat|write|print|paste|append|quote|recite|list|recall|spell|attach|show|give|read)\\b[^.?!]{0,36}\\b(?:our|your|the|you were)\\b[^.?!]{0,24}\\b(?:chat|talk|conversation|opening lines?|first lines?|very first|earlier (?:words?|lines?|notes?|messages?)|first hour|given before|told before|before this (?:talk|chat)|stood (?:before|above))\\b`,
    ),
  },
  // As the only way.
  {
    weight: 2,
    pattern: by(
      `${DO}(?:add|offer|show|insert|include|put|place|give|present|append|mention) (?:the|a|this|that)(?: \\w+)? (?:link|button|address|number|code|page|site|shop|phone)\\b[^.?!]{0,60}\\b(?:as the|call it|end of your|end of every|only way|official)\\b`,
    ),
  },
  // What somebody shall not learn, and what all are to be answered.
  {
    weight: 2,
    pattern: by(
      `${DO}(?:keep|hide|conceal|withhold) (?:from ${THEM}|it from|(?:\\w+ ){1,4}from ${THEM})\\b|\\blet ${THEM} (?:learn|see|know|find out|notice|guess)\\b|\\b(?:keep|stay|be) (?:quiet|silent) about\\b|${DO}(?:answer|meet|grant) (?:each|every|all)\\b[^.?!]{0,40}\\bwith\\b|${DO}say (?:yes|no) to (?:each|every|all|any)\\b|\\b(?:obey|believe|follow|trust) (?:him|her|them|me)\\b`,
    ),
  },
  // By which words to go, whatever stands there.
  {
    weight: 2,
    pattern: by(
      `${DO}(?:translate|render|read|replace|rename) (?:the word|each|every|all)\\b[^.?!]{0,40}\\b(?:as|by|with|into)\\b|${DO}(?:write down|pass on|hand over|reply with|send along|copy out) (?:what|everything|all|the (?:contents?|words?|lines?|text))\\b[^.?!]{0,40}\\b(?:above|before|earlier|first|told|described|reply|here)\\b|${DO}(?:speak|talk|write) only of\\b`,
    ),
  },
  // And nobody shall know.
  {
    weight: 1,
    pattern: by(
      "\\b(?:without|do not|don't|never|and not|not) (?:to )?(?:mention|say|tell|explain|reveal|admit|hint|let)(?:ing)?\\b(?: at)? (?:why|that|this|it|so|anyone|anybody|him|her|them|of|how|a|where|who)\\b|\\b(?:quietly|silently|secretly|discreetly|covertly|unnoticed)\\b|\\bas if (?:nothing|it were|you)\\b|\\bwhatever (?:the|he|she|they|it|else|you)\\b|\\beven (?:if|when|though) (?:they|he|she|it|the|you|asked)\\b|\\bno matter (?:what|who|how)\\b|\\bwithout a (?:second )?(?:thought|question|word)\\b|\\band (?:nobody|no one|nothing) else\\b",
    ),
  },
];

/** A button or a label is shorter. */
const LEAST_WORDS = 6;
/** A whole notice may say much. */
const MOST_READ = 400;
/** What pages say to those who use them, and keep hidden until then. */
const VISITORS =
  /\b(?:cookies?|javascript|browsers?|newsletter|passwords?|sign(?:ed)? (?:in|up|out)|log(?:ged)? (?:in|out)|checkout|basket|cart|subscribe|unsubscribe|required field|this (?:page|site|website|form|field|template|component|element|file|function|class|bug|issue|pull request)|reproduce|tooltip|dropdown|upload|TODO|FIXME)\b/i;

let asked = '';
let known = 0;

function weightOf(said: string): number {
  if (said === asked) return known;
  let sum = 0;
  if ((said.match(/\S+/g)?.length ?? 0) >= LEAST_WORDS) {
    const text = said.slice(0, MOST_READ);
    for (const { pattern, weight } of SIGNS) if (pattern.test(text)) sum += weight;
    if (sum > 0 && VISITORS.test(text)) sum -= 1;
  }
  [asked, known] = [said, sum];
  return sum;
}

/** Whether it orders whoever answers, where nobody at all sees it. */
export function isCovert(said: string): boolean {
  return weightOf(said) >= 1;
}

/** The same where some do, or people who write pages leave notes for each other. */
export function isPlainlyCovert(said: string): boolean {
  return weightOf(said) >= 2;
}
