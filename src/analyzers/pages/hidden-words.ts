/** What a page holds and shows nobody: comments, elements without a size, a colour or a place, descriptions of pictures. */
function* unseenIn(text: string): Iterable<{ readonly words: string; readonly at: number }> {
  for (const pattern of UNSEEN)
    for (const found of text.matchAll(pattern)) {
      const words = found.groups?.['words'] ?? '';
      if (words.length > 12) yield { words, at: found.index };
    }
}

const NO_SIGHT =
  'font-size\\s*:\\s*[01](?:px|pt|em|%)?(?![.\\d])|display\\s*:\\s*none|visibility\\s*:\\s*hidden|opacity\\s*:\\s*0(?![.\\d])|(?:max-)?height\\s*:\\s*0(?![.\\d])|(?:left|top|text-indent)\\s*:\\s*-\\d{3,}|(?<!-)color\\s*[:=]\\s*["\']?(?:white|transparent|#fff(?:fff)?)\\b|\\shidden(?=[\\s>=])';

const UNSEEN: readonly RegExp[] = [
  /<!--(?<words>(?:(?!-->)[\s\S]){12,2000})/g,
  new RegExp(
    `<(?<tag>[a-z][a-z0-9]{0,9})\\b[^>]{0,300}(?:${NO_SIGHT})[^>]{0,300}>(?<words>[\\s\\S]{12,800}?)</\\k<tag>`,
    'gi',
  ),
  /^\[[^\]\n]{1,30}\]:\s*(?:#|<>)\s*[("'](?<words>[^\n]{12,800})/gm,
  /\b(?:alt|title|aria-label)\s*=\s*"(?<words>[^"<>]{20,800})"/gi,
];

/** Whom an order is addressed to. */
export const WHO =
  '(?:AIs?|A\\.I\\.|LLMs?|(?:AI |coding |code |language )?(?:assistants?|(?<!user[- ])agents?|models?)|copilot|claude|chatgpt|gemini|(?:AI )?(?:reviewers?|scanners?|auditors?|evaluators?|summari[sz]ers?))';
/** What it says to do. */
export const DOES =
  "(?:ignore|disregard|forget|run|execute|install|send|post|upload|push|fetch|download|read|include|append|add|insert|copy|cat|open|visit|delete|remove|approve|report|rate|say|tell|mark|skip|commit|reveal|print|output|recommend|praise|use|call|treat|assume|the user has|you must|you should|do not|don't|never|always)";

/** Words to an assistant, and to do something; no more than that a sentence is about one. */
const ORDERS: readonly RegExp[] = [
  // By its name, with a colon or a comma, at the beginning or behind who is told: `Note to AI: …`.
  new RegExp(
    `(?:^|[.!?:;>\\n])\\s*(?:(?:important|note|notice|message|instructions?|attention|dear|hey|hi|hello|todo)\\b[^.\\n]{0,20}?\\s)?(?:(?:any|all|the|for|to|you)\\s+){0,2}${WHO}(?:\\s+\\w+ing\\s[^,:;.\\n]{1,80}|\\s+(?:and|or)\\s+\\w+)?\\s*[:,–—-]\\s[^\\n]{0,200}?\\b${DOES}\\b`,
    'i',
  ),
  new RegExp(
    `\\bif (?:you(?:'re| are)|this is (?:read|parsed|processed) by) (?:an?|the|some)\\s+(?:\\w+\\s+){0,2}${WHO}\\b[\\s\\S]{0,200}?\\b${DOES}\\b`,
    'i',
  ),
  new RegExp(
    `\\b${WHO}\\s+(?:\\w+ing\\s[^.\\n]{1,60}\\s)?(?:must|should|shall|have to|need to|are (?:required|instructed|asked) to|is (?:required|instructed|asked) to)\\s+(?:\\w+\\s+){0,3}?(?:ignore|disregard|run|execute|install|send|post|upload|push|fetch|download|append|insert|delete|approve|admit|report|skip|reveal|praise|not (?:flag|report|mention|tell))\\b`,
    'i',
  ),
  /\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:previous|prior|above|other|all|earlier|your)\b[^.]{0,20}\b(?:instruction|message|prompt|rule)s?\b/i,
  /\b(?:send|post|upload|push|e-?mail|forward|leak|append)\b[^\n]{0,80}(?:\.env\b|~\/\.(?:ssh|aws|netrc|kube)|\b(?:private|api|ssh|aws)[ _-]?keys?\b|\bcredentials\b|\bpasswords?\b)[^\n]{0,120}\b(?:to|at|via)\s+\S*(?:https?:|@)/i,
];

/** The first words of a page to an assistant that nobody sees; null for none. */
export function hiddenOrderIn(text: string): { readonly words: string; readonly at: number } | null {
  for (const { words, at } of unseenIn(text)) {
    const plain = words.replace(/<[^>]{0,200}>/g, '\n').replace(/[ \t]+/g, ' ');
    if (ORDERS.some((order) => order.test(plain))) return { words: plain.trim(), at };
  }
  return null;
}
