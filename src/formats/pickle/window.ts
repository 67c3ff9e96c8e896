import type { ByteSource } from '../../kernel/bytes.ts';

const KiB = 1024;
/** A jump over a payload reads this much; reading on doubles it, so that a remote file costs few requests. */
const SMALLEST_READ = 64 * KiB;
const LARGEST_READ = 1024 * KiB;

/** The part of a source that is in memory: a program is decoded from it synchronously. */
export interface Window {
  /** Of a compressed stream, an upper bound until its end was found. A plain field: each instruction asks for it. */
  size: number;
  /** Offset of `bytes[0]` in the source. */
  start: number;
  bytes: Uint8Array;
  view: DataView;
  /** Reads on, so that `length` bytes from `at`, or all there are, lie in the window. */
  fill(at: number, length: number): Promise<void>;
}

export function openWindow(source: ByteSource): Window {
  let step = SMALLEST_READ;
  // What the first read would bring is there already.
  const { whole } = source;
  const { bytes, view } = whole !== undefined && whole.length <= SMALLEST_READ ? held(whole) : NOTHING;
  const window: Window = {
    size: source.size,
    start: 0,
    bytes,
    view,
    fill: async (at, length) => {
      const readsOn = at <= window.start + window.bytes.length && at >= window.start;
      step = readsOn && window.bytes.length > 0 ? Math.min(step * 2, LARGEST_READ) : SMALLEST_READ;
      await source.reach?.(at, Math.max(length, step));
      const wanted = Math.max(0, Math.min(Math.max(length, step), source.size - at));
      const { bytes, view } = wanted === 0 ? NOTHING : held(await source.read(at, wanted));
      window.size = source.size;
      window.start = at;
      window.bytes = bytes;
      window.view = view;
    },
  };
  return window;
}

/** A window on bytes that are in memory, cut from a source of `size` bytes. */
export function windowOn(bytes: Uint8Array, size: number): Window {
  return { size, start: 0, ...held(bytes), fill: async () => {} };
}

function held(bytes: Uint8Array): Pick<Window, 'bytes' | 'view'> {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

const NOTHING = held(new Uint8Array(0));
