/** One event of a stream (WHATWG HTML, section 9.2): its bytes as they came, and what it says. */
export interface Frame {
  readonly raw: Buffer;
  readonly event: string | null;
  /** Its `data` lines, joined; null for comments and empty events. */
  readonly data: string | null;
}

export interface FrameReader {
  /** The events that are complete now. Throws FrameError. */
  push(chunk: Buffer): readonly Frame[];
  /** Bytes that no blank line ended: a stream that was cut, or one that ends without its last blank line. */
  end(): Buffer;
}

/** What is no stream of events, or has an event of more bytes than one may have. */
export class FrameError extends Error {}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts bytes into events at blank lines, whichever line ends they use. Each byte is searched once; UTF-8 is decoded
 * only in whole events, so that no character is cut.
 */
export function createFrameReader(mostBytes: number): FrameReader {
  let held: Buffer = Buffer.alloc(0);
  let searched = 0;
  return {
    push: (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const frames: Frame[] = [];
      let start = 0;
      for (;;) {
        const end = blankLineEnd(held, Math.max(start, searched));
        if (end < 0) break;
        frames.push(frameOf(held.subarray(start, end)));
        start = end;
        searched = end;
      }
      held = held.subarray(start);
      if (held.length > mostBytes) throw new FrameError(`an event has more than ${mostBytes} bytes`);
      // A blank line may lie across the cut: four bytes are looked at again.
      searched = Math.max(0, held.length - 3);
      return frames;
    },
    end: () => held,
  };
}

/** Just past the first blank line at or after `from`; -1 when there is none that is surely over. */
function blankLineEnd(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const lf = bytes.indexOf(LF, at);
    const cr = bytes.indexOf(CR, at);
    if (lf < 0 && cr < 0) return -1;
    const first = lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
    const next = lineEnd(bytes, first);
    if (next < 0) return -1;
    const end = lineEnd(bytes, next);
    if (end > 0) return end;
    if (next >= bytes.length) return -1;
    at = next;
  }
}

/** Just past a line's end that stands at `at`; 0 when none stands there, -1 when that cannot be told yet. */
function lineEnd(bytes: Buffer, at: number): number {
  if (at >= bytes.length) return -1;
  if (bytes[at] === LF) return at + 1;
  if (bytes[at] !== CR) return 0;
  if (at + 1 >= bytes.length) return -1;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
}

const DATA = Buffer.from('data: ');

function frameOf(raw: Buffer): Frame {
  // Nearly every event is one `data: ` line.
  if (raw.subarray(0, DATA.length).equals(DATA)) {
    const text = raw.toString('utf8', DATA.length);
    const only = text.replace(/[\r\n]+$/, '');
    if (!/[\r\n]/.test(only)) return { raw, event: null, data: only };
  }
  let event: string | null = null;
  const data: string[] = [];
  for (const line of raw.toString('utf8').split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line.charCodeAt(colon + 1) === 0x20 ? colon + 2 : colon + 1);
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
  }
  return { raw, event, data: data.length === 0 ? null : data.join('\n') };
}

/** An event with this JSON. */
export function frameText(value: unknown, event: string | null = null): string {
  return `${event === null ? '' : `event: ${event}\n`}data: ${JSON.stringify(value)}\n\n`;
}
