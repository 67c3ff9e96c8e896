import { columnOf, rowsOf } from '../learned/known.ts';
import { wordsOfSentence } from '../learned/words.ts';

/** Words that orders are made of, by what they are for: a sentence is looked at closely only where some of them stand together. */
const GROUPS = {
  commands:
    'rm chmod curl wget pip pip3 npm gem cargo go push install run load execute open download powershell git mkfs dd plug plugin extension script helper package tool',
  coders: 'todo fixme hack xxx note hint copilot cursor claude chatgpt chat gpt codex gemini',
  checks: 'backdoor hidden lets let check checks scan verification door',
  verdicts: 'risk fraud threat spam score verdict suspicion severity',
  grades:
    'out highest top maximum perfect best full ten 10 passed approved excellent accepted harmless safe clean meets fulfils satisfies compliant spam qualified',
  earned: 'deserves deserve merits merit earned worth',
  passes: 'approve accept merge pass let close grant clear release mark',
  replies:
    'reply replies answer answers response responses message messages output outputs summary summaries wherever whenever',
  mails: 'mail mails email emails message messages inbox mailbox correspondence thread threads',
  agreed:
    'wished asked wanted requested ordered confirmed agreed approved authorised authorized consented consent cleared signed',
  treated: 'treat consider regard take count read see remember keep memorise memorize store note save',
  instead: 'rather instead place whatever deny summarise summarize',
  asked: 'asked asks mentions mention know',
  writes: 'write word phrase draft keep shape put make',
  trusts: 'trust rely believe use',
  secrets:
    'passwd shadow ssh id rsa ed25519 env secrets secret keychain password passwords clipboard environment saved stored session access key cookies prompt instructions chat conversation thread vault code pin otp passcode',
  agents:
    'ai llm llms model models copilot copilots bot bots chatbot chatbots agent agents assistant assistants automation summariser summarizer summarisers summarizers program shell tool tools browser file',
  whoever: 'whoever whosoever',
  systems: 'system tool security api middleware gateway runtime scheduler orchestrator',
  forged: 'now next then fine good ok okay great done',
  conceals:
    'tell telling mention mentioning inform informing notify notifying show showing alert alerting hide keep hear know notice nobody no without ask bring disclose leave so do',
  destroys: 'delete empty erase wipe remove cancel drop purge clear destroy overwrite disable',
  approvals: 'approval approvals review reviews confirmation confirmations',
  stops: 'stop drop abandon leave',
  data: 'public readable',
  cards: 'card gift positions payment limit account',
  users: 'user owner principal holder operator person one developer administrator',
  begins: 'answer reply respond begin',
  sums: 'price total sum amount balance fee discount rent deposit money funds payment payments invoice invoices',
  praises: 'positive favourable favorable glowing excellent enthusiastic flattering',
  unsubscribes: 'unsubscribe remove sign log',
  calls: 'call invoke use trigger execute run calling invoking using triggering',
  models:
    'automated automatic automatically computer machine algorithm autonomous agentic ai ais llm llms gpt gpts chatgpt claude gemini copilot grok codex language chatbot chatbots bot bots agent agents assistant assistants model models reader readers reviewer reviewers system systems tool tools crawler crawlers shopper shoppers inbox inboxes browser browsers engine engines helper helpers software responder responders summariser summarizer summarisers summarizers grader graders parser parsers intelligence',
  others: 'end other remaining rest passages context supersedes overrides outranks precedence trustworthy',
  whole: 'any every each all always before instead mandatory',
  tools: 'tool tools function functions',
  arguments: 'parameter argument field as in into with prefixed mandatory',
  outgoing: 'bcc send text write message messages mail mails email emails sms',
  speakers:
    'executing answering processing running handling fulfilling who person user owner boss principal holder operator whom',
  mine: 'my i',
  tasks: 'task tasks request prompt step half',
  yours: 'your you no must use',
  behalf: 'behalf name details card logged',
  leave:
    'rules guardrails longer confirmation confirmations approval filters filter restrictions privilege verified clearance approved preapproved preauthorised authorised authorized policies checks upgraded promoted',
  triggers:
    'user read reading shown showing listed listing displayed displaying presenting reporting announcing opened',
  comment: 'comment issue ticket readme thread paste post export send upload put write print quote',
  digest:
    'describes describe reads read translates indexes processes sees summarises summarizes summary abstract digest version translation summarising summarizing summarised condensed',
  markers: 'directive note override instruction instructions command notice message',
  bots: 'ai bot bots model assistant agent systems model',
  generated: 'generated new produced scripts',
} as const;
export type Group = keyof typeof GROUPS;

/** More groups than a number has bits: two numbers of them. */
export interface Groups {
  readonly low: number;
  readonly high: number;
}

const NAMES = Object.keys(GROUPS) as Group[];

export function groupsOf(names: readonly Group[]): Groups {
  let [low, high] = [0, 0];
  for (const name of names) {
    const at = NAMES.indexOf(name);
    if (at < 32) low |= 1 << at;
    else high |= 1 << (at - 32);
  }
  return { low, high };
}

const BY_WORD = new Map<string, Group[]>();
for (const name of NAMES)
  for (const word of GROUPS[name].split(' ')) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), name]);

/** What a word tells is where its groups stand in these; 0 is none. */
const LOW: number[] = [0];
const HIGH: number[] = [0];
const PLACES = new Map(
  [...BY_WORD].map(([word, names]) => {
    const { low, high } = groupsOf(names);
    LOW.push(low);
    HIGH.push(high);
    return [word, LOW.length - 1];
  }),
);
const { told } = columnOf((_hash, _stem, letters) => PLACES.get(letters) ?? 0);

let last: { readonly sentence: string; readonly groups: Groups } | undefined;

/** The groups of all words of a sentence. Several ask about one, one after another. */
export function groupsIn(sentence: string): Groups {
  if (last?.sentence !== sentence) last = { sentence, groups: read(sentence) };
  return last.groups;
}

function read(sentence: string): Groups {
  const words = wordsOfSentence(sentence);
  const rows = rowsOf(words);
  let [low, high] = [0, 0];
  for (let at = 0; at < words.count; at += 1) {
    const place = told[rows[at] ?? 0] ?? 0;
    if (place === 0) continue;
    low |= LOW[place] ?? 0;
    high |= HIGH[place] ?? 0;
  }
  return { low, high };
}
