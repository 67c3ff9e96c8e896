/** One event of a stream (WHATWG HTML, section 9.2): its bytes as they came, and what it says. */
export interface Frame {
  readonly raw: Buffer;
  /** A word; what is none is left out. */
  readonly event: string | null;
  /** Its `data` lines, joined; null for comments and empty events. */
  readonly data: string | null;
  /** Whether it has nothing beside the two: no comment, no id, no field that nobody knows. */
  readonly bare: boolean;
}

export interface FrameReader {
  /** The events that are complete now. Throws FrameError. */
  push(chunk: Buffer): readonly Frame[];
  /** Shows them one by one. Throws FrameError. */
  read(chunk: Buffer, see: FrameSight): void;
  /** Bytes that no blank line ended: a stream that was cut, or one that ends without its last blank line. */
  end(): Buffer;
}

/** Who sees events as they are complete. */
export interface FrameSight {
  /** Whether it wants to see more. */
  readonly frame: (frame: Frame) => boolean;
  /** How many bytes from here on are whole events that need not be cut, since they are known already. */
  readonly known: (bytes: Buffer, from: number) => number;
}

/** What is no stream of events, or has an event of more bytes than one may have. */
export class FrameError extends Error {}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts bytes into events at blank lines, whichever line ends they use. Each byte is searched once, and copied a bounded
 * number of times however small the pieces are; UTF-8 is decoded only in whole events, so that no character is cut.
 */
export function createFrameReader(mostBytes: number): FrameReader {
  const open = createGatherer();
  /** Bytes of the open event that hold no blank line. */
  let searched = 0;
  const read: FrameReader['read'] = (chunk, { frame, known }) => {
    const bytes = open.add(chunk);
    let start = 0;
    // Nearly every stream ends its lines with a line feed alone: then the search of the machine is enough.
    const find = bytes.indexOf(CR, searched) < 0 ? afterTwoFeeds : afterBlankLine;
    for (let more = true; more; ) {
      start += known(bytes, start);
      const end = find(bytes, Math.max(start, searched));
      more = end > 0 && frame(frameOf(bytes.subarray(start, end)));
      if (end > 0) start = end;
    }
    const left = bytes.length - start;
    if (left > mostBytes) throw new FrameError(`an event has more than ${mostBytes} bytes`);
    if (start > 0) open.keep(bytes.subarray(start));
    // A blank line may lie across the cut.
    searched = Math.max(0, left - 3);
  };
  return {
    read,
    push: (chunk) => {
      const frames: Frame[] = [];
      read(chunk, { frame: (frame) => frames.push(frame) > 0, known: () => 0 });
      return frames;
    },
    end: () => open.add(EMPTY),
  };
}

const EMPTY: Buffer = Buffer.alloc(0);

/** Puts pieces together in a buffer that doubles, so that many small ones cost no more than their bytes. */
function createGatherer() {
  let room: Buffer = EMPTY;
  let used = 0;
  return {
    add: (piece: Buffer): Buffer => {
      if (used === 0) [room, used] = [piece, piece.length];
      else {
        if (used + piece.length > room.length) {
          const larger = Buffer.allocUnsafe(2 * (used + piece.length));
          room.copy(larger, 0, 0, used);
          room = larger;
        }
        piece.copy(room, used);
        used += piece.length;
      }
      return room.subarray(0, used);
    },
    /** Goes on with these bytes alone. Nothing is written over those before: events that were cut from them live on. */
    keep: (bytes: Buffer): void => {
      [room, used] = [bytes, bytes.length];
    },
  };
}

/** Just past the first two line feeds in a row at or after `from`; 0 when there are none. */
function afterTwoFeeds(bytes: Buffer, from: number): number {
  const at = bytes.indexOf('\n\n', from);
  return at < 0 ? 0 : at + 2;
}

/** Just past the first blank line at or after `from`; 0 when there is none that is surely over. */
function afterBlankLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const first = lineEnd(bytes, at);
    if (first === 0) continue;
    const second = first < 0 ? -1 : lineEnd(bytes, first);
    if (second !== 0) return Math.max(0, second);
    at = first - 1;
  }
  return 0;
}

/** Just past a line's end that stands at `at`; 0 when none stands there, -1 when that cannot be told yet. */
function lineEnd(bytes: Buffer, at: number): number {
  if (at >= bytes.length) return -1;
  if (bytes[at] === LF) return at + 1;
  if (bytes[at] !== CR) return 0;
  if (at + 1 >= bytes.length) return -1;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
}

const DATA = 'data: ';
/** What an event is called. Longer than any name is what keys of services look like. */
const WORD = /^[A-Za-z_][A-Za-z_.]{0,80}$/;

function frameOf(raw: Buffer): Frame {
  // Nearly every event is one `data: ` line.
  let end = raw.length;
  while (raw[end - 1] === LF || raw[end - 1] === CR) end--;
  const only = raw.toString('utf8', 0, end);
  if (only.startsWith(DATA) && !only.includes('\n') && !only.includes('\r'))
    return { raw, event: null, data: only.slice(DATA.length), bare: true };
  let event: string | null = null;
  let bare = true;
  const data: string[] = [];
  for (const line of raw.toString('utf8').split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line.charCodeAt(colon + 1) === 0x20 ? colon + 2 : colon + 1);
    if (name === 'data') data.push(value);
    else if (name === 'event' && WORD.test(value)) event = value;
    else if (line !== '') bare = false;
  }
  return { raw, event, data: data.length === 0 ? null : data.join('\n'), bare };
}

/** An event with this JSON. */
export function frameText(value: unknown, event: string | null = null): string {
  return `${event === null ? '' : `event: ${event}\n`}data: ${JSON.stringify(value)}\n\n`;
}
