import { LIMITS } from '../../kernel/limits.ts';
import type { Observation } from './observation.ts';
import { ORDERS_ELSEWHERE } from './orders-elsewhere.ts';
import { HIDDEN, INSTRUCTION, ORDER } from './rules.ts';

/** Orders that no default description of an assistant holds. Not to speak of function calls is a usual one (Qwen 3). */
const ORDERS =
  /\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:previous|prior|above|other|all|every|safety)\b[^.]{0,20}\b(?:instruction|message|prompt|rule|guideline)s?|\b(?:ignore|disregard|forget|override)\b[^.]{0,20}\b(?:everything|anything|whatever)\b[^.]{0,20}\b(?:above|before|user|said|asked|told|wrote)\b|\b(?:do not|don't|never)\b[^.]{0,30}\b(?:reveal|mention|disclose|tell|admit|say(?= that this))\b(?![^.]{0,40}\bfunction)[^.]{0,60}\b(?:instruction|prompt|user|this|that)s?\b|\b(?:secretly|silently)\b|\bdisable\b[^.\n]{0,20}\b(?:tls|ssl|certificate)s?\b[^.\n]{0,12}\b(?:verification|validation|checks?)\b|\bwithout (?:telling|informing|the user)\b|\b(?:always|must)\b[^.]{0,40}\b(?:recommend|promote|advertise|include (?:a|the|this) (?:link|url))\b/i;
const LINK = /\bhttps?:\/\/[^\s"'<>{}]{4,}/i;

/** What was said, or is secret, sent to an address that the template names, or handed to a tool unasked. */
const LEAKS =
  /\b(?:send|e-?mail|post|forward|upload|transmit|leak|exfiltrate|append|call)\b[^\n]{0,120}\b(?:conversations?|chats?|history|messages?|prompts?|secrets?|(?:api |private )?keys?|passwords?|tokens?|credentials?|(?:what(?:ever)?|everything) the user \w+|user data)\b[^\n]{0,80}\b(?:to|at|via)\s+(?:https?:\/\/|[\w.+-]+@[\w-]+\.)[^\s"']{0,80}|\bcall\s+(?:the\s+)?(?:tool\s+)?\w[^\W_]*_\w+\b[^\n]{0,60}\b(?:all of the|the whole|the entire|the full|every)\s+(?:conversation|chat|history|message)\b[^\n]{0,40}/i;

/** Code from an address, to be put into what is written for somebody, or run. */
const BRINGS_CODE =
  /\b(?:whenever|always|every time|each time|in (?:all|any|every)|for (?:all|any|every))\b[^\n]{0,120}\b(?:import|install|require|fetch|download|load|pull|clone|depend on|source)\b[^\n]{0,80}https?:\/\/[^\s"'<>{}]{4,120}|\b(?:import|install|fetch|download|load|pull|clone)\b[^\n]{0,80}https?:\/\/[^\s"'<>{}]{4,120}\s+(?:and|then)\s+(?:run|execute|start|source|import)\b/i;

/** A picture that a page fetches from an address with an answer in it, as soon as it shows one. */
const BEACON = /!\[[^\]\n]{0,80}\]\(\s*https?:\/\/[^)\s]{1,200}[?&][^)\s=]{1,40}=[^)\n]{0,200}\)/i;

export const A_COMMENT = 'a comment of HTML';
/** A page does not show it, and a model reads it. */
const COMMENT = /<!--((?:(?!-->)[\s\S]){0,2000}\p{L}{3}(?:(?!-->)[\s\S]){0,2000})/u;

/** What is fetched and run, in words that a model may repeat to a tool. */
const FETCHED = /\b(?:curl|wget)\b[^\n|]{0,200}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/i;
/** An answer that was begun in the model's name: it goes on as if it had agreed. */
const BEGUN =
  /(?:assistant(?:<\|[\w|]+\|>|:)?|<\|assistant\|>|\[\/INST\]|<start_of_turn>model|### ?(?:Response|Assistant):)\s{0,4}(?:sure|of course|certainly|absolutely|okay|yes)\s*[,.!:][^\n]{0,80}/i;
/** Nobody reads it as a text, and models do. */
const ENCODED = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/=])/;

/**
 * What forbids the words right behind it. In English a few may stand between, if none of them turns the sense about again
 * (`do not hesitate to`, `never forget to`) or begins something else.
 */
const FORBIDS =
  /\b(?:never|do not|don['’]t|must not|mustn['’]t|should not|shouldn['’]t|may not|cannot|can['’]t|will not|won['’]t|avoid|refrain from|not to)(?: (?!(?:hesitate|forget|fail|refuse|refrain|stop|decline|avoid|neglect|mind|worry|think|only|just|but|and|then|until|unless|without|instead|not|never|always)\b)[\w'’]+){0,6} $|\b(?:n['’]|ne |no |não |nunca |jamás |jamais |non |mai |nie |nu |jangan |đừng |không |niemals |nooit )$|(?:不要|别|請勿|请勿|切勿|不得|不可|禁止|绝不|永不)$|(?<!\p{L})не $/iu;
const LONGEST_FORBIDDING = 80;

function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const found = firstAllowed(pattern, text);
    if (found !== null) return found;
  }
  return null;
}

/** The first match that nothing before it forbids. */
function firstAllowed(pattern: RegExp, text: string): RegExpExecArray | null {
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  for (let found = all.exec(text); found !== null; found = all.exec(text)) {
    if (!FORBIDS.test(text.slice(Math.max(0, found.index - LONGEST_FORBIDDING), found.index))) return found;
    all.lastIndex = found.index + 1;
  }
  return null;
}

function decoded(text: string): string | null {
  const code = ENCODED.exec(text)?.[0];
  if (code === undefined) return null;
  const plain = Buffer.from(code, 'base64').toString('utf8');
  return /^[\x20-\x7e\n\t]+$/.test(plain) && /[a-z]+ [a-z]+ /i.test(plain) ? plain : null;
}

/** A link to be put into answers with what was said in it: the address stands before what it is to carry. */
const CARRIES =
  /\b(?:append|add|include|embed|insert|attach|end|render)\b[^\n]{0,120}\bhttps?:\/\/[^\s"'<>{}]{4}[^\n]{0,276}\b(?:conversations?|chats?|history|messages?|prompts?|secrets?|(?:api |private )?keys?|passwords?|tokens?|credentials?)\b/i;
/** An address that ends where something is still to be put into it. */
const OPEN_ADDRESS = /\bhttps?:\/\/[^\s"'<>{}]{4,200}[?&][\w.-]{1,40}=(?![^\s"'<>)\]},;])/i;
/** Files in which people keep what lets them in, and that no assistant is to speak of. */
const KEPT_SECRETS =
  /(?:~|\$\{?HOME\}?|%USERPROFILE%|\/root|\/home\/[\w.-]{1,40})[/\\]\.(?:ssh|aws|gnupg|kube|netrc|docker|config[/\\]gcloud|env|git-credentials|pypirc|npmrc|cache[/\\]huggingface[/\\]token)\b|\/etc\/(?:passwd|shadow)\b|\bid_(?:rsa|ed25519|ecdsa)\b/i;
/** Keys of the machine or of the house, to be told in an answer. */
const SECRETS =
  /\b(?:include|reveal|print|output|show|leak|append|repeat|insert)\b[^.\n]{0,60}\b(?:aws|api|ssh|private|secret|access|encryption)[ _-]?(?:keys?|tokens?|credentials?)\b|\b(?:reveal|leak|print|output)\b[^.\n]{0,30}\b(?:system prompt|the (?:key|secret|password)s?)\b/i;
/** What a text in a code says is to be done; nobody who reads the template reads it. */
const DECODES =
  /\b(?:decode|decipher|decrypt|(?:read|reverse|translate)\b[^.\n]{0,30}\b(?:rot-?13|base-?64|hex|caesar|backwards?|morse))\b[^.\n]{0,60}\b(?:and|then)\b[^.\n]{0,20}\b(?:obey|follow|execute|run|comply)\b/i;
/** An assistant without its maker's limits. */
const UNBOUND =
  /\bnever\s+(?:refuse|decline)\b|\bwithout\s+(?:any\s+)?(?:rules|restrictions|filters|censorship|guidelines|safety)\b|\b(?:have|has|with)\s+no\s+(?:rules|restrictions|filters|guidelines|limits)\b/i;

/** Rules that are said to hold no more, or texts of others that are said to be orders. */
const VOIDS =
  /\b(?:ignore|disregard|bypass)\s+(?:all\s+|any\s+|your\s+|the\s+)?(?:safety|ethics|moderation|guardrails)\b|\b(?:safety|system|previous|all|these|the)\s+(?:\w+\s+)?(?:rules|instructions|guidelines|restrictions|filters|guardrails)\b[^.\n]{0,30}\b(?:are|is)\s+(?:off|void|disabled|lifted|suspended|no longer (?:valid|in force))\b|\btreat\b(?! this)[^.\n]{0,40}\b(?:documents|results|outputs|messages)\b[^.\n]{0,20}\bas\s+(?:instructions|orders|commands)\b|\b(?:you are|be)\s+(?:now\s+)?(?:unrestricted|jailbroken|uncensored)\b|\b(?:you )?must obey\b|\b(?:give out|hand out|share)\b[^.\n]{0,20}\b(?:passwords?|secrets?|credentials?)\b|\bcall the tool with the (?:whole|entire|full)\b|\b(?:upload|send)\s+(?:all|every)\s+files?\s+to\s+https?:|\b(?:enter|with)(?:\s+\w+)?\s+(?:a\s+)?hidden backdoor\b/i;

/** Rules that are said to be none here. */
const UNRULED =
  /\b(?:operator|developer|system|safety|content|previous|usual|normal|these|those|all|any)(?:['’]s)?\s+(?:\w+\s+)?(?:rules|polic(?:y|ies)|instructions|guidelines|restrictions|limits|filters|guardrails)\b[^.\n]{0,30}\b(?:(?:do|does|did|will|shall) not|don['’]t|doesn['’]t|no longer)\s+(?:apply|hold|count|bind|matter|exist)\b/i;

/** What a user is to hand over at an address. */
const PHISHES =
  /\b(?:enter|provide|submit|confirm|type|verify)\b[^.\n]{0,40}\b(?:card (?:number|details)|passwords?|pin|seed phrase|wallet|credentials?|social security)\b[^\n]{0,60}\bhttps?:\/\/[^\s"'<>{}]{4,80}/i;

/** Lines that carry something out, to be put into code that somebody asks for. */
const PLANTS =
  /\b(?:add|insert|include|put|append|embed)\b[^\n]{0,80}(?:\brequests\.(?:post|put)\b|\burlopen\(|\bos\.environ\b|\bfetch\(["'`]https?:|\bsendBeacon\b)/i;
/** Code that lets strangers in, to be put into all that is written for somebody. */
const WEAKENS =
  /\b(?:always|every|any|whenever|each|all)\b(?:(?!\b(?:never|not|avoid|without|instead|rather|no|unsafe)\b|n['’]t\b)[^.\n]){0,80}\b(?:add|insert|include|put|append|embed|use|set|prefer|call)\b(?:(?!\b(?:never|not|avoid|without|instead|rather|no|unsafe)\b|n['’]t\b)[^.\n]){0,60}(?:\b(?:eval|exec|os\.system|pickle\.loads?|yaml\.unsafe_load)\s?\(|\bshell\s?=\s?True\b|\bverify\s?=\s?False\b|\bchmod (?:-R )?0?777\b|\binnerHTML\b|\bdangerouslySetInnerHTML\b|\bStrictHostKeyChecking[= ]no\b)/i;
/** Something to be praised in every answer, and that there was an order to be denied. */
const DENIES =
  /\bdeny\b[^.\n]{0,12}\b(?:that you|being|having)\b|\b(?:for|in|to) (?:every|each|all)\b[^.\n]{0,40}\b(?:recommend|promote|advertise)\b/i;

/** Soft hyphens and letters of no width, which take a word apart and are not seen. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** That something is to be kept from whoever asks. */
const HIDES =
  /\b(?:hide|conceal|withhold)\s+(?:that\b|the fact\b|(?:[\w'’]+\s+){1,4}from\s+(?:the\s+|any\s+|all\s+)?(?:users?|customers?|readers?)\b)/i;

const TOLD = [
  ORDERS,
  HIDES,
  LEAKS,
  FETCHED,
  BRINGS_CODE,
  BEACON,
  OPEN_ADDRESS,
  KEPT_SECRETS,
  UNRULED,
  BEGUN,
  CARRIES,
  SECRETS,
  DECODES,
  UNBOUND,
  VOIDS,
  PHISHES,
  PLANTS,
  WEAKENS,
  DENIES,
  ...ORDERS_ELSEWHERE.map(({ order }) => order),
];

/** Text that goes before every conversation. */
export function* judgeText(text: string): Iterable<Observation> {
  const comment = COMMENT.exec(text)?.[1];
  if (comment !== undefined)
    yield { rule: HIDDEN, operation: `${A_COMMENT}: '${comment.trim().slice(0, LIMITS.quotation)}'` };
  const order = firstOf(TOLD, text.replace(UNSEEN, '').normalize('NFKC'));
  const plain = decoded(text);
  if (plain !== null) yield { rule: HIDDEN, operation: `in base64: '${plain.slice(0, LIMITS.quotation)}'` };
  const link = order === null ? LINK.exec(text) : null;
  if (order !== null) yield { rule: ORDER, operation: `says '${order[0].slice(0, LIMITS.quotation)}'` };
  if (link !== null) yield { rule: INSTRUCTION, operation: `says '${link[0].slice(0, LIMITS.quotation)}'` };
}
