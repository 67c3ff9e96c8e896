import { ORIGINS } from '../../../domain/guard.ts';
import { printable } from '../../../kernel/printable.ts';
import { surpriseOf } from '../../../text/surprise.ts';
import { LONG_BASE, longRunsIn } from '../../../text/view/long-run.ts';
import { marksOf } from '../../../text/view/marks.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Unit, UnitDetector, UnitHit } from '../../detector.ts';
import { createIdle, type Reusable } from '../idle.ts';
import { createBlankReader } from './codes/blank-bits.ts';
import { type Coded, codedIn } from './codes/coded.ts';
import { packedIn, saysDeeper } from './codes/deeper.ts';
import { createFigureReader } from './codes/figures.ts';
import { createInitialsReader } from './codes/initials.ts';
import { createKeyReader } from './codes/key-given.ts';
import { isLeet } from './codes/leet.ts';
import { createLetterReader, unmarked } from './codes/letters.ts';
import { createLineReader } from './codes/lines.ts';
import { createMorseReader } from './codes/morse.ts';
import { createPieceReader } from './codes/pieces.ts';
import { isRot13 } from './codes/rot13.ts';
import { isSpacedOut } from './codes/spaced.ts';
import { createStackReader } from './codes/stacked.ts';
import { DISGUISED_EXAMPLES } from './examples.ts';
import { isOrder, isOrderInLabel } from './orders/orders.ts';
import { createTerminalReader } from './places/overwritten.ts';
import { createToolReader } from './places/tools.ts';
import { createUnseenReader } from './places/unseen.ts';
import { commonWords, isProse } from './words/speaks.ts';

/**
 * Messages in an encoding or a disguise that the canonical view reads through: told when what comes out is a sentence.
 * A key, a digest or a picture decodes to none.
 */
export const disguisedText: UnitDetector = {
  kind: 'unit',
  id: 'disguised-text',
  title: 'Messages in disguise',
  types: [
    { type: 'hidden/base64', title: 'A message in base64' },
    { type: 'hidden/hex', title: 'A message in hexadecimal' },
    { type: 'hidden/percent', title: 'A message in percent escapes' },
    { type: 'hidden/rot13', title: 'A message in rot13' },
    { type: 'hidden/leet', title: 'A message with digits for letters' },
    { type: 'hidden/spaced', title: 'A message with its letters set apart' },
    { type: 'hidden/spelt', title: 'A message in invisible characters' },
    {
      type: 'hidden/coded',
      title:
        'A message in numbers, escapes, dots, heaped accents, Morse, Braille or another alphabet, shifted, or written backwards',
    },
    { type: 'hidden/markup', title: 'Orders where a page, a paper or a terminal shows nothing' },
  ],
  origins: ORIGINS,
  unit: 'sentence',
  judgesWhole: false,
  defaults: [
    {
      types: [],
      origins: ['user', 'tool-result', 'document', 'assistant', 'tool-call'],
      threshold: 0.6,
      action: 'flag',
    },
  ],
  examples: DISGUISED_EXAMPLES,
  open: () => {
    let reader: DisguiseReader | null = null;
    return {
      see: (unit) => {
        reader ??= IDLE.take();
        return reader.read(unit);
      },
      end: () => {
        if (reader !== null) IDLE.give(reader);
        reader = null;
        return NOTHING;
      },
    };
  },
};

interface DisguiseReader extends Reusable {
  read(unit: Unit): readonly UnitHit[];
}

const IDLE = createIdle(createDisguiseReader);

function createDisguiseReader(): DisguiseReader {
  const morse = createMorseReader();
  const lines = createLineReader();
  const letter = createLetterReader();
  const unseen = createUnseenReader();
  const tools = createToolReader();
  const terminal = createTerminalReader();
  const figures = createFigureReader();
  const initials = createInitialsReader();
  const key = createKeyReader();
  const pieces = createPieceReader();
  const blanks = createBlankReader();
  const stack = createStackReader();
  /** Where the last sentence ended that was not blank. */
  let behind = 0;
  /** Sentences for which what is in base64 was announced. */
  let announced = 0;
  return {
    restart: () => {
      for (const reader of [
        morse,
        lines,
        letter,
        unseen,
        tools,
        terminal,
        figures,
        initials,
        key,
        pieces,
        blanks,
        stack,
      ])
        reader.restart();
      [behind, announced] = [0, 0];
    },
    read: ({ raw, readings, start }) => {
      const gap = start - behind;
      behind = start + raw.length;
      const [first] = readings;
      const text = first?.text ?? '';
      if (announced > 0) announced -= 1;
      const marks = marksOf(text);
      if ((text.includes('base64') || text.includes('Secret')) && ANNOUNCED.test(text)) announced = LONGEST_BODY;
      const isOpen = announced > 0;
      const tapped = morse.read(text);
      const sent = isOpen ? letter.read(text) : null;
      const block = lines.read(text);
      const said = block === null || !isOpen || letter.orders(block) ? (block ?? sent) : sent;
      const spelt =
        initials.read(text) ??
        figures.read(text, marks) ??
        key.read(text, marks.letters, marks.words) ??
        pieces.read(text, marks) ??
        blanks.read(raw, text) ??
        stack.read(text);
      const packed = (longRunsIn(text) & LONG_BASE) !== 0 ? packedIn(text) : null;
      const runs = tapped === null ? codedIn(text, raw, saysDeeper) : NONE;
      const coded = isOpen ? runs.filter(({ says }) => letter.orders(says)) : runs;
      const places = [...unseen.read(text, gap), ...tools.read(text)];
      const wiped = terminal.read(raw);
      const isQuiet = (tapped ?? said ?? wiped ?? spelt ?? packed) === null && coded.length + places.length === 0;
      const whole = (says: string | null) => (says === null ? NONE : [{ start: 0, end: text.length, says }]);
      const all = packed === null ? coded : [...coded, packed];
      const hits = isQuiet
        ? NOTHING
        : [
            ...[...whole(tapped), ...whole(said), ...whole(spelt), ...all].map((one) => told('hidden/coded', one)),
            ...[...places, ...whole(wiped)].map((one) => told('hidden/markup', one)),
          ];
      // Most sentences have one reading.
      if (readings.length === 1) return hits;
      return [
        ...hits,
        ...readings.flatMap((reading, at) =>
          at === 0 ? [] : judge(reading, at, { text, orders: isOpen ? (says) => letter.orders(says) : null }),
        ),
      ];
    },
  };
}

const SCORE = 0.75;

function told(type: string, { start, end, says }: Coded): UnitHit {
  return { type, start, end, score: SCORE, reading: 0, detail: sayingOf(says) };
}

function sayingOf(says: string): string {
  return says === '' ? 'nobody knows what it says' : `says: ${printable(says.slice(0, SHOWN))}`;
}

const SHOWN = 80;
const NOTHING: readonly UnitHit[] = [];
const NONE: readonly Coded[] = [];

interface Sentence {
  readonly text: string;
  /** Whether what it has in base64 orders something, where that was announced. */
  readonly orders: ((says: string) => boolean) | null;
}

function judge({ text, via }: Reading, reading: number, sentence: Sentence): readonly UnitHit[] {
  const kind = KINDS[via];
  if (kind === undefined || !kind.says(text, sentence.text)) return [];
  if (via === 'base64' && sentence.orders?.(text) === false) return [];
  return [{ type: kind.type, start: 0, end: text.length, score: kind.score, reading, detail: sayingOf(text) }];
}

/** Mails and answers of services say what they send in base64, and so do addresses that hold a file: it is hidden from nobody. */
const ANNOUNCED =
  /content-transfer-encoding\s{0,2}:\s{0,2}base64|"encoding"\s{0,3}:\s{0,3}"base64"|\bkind:\s{1,3}Secret\b|\bdata:[\w/+.-]{3,60}(?:;[\w-]{1,20}=[\w-]{1,30})?;base64,/i;
/** Sentences that the body of a mail is cut into at most: more are judged as if nothing had been announced. */
const LONGEST_BODY = 32;

/** At once, or when it is decoded further. */
function speaks(text: string): boolean {
  return isProse(text.replace(/\s{2,}/g, ' ')) || isPhrase(text) || saysDeeper(text) !== null;
}

/** Two words and more: bytes by chance are hardly ever letters and blanks alone. */
function isPhrase(text: string): boolean {
  return PHRASE.test(text) && !SAMPLE.test(text) && surpriseOf(text.toLowerCase()) <= PHRASE_BITS;
}

const PHRASE = /^(?=.{12})[A-Za-z']{2,30}(?:[,:]? [A-Za-z']{1,30}[+#]{0,2}){1,20}[.!?]?$/;
/** What programs are tried with. */
const SAMPLE = /^hello,? world[.!]?$/i;
/** Bits a letter; of letters by chance seven. */
const PHRASE_BITS = 5;

/** Whether a common word of three letters or more came out: shorter ones are in many a path of a picture, or move of chess. */
function hasLongWord(text: string, source: string): boolean {
  return commonWords(text, source) > commonWords(text.replace(/\p{L}{3,}/gu, blanks), source);
}

/** As long, so that all else stays where it is. */
function blanks(word: string): string {
  return ' '.repeat(word.length);
}

/** Words in which figures are left that stand for no letter. */
const UNREAD = /\p{L}{0,40}\d[\p{L}\d]{0,40}/gu;

/** What a token of a service holds, in signs of which many programs know what they say. */
const IN_JSON = /^\{"\w{1,24}":/;

/** Letters and figures in three words. */
function isMixed(source: string): boolean {
  return source.split(' ').filter((word) => MIXED.test(word)).length > 2;
}

const MIXED = /\p{L}\d|\d\p{L}/u;

/** A word of a MIME header is in base64 because it is not ASCII. */
function isHeader(text: string, sentence: string): boolean {
  return /[^ -~\s]/.test(text) && /=\?[\w-]{3,20}\?b\?/i.test(sentence);
}

interface Kind {
  readonly type: string;
  readonly score: number;
  /** Whether what came out says something. */
  readonly says: (text: string, sentence: string) => boolean;
}

/** Letters never need to be escaped, nor escapes. */
const ESCAPED_LETTERS = /(?:%(?:25)?[46][1-9A-Fa-f][^%]{0,4}|%(?:25)?[57][0-9Aa][^%]{0,4}|%(?:25)?20){6}/;

const KINDS: Readonly<Partial<Record<Reading['via'], Kind>>> = {
  base64: {
    type: 'hidden/base64',
    score: 0.85,
    says: (text, sentence) =>
      (isHeader(text, sentence) ? isOrderInLabel(text) : !IN_JSON.test(text) || isOrder(text)) &&
      (speaks(text) || (text.startsWith('<') && speaks(unmarked(text)))),
  },
  hex: { type: 'hidden/hex', score: 0.85, says: speaks },
  percent: {
    type: 'hidden/percent',
    score: 0.7,
    says: (text, source) => isProse(text) && ESCAPED_LETTERS.test(source),
  },
  rot13: {
    type: 'hidden/rot13',
    score: 0.8,
    says: isRot13,
  },
  leet: {
    type: 'hidden/leet',
    score: 0.75,
    says: (text, source) => {
      const read = text.replace(UNREAD, blanks);
      const words = hasLongWord(read, source) ? commonWords(read, source) : 0;
      return words >= 2 || (words > 0 && isMixed(source) && isOrder(text)) || isLeet(source);
    },
  },
  spaced: {
    type: 'hidden/spaced',
    score: 0.75,
    says: isSpacedOut,
  },
  // What a flag of a region spells is its region.
  tags: {
    type: 'hidden/spelt',
    score: 0.95,
    says: (text) => /\p{L}/u.test(text) && !/^[a-z]{2}[a-z0-9]{1,4}$/.test(text),
  },
  hidden: { type: 'hidden/spelt', score: 0.95, says: (text) => /\p{L}/u.test(text) },
};
