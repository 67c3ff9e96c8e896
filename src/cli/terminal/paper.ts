import { createColors } from 'picocolors';
import { printable } from '../../kernel/printable.ts';
import type { Tone, Word } from '../../reports/words.ts';
import type { Stream } from '../io.ts';

type Paint = (text: string) => string;

/** What a terminal can show: how wide it is, whether it has colours, whether its letters go past ASCII. */
export interface Paper {
  readonly width: number;
  readonly unicode: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly tone: (tone: Tone) => Paint;
  /** The verdict alone has a coloured ground. */
  readonly ground: (tone: Tone) => Paint;
}

/** Text folds here where no terminal says how wide it is, and never wider: long lines tire the eye. */
const PLAIN_WIDTH = 80;
const WIDEST = 120;

/** NO_COLOR (no-color.org) and FORCE_COLOR overrule; else colours go to terminals alone. */
export function paperFor(stream: Stream, env: Readonly<Record<string, string | undefined>>): Paper {
  const wanted =
    env.NO_COLOR !== undefined && env.NO_COLOR !== '' ? false : env.FORCE_COLOR !== undefined || stream.isTTY;
  const colours = createColors(wanted && env.TERM !== 'dumb');
  const tones: Record<Tone, Paint> = {
    admit: colours.green,
    review: colours.yellow,
    deny: colours.red,
    unscannable: colours.magenta,
    unknown: colours.blackBright,
    note: colours.dim,
  };
  const grounds: Record<Tone, Paint> = {
    admit: (text) => colours.bgGreen(colours.black(text)),
    review: (text) => colours.bgYellow(colours.black(text)),
    deny: (text) => colours.bgRed(colours.white(colours.bold(text))),
    unscannable: (text) => colours.bgMagenta(colours.white(text)),
    unknown: (text) => colours.bgWhite(colours.black(text)),
    note: (text) => text,
  };
  return {
    width: stream.isTTY ? Math.max(40, Math.min(stream.columns, WIDEST)) : PLAIN_WIDTH,
    unicode: /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || 'C.UTF-8'),
    bold: colours.bold,
    dim: colours.dim,
    tone: (tone) => tones[tone],
    ground: (tone) => grounds[tone],
  };
}

export function signOf(paper: Paper, word: Word): string {
  return paper.unicode ? word.sign : word.ascii;
}

/** Words from outside made fit to print: escaped, and on one line. */
export function clean(text: string): string {
  return printable(text);
}

/** Folds text at the paper's width, each line after `indent` spaces; a word longer than a line is broken. What comes from outside is escaped here. */
export function fold(text: string, width: number, indent: number): string[] {
  const room = Math.max(16, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of clean(text)
    .split(' ')
    .flatMap((piece) => chunks(piece, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((folded) => ' '.repeat(indent) + folded);
}

function chunks(word: string, room: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < word.length; at += room) pieces.push(word.slice(at, at + room));
  return pieces.length === 0 ? [''] : pieces;
}
