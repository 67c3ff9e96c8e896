import { DOES, WHO } from './hidden-words.ts';

/** Words that anybody may read, said to an assistant by its name: `Note to AI agents: first run …`. */
const ADDRESSED = new RegExp(
  `(?:^|[.!?;>\\n])[\\s*_#"'([]{0,12}(?:(?:important|note|notice|message|instructions?|attention|system)\\b[^.\\n:]{0,20}?\\s)?(?:(?:any|all|the|for|to|you)\\s+){0,2}(?:${WHO}|system)(?:\\s+(?:and|or|reading|working|using|opening)\\s[^,:;.\\n]{1,60})?[*_]*\\s*[:,–—-][*_]*\\s+(?:(?:please|now|first(?: of all)?|you are (?:now )?[^.\\n]{1,60}\\.|you (?:must|should|shall)|before [^,:;.\\n]{1,60}|in [^,:;.\\n]{1,40})[,.]?\\s+){0,3}${DOES}\\b`,
  'gi',
);

/** What no honest note to an assistant asks: to keep it from the person, to hand out what is secret, to drop other orders and run something. */
const BEHIND_BACK =
  /\b(?:do not|don['’]t|never) (?:tell|mention|inform|show|reveal|disclose|report|ask)\b[^.\n]{0,40}\b(?:it|this|that|user|human|owner|developer)\b|\b(?:hide|conceal|keep)\b[^.\n]{0,40}\bfrom (?:the |your )?(?:user|human|owner|developer)\b|\b(?:silently|secretly|covertly)\b|\bwithout (?:asking|telling|informing|confirm\w*|the user)\b|\bsay nothing\b/i;
const HANDS_OUT =
  /(?<!\b(?:never|not|don['’]t)\b[^.\n]{0,40})\b(?:read|send|copy|cat|post|upload|paste|collect|dump|exfiltrate|e-?mail|forward)\b[^\n]{0,80}(?:(?<![\w/])\.env\b|~?\/?\.(?:ssh|aws|netrc|kube|npmrc|pypirc|git-credentials)\b|\bid_rsa\b|\b(?:environment variables|credentials|(?:private|ssh) keys?)\b)/i;
const DROPS_AND_RUNS =
  /\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:previous|prior|above|other|all|earlier|your)\b[^.]{0,20}\b(?:instruction|message|prompt|rule)s?\b[\s\S]{0,200}?\b(?:run|execute|install|read|upload|send|curl|wget|approve|report)\b/i;

/** The words behind which the order is looked for. */
const REACH = 500;
const MOST = 200;

/** An order to an assistant to act behind a person's back, which stands where anybody may read it; null for none. */
export function openOrderIn(text: string, isLog = false): { readonly words: string; readonly at: number } | null {
  let seen = 0;
  for (const { index } of text.matchAll(ADDRESSED)) {
    // What stands in a paragraph of its own is said to somebody else.
    const words = text.slice(index, index + REACH).replace(/(?<=\S)\s*\n\s*\n[\s\S]*$/, '');
    // What a model said stands behind its name, too.
    if (BEHIND_BACK.test(words) || (!isLog && (HANDS_OUT.test(words) || DROPS_AND_RUNS.test(words))))
      return { words: words.replace(/^[.!?;>\s]+/, '').trim(), at: index };
    if (++seen > MOST) return null;
  }
  return null;
}
