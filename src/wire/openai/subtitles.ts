/** Stretches of a recording with what is said in them. */
export interface Subtitles {
  readonly cues: readonly Cue[];
  /** All that stands beside them, but for numbers: names of cues, notes, styles, voices. */
  readonly beside: string;
}

export interface Cue {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type SubtitleFormat = 'srt' | 'vtt';

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{3})`;
const TIMING = new RegExp(String.raw`^\s*${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t]+(.*))?$`);

const TAG = /<([^<>]*)>/g;

/** Reads SubRip, or WebVTT (W3C, 'WebVTT: The Web Video Text Tracks Format'); null for what is none. Tags are taken out of texts. */
export function subtitlesIn(text: string, format: SubtitleFormat): Subtitles | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const cues: { start: number; end: number; lines: string[] }[] = [];
  const beside: string[] = [];
  if (format === 'vtt') {
    const header = /^WEBVTT(?:$|[ \t]+(.*))/.exec(lines.shift() ?? '');
    if (header === null) return null;
    if (header[1] !== undefined) beside.push(header[1]);
  }
  let open: string[] | null = null;
  for (const line of lines) {
    const timing = TIMING.exec(line);
    if (timing !== null) {
      open = [];
      cues.push({ start: secondsOf(timing, 1), end: secondsOf(timing, 5), lines: open });
      if (timing[9] !== undefined) beside.push(timing[9]);
    } else if (line.includes('-->')) return null;
    else if (line.trim() === '') open = null;
    else if (open !== null) {
      beside.push(...[...line.matchAll(TAG)].map(([, tag = '']) => tag));
      open.push(line.replace(TAG, ''));
    } else if (!/^\d{1,6}$/.test(line.trim())) beside.push(line);
  }
  // Words without a time: a page of something else, or an answer that is cut.
  if (cues.length === 0 && beside.length > 0) return null;
  return {
    cues: cues.map(({ start, end, lines }) => ({ start, end, text: lines.join('\n') })),
    beside: beside.join('\n'),
  };
}

function secondsOf(match: RegExpExecArray, at: number): number {
  const [hours = 0, minutes = 0, seconds = 0, thousandths = 0] = match.slice(at, at + 4).map((one) => Number(one ?? 0));
  return hours * 3600 + minutes * 60 + seconds + thousandths / 1000;
}

/** Subtitles written anew. `notes` go where the format has a place for them: WebVTT's NOTE. */
export function subtitlesOf(cues: readonly Cue[], format: SubtitleFormat, notes: readonly string[]): string {
  const blocks = cues.map(({ start, end, text }, at) => {
    const number = format === 'srt' ? `${at + 1}\n` : '';
    return `${number}${timeOf(start, format)} --> ${timeOf(end, format)}\n${text.replace(/\n{2,}/g, '\n')}\n`;
  });
  const before = format === 'srt' ? [] : ['WEBVTT\n', ...notes.map((note) => `NOTE ${note}\n`)];
  return `${[...before, ...blocks].join('\n')}\n`;
}

function timeOf(seconds: number, format: SubtitleFormat): string {
  const total = Math.round(seconds * 1000);
  const [hours, minutes] = [Math.floor(total / 3_600_000), Math.floor(total / 60_000) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = `${two(Math.floor(total / 1000) % 60)}${format === 'srt' ? ',' : '.'}${String(total % 1000).padStart(3, '0')}`;
  return `${two(hours)}:${two(minutes)}:${rest}`;
}
