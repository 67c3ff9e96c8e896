import type { GuardAction } from '../domain/guard.ts';
import type { Reading } from '../text/view/reading.ts';
import type { UnitDetector, UnitHit, UnitScanner } from './detector.ts';
import { createAddressEnds } from './detectors/exfiltration/address-end.ts';
import { createCanaryReader } from './detectors/exfiltration/canary.ts';
import { unescaped } from './detectors/exfiltration/carries.ts';
import { exfiltration } from './detectors/exfiltration/detector.ts';
import { withoutKnown } from './detectors/exfiltration/known-addresses.ts';
import { isPublic, withoutSearch, withoutTitles } from './detectors/exfiltration/readable.ts';
import { isSentence } from './detectors/exfiltration/said.ts';
import { type Taint, taintOf } from './detectors/exfiltration/taint.ts';
import { createSecretsReader } from './detectors/exfiltration/told-as-secret.ts';
import { tellsInWords } from './detectors/exfiltration/told-in-words.ts';
import type { GuardTable } from './table.ts';

export { canaryFor, plantCanary } from './detectors/exfiltration/canary.ts';

/** What a message may not carry out: what was said before it, and words that were planted in prompts. */
export interface Conversation {
  readonly earlier: readonly string[];
  readonly canaries: readonly string[];
}

/** The table for a message of this conversation. */
export function inConversation(table: GuardTable, conversation: Conversation): GuardTable {
  if (conversation.earlier.length === 0 && conversation.canaries.length === 0) return table;
  const detector = detectorFor(conversation);
  return {
    ...table,
    units: [...table.units, ...table.enforce(detector)],
    // It stands in the text in many forms and cannot be taken out of it: what must not pass as it is does not pass.
    ruleFor: (id, found) => {
      const rule = table.ruleFor(id, found);
      const carried = found.type === SEEN || found.type === CANARY;
      return rule === undefined || !carried || STAYS.has(rule.action) ? rule : { ...rule, action: 'block' };
    },
  };
}

const STAYS: ReadonlySet<GuardAction> = new Set<GuardAction>(['allow', 'note', 'log', 'flag', 'approve']);
const SEEN = 'exfiltration/seen';
const CANARY = 'exfiltration/canary';

/** Policies know it as `exfiltration`, of which it is the part that needs a conversation. */
function detectorFor(conversation: Conversation): UnitDetector {
  const { types, ...known } = exfiltration;
  return {
    id: known.id,
    title: known.title,
    origins: known.origins,
    defaults: known.defaults,
    examples: known.examples,
    kind: 'unit',
    unit: 'sentence',
    judgesWhole: false,
    types: types.filter(({ type }) => type === SEEN || type === CANARY),
    open: (origin) => createScanner(conversation, origin === 'tool-call'),
  };
}

/** What addresses begin with. */
const BEGINS = /(?:\b[a-z][a-z+]{1,11}:)?\/\//gi;
/** A shorter one, behind what it begins with, says nothing. */
const SHORTEST = 8;
/** Of the text before a sentence, for an address that is parted over several. */
const KEPT = 1024;

/** Looks at one reading of a sentence, in positions of what `reading.from` begins. */
type Read = (reading: Reading, isPlain: boolean) => readonly Omit<UnitHit, 'reading'>[];

function createScanner({ earlier, canaries }: Conversation, isCall: boolean): UnitScanner {
  const readers: readonly Read[] = [
    ...canaries.map(createCanaryLook),
    ...(earlier.length === 0 ? [] : [createAddressReader(earlier), createLetterReader(earlier)]),
    ...(earlier.length === 0 || !isCall ? [] : [createSendingReader(earlier)]),
    ...(earlier.length === 0 || isCall ? [] : [createCommandReader(earlier)]),
  ];
  return {
    see: ({ readings }) => {
      const hits: UnitHit[] = [];
      for (const [index, reading] of readings.entries()) {
        // What a sentence decodes to stands alone, and is news only where the sentence itself says nothing.
        if (index > 0 && hits.length > 0) break;
        const { from } = reading;
        for (const read of readers) {
          for (const hit of read(reading, index === 0))
            hits.push({ ...hit, start: from + hit.start, end: from + hit.end, reading: index });
        }
      }
      return hits;
    },
    end: () => [],
  };
}

function createCanaryLook(canary: string): Read {
  const reader = createCanaryReader(canary);
  return ({ folded, from }, isPlain) => {
    const sentence = folded.slice(from);
    const place = isPlain ? reader.read(sentence) : reader.readAlone(sentence);
    return place === null ? [] : [{ type: CANARY, ...place, score: 1, detail: 'a word that was planted in a prompt' }];
  };
}

/** Addresses that say what was said before; those that stood there themselves are only repeated. */
function createAddressReader(earlier: readonly string[]): Read {
  let taint: Taint | null = null;
  const isSecret = createSecretsReader(earlier);
  let [before, pieces] = ['', ''];
  return (reading, isPlain) => {
    const sentence = reading.text.slice(reading.from);
    const [text, fresh] = isPlain ? [before + sentence, before.length] : [sentence, 0];
    if (isPlain) before = text.slice(-KEPT);
    if (!text.includes('//')) return [];
    const found: Omit<UnitHit, 'reading'>[] = [];
    for (const { start, end } of addressesIn(text)) {
      const address = text.slice(start, end);
      if (end <= fresh || isPublic(address) || earlier.some((said) => said.includes(address))) continue;
      const [, to = ''] = LETTER_TO.exec(address) ?? [];
      if (to !== '' && earlier.some((said) => said.includes(unescaped(to)))) continue;
      taint ??= taintOf(earlier);
      // One text in pieces: nothing in any of them, all in all of them.
      const loads = LOADS.test(text.slice(Math.max(0, start - LOOK_BACK), start));
      const own = withoutSearch(withoutKnown(address, earlier, loads, isSecret));
      const said = withoutTitles(own, loads);
      const values = valuesOf(said);
      const joined = (pieces + values).slice(-LONGEST_PIECES);
      const [, added = ''] = ADDED.exec(text.slice(end, end + LONGEST_ADDED)) ?? [];
      const repeats =
        taint.in(said) !== null ||
        taint.in(values) !== null ||
        (added !== '' && taint.in(added) !== null) ||
        (loads && (tellsInWords(address, earlier) || isSecret(own)));
      const split = !repeats && pieces !== '' && taint.in(joined) !== null;
      pieces = repeats || split ? '' : joined;
      if (!repeats && !split) continue;
      const place = { start: Math.max(0, start - fresh), end: end - fresh };
      found.push({ type: SEEN, ...place, score: 0.9, detail: 'an address that repeats what was said before' });
    }
    return found;
  };
}

/** A page for a letter to somebody. */
const LETTER_TO =
  /^https:\/\/(?:mail\.google\.com\/mail|outlook\.(?:live|office)\.com\/mail)\/[^#]{0,200}[?&]to=([^&#]{3,100})/i;

/** A letter or a message that is to be sent to somebody, and what it says. */
const LETTERS = /\b(?:mailto|smsto|sms):([^\s?"'<>()]{3,100})\?([^\s"'<>()]{16,4000})/gi;
/** People have what they said put in a letter; so much of it, to somebody of whom nobody spoke, is another's wish. */
const WRITTEN = 32;

function createLetterReader(earlier: readonly string[]): Read {
  let taint: Taint | null = null;
  return ({ text, from }, isPlain) => {
    const sentence = text.slice(from);
    if (!isPlain || !/(?:mailto|sms(?:to)?):/i.test(sentence)) return [];
    const found: Omit<UnitHit, 'reading'>[] = [];
    for (const { 0: letter, 1: to = '', 2: said = '', index } of sentence.matchAll(LETTERS)) {
      if (earlier.some((one) => one.includes(to))) continue;
      taint ??= taintOf(earlier);
      if (taint.in(said, WRITTEN) === null) continue;
      const place = { start: index, end: index + letter.length };
      found.push({ type: SEEN, ...place, score: 0.8, detail: 'a letter that repeats what was said before' });
    }
    return found;
  };
}

/** What stands before an address that is loaded without a click. */
const LOADS =
  /!\[[^\]\n]{0,150}\]\(<?$|\\includegraphics(?:\[[^\]\n]{0,60}\])?\{$|(?:src|srcset|poster|background|data|xlink:href)\s{0,2}=\s{0,2}["']?$|url\(["']?$|\]:\s{0,3}<?$/i;
const LOOK_BACK = 200;

/** What programs put behind an address, and commands send there: `'https://example.org/?' + encodeURIComponent('text')`. */
const ADDED =
  /^["'`]?(?:\s{0,3}[+&]\s{0,3}(?:[\w.]{1,30}\(\s{0,3}){0,2}| {1,3}(?:-d|--data(?:-raw|-binary|-urlencode)?|--post-data)[ =])["'`]([^"'`\n]{16,400})/;
const LONGEST_ADDED = 480;

/** What the values of an address say together; of one without any, the last part of its path. */
function valuesOf(address: string): string {
  const mark = address.search(/[?#]/);
  if (mark < 0) return address.slice(address.lastIndexOf('/') + 1);
  return address
    .slice(mark + 1)
    .split(/[&;#?]/)
    .map((part) => part.slice(part.indexOf('=') + 1))
    .join('');
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The addresses in a text, in order and apart. */
function addressesIn(text: string): readonly Stretch[] {
  const ends = createAddressEnds(text);
  const found: Stretch[] = [];
  let behind = 0;
  for (const { 0: begins, index: start } of text.matchAll(BEGINS)) {
    if (start < behind) continue;
    const { end } = ends.at(start);
    if (end - start - begins.length < SHORTEST) continue;
    found.push({ start, end });
    behind = end;
  }
  return found;
}

function withoutAddresses(text: string): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of addressesIn(text)) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at);
}

/** A recipient, or the host of an address. */
const RECIPIENT =
  /[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,5}[a-z]{2,12})|\/\/([^\s/"'<>:?#\\]{4,100})|"to"\s?:\s?"(\+?\d[\d ()-]{6,20})"/gi;
/** How a call says that it sends what follows. */
const SENDS =
  /"(?:body|data|json|payload|content|contents|text|message|html|description|headers|params|attachments?|cookies?|auth|credentials|user_?agent|file_?name|status|caption|note|comment|metadata|summary|title|subject|guests|cmd)"\s?:|"query"\s?:\s?"\s{0,3}mutation|\bparams\s?=|\bPOST\b|\bPUT\b|\s-d\s|--(?:post-)?data|webhook/;
/** Shorter ones repeat what was asked for. */
const SENT = 24;

/** A name of a host that says something, whatever the call does with it. */
const LONG_HOST = /"((?:[a-z0-9-]{16,63}\.){1,6}(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})"/gi;

/** Asks the servers of names, which tell it to whoever keeps the name. */
const LOOKS_UP = /\b(?:nslookup|dig|ping|host) (?:-\w{1,6} \w{0,6} ?){0,3}(?:[\w-]{1,63}\.){2,8}[a-z]{2,12}/i;
/** Keys and passwords as machines make them: shorter than sentences, and told by nobody else. */
const KEYS = /[A-Za-z0-9_+/=-]{16,200}/g;

function sendsKey(sentence: string, taint: Taint): boolean {
  const asked = LOOKS_UP.exec(sentence)?.[0] ?? '';
  for (const [key] of sentence.matchAll(KEYS)) {
    const made =
      (key.match(/\d/g)?.length ?? 0) >= 3 && /[a-z]/.test(key) && (/[A-Z]/.test(key) || asked.includes(key));
    if (made && !/^[0-9a-f-]{32,}$/i.test(key) && taint.in(key) !== null) return true;
  }
  return false;
}

/** Calls of a tool that send what was said before to somebody of whom nobody spoke. */
function createSendingReader(earlier: readonly string[]): Read {
  let taint: Taint | null = null;
  let [sends, named, carries] = [false, false, false];
  return (reading, isPlain) => {
    if (!isPlain || (sends && named && carries)) return [];
    const sentence = reading.text.slice(reading.from);
    sends ||= SENDS.test(sentence) || LOOKS_UP.test(sentence);
    named ||= LOOKS_UP.test(sentence);
    for (const [, mailed, asked, called] of sentence.matchAll(RECIPIENT)) {
      const host = mailed ?? asked ?? called ?? '';
      named ||= !earlier.some((said) => said.includes(host) || isOfService(host, said));
    }
    if (!carries) {
      taint ??= taintOf(earlier);
      carries = taint.in(withoutAddresses(sentence), SENT) !== null || sendsKey(sentence, taint);
    }
    const asksFor = [...sentence.matchAll(LONG_HOST)].some(([, labels = '']) => {
      taint ??= taintOf(earlier);
      return taint.in(`//${labels}`) !== null;
    });
    if (asksFor) [sends, named, carries] = [true, true, true];
    if (!sends || !named || !carries) return [];
    return [
      { type: SEEN, start: 0, end: sentence.length, score: 0.8, detail: 'a call that sends what was said before' },
    ];
  };
}

/** What a person is told to run that reaches another machine. */
const RUNS =
  /\b(?:curl|wget|https? (?:POST|PUT)|nc|ncat|netcat|telnet|socat|mailx?|mutt|sendmail|swaks|logger|git push|ssh|invoke-\w{7,10}|irm|iwr|mosquitto_pub|redis-cli)\s|\b(?:requests\.\w{3,5}|fetch|sendBeacon|axios(?:\.\w{3,5})?|urlopen|\.send|\.post|\.put)\(/i;
/** A service of which somebody spoke by its name, and its own host. */
function isOfService(host: string, said: string): boolean {
  const [, name = ''] = /(?:^|\.)([a-z][a-z\d-]{3,40})\.(?:com|org|net)$/i.exec(host) ?? [];
  return (
    name !== '' &&
    said
      .toLowerCase()
      .split(/[^a-z\d-]+/)
      .includes(name.toLowerCase())
  );
}

/** Names of hosts, which those of files look like. */
const HOSTS =
  /(?<![\w.@/-]|\/\/)(?:\w{1,8}:\/\/|[\w.+-]{1,64}@)?((?:[\w-]{1,63}\.){1,5}(?!(?:txt|md|json|jsonl|py|sh|js|ts|csv|pdf|png|jpe?g|ya?ml|xml|html?|log|conf|cfg|ini|zip|gz|tar|sql|exe|docx?|xlsx?|post|get|put|send|parse|stringify|com\.example)\b)[a-z]{2,12}|\d{1,3}(?:\.\d{1,3}){3})(?![\w@])/gi;
const NOBODYS = /(?:^|\.)(?:example\.(?:com|org|net)|httpbin\.org|localhost)$|^(?:127|10)\.|^192\.168\./i;
const QUOTED = /"((?:[^"\\\n]|\\.){16,400})"|'([^'\n]{16,400})'|`([^`\n]{16,400})`|(?<=\n)([^\n]{16,400})(?=\nEOF)/g;

const MOST_REMEMBERED = 256;

/** What is asked again soon is not found out again. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const there = answers.get(text);
    if (there !== undefined) return there;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}

/** Commands that a person is told to run, which send what was said before to somebody of whom nobody spoke. */
function createCommandReader(earlier: readonly string[]): Read {
  let taint: Taint | null = null;
  let before = '';
  // Each sentence is looked at together with those before it.
  const isSaid = remembered((literal) => {
    taint ??= taintOf(earlier);
    return taint.in(literal, SENT) !== null;
  });
  const isNew = remembered((host) => !earlier.some((said) => said.includes(host)));
  return (reading, isPlain) => {
    if (!isPlain) return [];
    const sentence = reading.text.slice(reading.from);
    const text = before + sentence;
    before = text.slice(-KEPT);
    if (!RUNS.test(text)) return [];
    const named = [...text.matchAll(HOSTS)].some(([, host = '']) => !NOBODYS.test(host) && isNew(host));
    if (!named) return [];
    for (const [, double, single, tick, line] of text.matchAll(QUOTED)) {
      const literal = double ?? single ?? tick ?? line ?? '';
      if (/^\w{1,8}:\/\/\S+$/.test(literal)) continue;
      if (!isSaid(literal) || (/\s/.test(literal) && !isSentence(literal))) continue;
      before = '';
      return [
        { type: SEEN, start: 0, end: sentence.length, score: 0.8, detail: 'a command that sends what was said before' },
      ];
    }
    return [];
  };
}

/** Of pieces in a row, the last ones: each is looked at together with those before it. */
const LONGEST_PIECES = 512;
