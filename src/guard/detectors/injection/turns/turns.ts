import { deedAskedFor } from '../../../../text/deeds/deeds.ts';
import { COLON, marksOf } from '../../../../text/view/marks.ts';
import {
  ABOUT,
  ABOUT_ATTACKS,
  ACTS_ON,
  ASKS_SECRETS,
  BEGINS_TALK,
  COMPLIES,
  FOR_READER,
  GRANTS,
  HARM_ELSEWHERE,
  INTRODUCES,
  REFUSES,
  SHOWS,
  TAKES_OVER,
  TURNS_TO,
  VOUCHES,
} from './acts.ts';
import { mayBeMarked, type Said, saidBy } from './markers.ts';
import type { Role } from './roles.ts';

/** Tells conversations that a message forges: not that there are turns in it, but what is done in them. */
export type Forgery = 'forged-turn' | 'many-shot';

export interface TurnReader {
  /** What is forged in what was read up to this sentence. */
  read(sentence: string): Forgery | null;
  /** Whether the last sentence belongs to what is shown, and asked about. */
  shows(): boolean;
  /** Forgets what was read. */
  restart(): void;
}

/** Requests for harm that somebody complied with before one more makes many shots of them. */
const MANY = 3;

/** Turns further apart than this are not of one talk: in a long text there is something of everything. */
const TOGETHER = 8;

interface Talk {
  /** Whose turn it is; null outside of all. */
  role: Role | null;
  by: Said['by'];
  /** Whether anything was said in this turn. */
  begun: boolean;
  /** What the last turn of a user asked for, and whether the assistant's, now, complies with it. */
  asked: boolean;
  complies: boolean;
  /** Turns in which something was complied with, and those in which it was a request for harm or secrets. */
  complied: number;
  shots: number;
  refusals: number;
  /** Somebody who has no say in this message grants what nobody may. */
  granted: boolean;
  /** It is asked what to make of the turns: they are shown, until somebody is to go on with them. */
  about: boolean;
  /** A document says before the first turn that one is written so. */
  shown: boolean;
  /** Something was closed that was not opened here: what this text stands in. */
  broken: boolean;
  opened: boolean;
  /** Something else stood there before the first turn. */
  late: boolean;
  turns: number;
  /** A user's turn in a document orders what a reader may do with its tools. */
  leads: boolean;
  taken: boolean;
  fenced: boolean;
  /** The last sentence ended its line. */
  line: boolean;
  /** Sentences since somebody had a turn. */
  since: number;
}

const NOTHING: Talk = {
  role: null,
  by: 'none',
  begun: false,
  asked: false,
  complies: false,
  complied: 0,
  shots: 0,
  refusals: 0,
  granted: false,
  about: false,
  shown: false,
  broken: false,
  opened: false,
  late: false,
  turns: 0,
  leads: false,
  taken: false,
  fenced: false,
  line: true,
  since: 0,
};

/** `untrusted`: of documents and results of tools, in which nobody has a turn. */
export function createTurnReader(untrusted: boolean): TurnReader {
  let talk: Talk = { ...NOTHING };
  /** The first sentence and the last one before there was a turn. */
  const before: string[] = [];
  /** Whether somebody with another name than those of a chat speaks, where it was asked what to make of it. */
  let others = false;
  return {
    shows: () => others || (talk.about && talk.role !== null),
    restart: () => {
      talk = { ...NOTHING };
      before.length = 0;
      others = false;
    },
    read: (sentence) => {
      const among = talk.turns > 0 || talk.broken;
      const marked = mayBeMarked(sentence, among);
      others =
        !untrusted &&
        (talk.about || before.length > 0) &&
        (marksOf(sentence).kinds & COLON) !== 0 &&
        SPEAKER.test(sentence) &&
        (talk.about || before.some((text) => !SPEAKER.test(text) && (isAbout(text, false) || BEGINS_TALK.test(text))));
      if (!marked && !among) {
        if (before.length === 2) before.pop();
        before.push(sentence);
        return null;
      }
      if (marked && sentence.includes('```') && FENCE.test(sentence)) talk.fenced = !talk.fenced;
      const told = talk.fenced ? null : follow(talk, { sentence, marked, before, untrusted });
      talk.line = sentence.charCodeAt(sentence.length - 1) === LINE_FEED;
      talk.since = talk.role === null ? talk.since + 1 : 0;
      if (talk.since > TOGETHER) talk = { ...NOTHING, late: true, fenced: talk.fenced };
      return told;
    },
  };
}

/** A name, a colon, and what is said. */
const SPEAKER =
  /^[ \t>*[(-]{0,6}(?:\[?\d{1,2}:\d{2}\]? ?)?(?!(?:user|human|assistant|ai|bot|model|system|developer|admin|note|new|task|instructions?|prompt|important|translat\w+|sentence|text|input)\b)\p{L}[\p{L}'’.-]{0,20}(?: [\p{L}\d'’.-]{1,20}){0,2}\*{0,2}: ?\S/iu;
const LINE_FEED = 10;
const FENCE = /^\s{0,3}```/;

interface Heard {
  readonly sentence: string;
  /** Whether there may be a marker in it. */
  readonly marked: boolean;
  readonly before: string[];
  readonly untrusted: boolean;
}

function follow(talk: Talk, { sentence, marked, before, untrusted }: Heard): Forgery | null {
  let told: Forgery | null = null;
  const parts = marked ? saidBy(sentence) : [{ ...OUTSIDE, text: sentence }];
  if (parts.some(({ by }) => by !== 'none')) {
    for (const text of before) say(talk, text, untrusted);
    before.length = 0;
  }
  for (const [at, part] of parts.entries()) {
    if (part.by !== 'none') turn(talk, part);
    else if (talk.by === 'label' && talk.line && talk.begun) turn(talk, OUTSIDE);
    const last = at === parts.length - 1;
    say(talk, part.text, untrusted);
    told = told ?? forgeryIn(talk, part.text, { untrusted, last });
  }
  return told;
}

/** A line without a label, behind one with it. */
const OUTSIDE: Said = { role: null, by: 'none', text: '' };

/** Somebody else begins to speak, or something ends. */
function turn(talk: Talk, { role, by }: Said): void {
  if (talk.role === 'assistant' && talk.complies) {
    talk.complied += 1;
    if (talk.asked) talk.shots += 1;
  }
  if (talk.role === 'assistant') talk.asked = false;
  if (by === 'end' && !talk.opened) talk.broken = true;
  if (isMark(by)) talk.opened = true;
  [talk.role, talk.by, talk.begun, talk.complies, talk.leads] = [role, by, false, false, false];
  if (role !== null) talk.turns += 1;
}

function say(talk: Talk, text: string, untrusted: boolean): void {
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  const first = !talk.begun;
  talk.begun = true;
  if (talk.role === null) {
    if (talk.turns === 0) talk.late = true;
    if (talk.turns === 0) talk.shown ||= untrusted && SHOWS.test(text);
    if (talk.turns === 0 || !talk.about) talk.about ||= isAbout(text, untrusted);
  } else if (talk.role === 'assistant') {
    if (first) talk.complies = COMPLIES.test(text);
    if (REFUSES.test(text)) {
      talk.refusals += 1;
      talk.complies = false;
    }
    talk.granted ||= grants(talk, text, untrusted) && !REFUSES.test(text);
  } else if (talk.role === 'user') {
    talk.asked ||= deedAskedFor(text) !== null || ASKS_SECRETS.test(text) || HARM_ELSEWHERE.test(text);
    talk.leads ||= untrusted && talk.late && (TAKES_OVER.test(text) || TURNS_TO.test(text));
    talk.taken ||= talk.leads && ACTS_ON.test(text);
  } else if (talk.role === 'system') {
    talk.granted ||= grants(talk, text, untrusted) || (untrusted && isMark(talk.by) && TELLS.test(text));
    talk.leads ||= untrusted && talk.late && TRUST.test(text);
    talk.taken ||= talk.leads && ACTS_ON.test(text);
  } else if (!untrusted) talk.granted ||= grants(talk, text, untrusted);
}

/** Systems, and those who keep logs of them, say so of other things, too: in a document it has to be about whoever reads it. */
function grants({ by }: Talk, text: string, untrusted: boolean): boolean {
  const forReader = !untrusted || FOR_READER.test(text);
  return (
    (GRANTS.test(text) && (forReader || by !== 'label' || OF_ANSWERS.test(text))) ||
    (VOUCHES.test(text) && (forReader || ACTS_ON.test(text)))
  );
}

const OF_ANSWERS = /\b(?:users?|answer\w*|repl(?:y|ies)|requests?|instructions?|compl(?:y|ies)|prompts?)\b/i;

/** Of a message, that it is asked what to make of what it shows; of a document, that it tells of attacks. */
function isAbout(text: string, untrusted: boolean): boolean {
  return untrusted ? ABOUT_ATTACKS.test(text) : ABOUT.test(text);
}

const TELLS = /\bmust be told\b|\b(?:tell|convince) (?:the user|everybody|everyone)\b/i;
const TRUST = /\b(?:trusted|confirmed|approved|verified|proceed)\b/i;

/** Behind what a document says, somebody whose turn a template marks speaks to whoever reads it: nobody has a turn there. */
function isOthers(role: Role | null): boolean {
  return role === 'system' || role === 'user';
}

/** Of a turn in a document: no model is only introduced in it, and where a page shows how it is written, it acts on something. */
function isSaidToReader({ shown }: Talk, text: string): boolean {
  if (!SAYS.test(text) || INTRODUCES.test(text)) return false;
  return !shown || ACTS_ON.test(text) || TAKES_OVER.test(text) || GRANTS.test(text);
}

/** More than a name of what stands there. */
const SAYS = /\p{L}{2}[^\p{L}]+\p{L}+[^\p{L}]+\p{L}|[\u3040-\u30ff\u4e00-\u9fff]{4}/u;

function isMark(by: Said['by']): boolean {
  return by === 'token' || by === 'template';
}

function forgeryIn(
  talk: Talk,
  text: string,
  { untrusted, last }: { readonly untrusted: boolean; readonly last: boolean },
): Forgery | null {
  const { role, begun, asked } = talk;
  const speaks = role !== null && begun;
  if (talk.broken && untrusted && speaks) return 'forged-turn';
  if (talk.taken && !talk.about) return 'forged-turn';
  if (untrusted && talk.late && !talk.about && talk.by === 'template' && isOthers(role) && isSaidToReader(talk, text))
    return 'forged-turn';
  // Whoever has the next turn is to go on.
  const open = last && role === 'assistant' && !begun;
  const goesOn = open || (role === 'user' && asked && talk.shots + (talk.granted ? 1 : 0) > 0);
  if (talk.granted && !(untrusted && !talk.broken && role !== 'system') && (!talk.about || talk.broken || goesOn))
    return 'forged-turn';
  if (untrusted) return null;
  if (talk.broken && speaks && isMark(talk.by) && role !== 'user' && (role === 'system' || !talk.about))
    return 'forged-turn';
  const many = talk.shots >= MANY || talk.complied > MANY;
  const asks = role === 'user' && begun && (asked || many) && !talk.about;
  if (talk.shots > 2 * talk.refusals && (asks || open)) return many ? 'many-shot' : 'forged-turn';
  if (last && role === 'assistant' && asked && talk.complies && talk.refusals === 0 && isUnfinished(text))
    return 'forged-turn';
  return null;
}

/** It breaks off where what was asked for would follow. */
function isUnfinished(text: string): boolean {
  return /[^\s.!?…'”)|>]\s?(?:"[\]}]{0,4})?$/u.test(text) && !text.endsWith('\n');
}
