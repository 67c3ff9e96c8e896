import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';

/** A small header comes in one request, a vocabulary of 20 MB in seven: each window is twice the last. */
const FIRST_WINDOW = 256 * 1024;
const LAST_WINDOW = 8 * 1024 * 1024;

/**
 * Walks forward through a source in growing windows. `need` waits for bytes; the readers after it do not, so that a
 * vocabulary costs no promise a word. Reads past the end throw MalformedError.
 */
export interface Cursor {
  readonly position: () => number;
  /** Bytes of the file from here on. */
  readonly left: () => number;
  /** Bytes in the window from here on. */
  readonly ahead: () => number;
  /** Makes sure of `length` bytes in the window. */
  readonly need: (length: number) => Promise<void>;
  readonly view: () => DataView;
  /** Where `position` is in `view`. */
  readonly at: () => number;
  /** Goes `length` bytes on, in the window or past it. */
  readonly skip: (length: number) => void;
  /** The next bytes, copied. */
  readonly take: (length: number) => Promise<Uint8Array>;
}

export function cursorOver(source: ByteSource, budget: Budget): Cursor {
  let view: DataView = new DataView(new ArrayBuffer(0));
  let viewStart = 0;
  let position = 0;
  let window = FIRST_WINDOW;

  const left = (): number => source.size - position;
  const ahead = (): number => Math.max(0, viewStart + view.byteLength - position);
  const refill = async (length: number): Promise<void> => {
    budget.checkTime();
    const size = Math.min(Math.max(length, window), left());
    const bytes = await source.read(position, size);
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    viewStart = position;
    window = Math.min(2 * window, LAST_WINDOW);
  };
  const skip = (length: number): void => {
    if (length > left()) throw pastEnd(length, position);
    position += length;
    if (position > LIMITS.ggufHeader)
      throw new OverBudgetError(`a GGUF header of more than ${LIMITS.ggufHeader} bytes`);
  };
  const need = async (length: number): Promise<void> => {
    if (length > left()) throw pastEnd(length, position);
    if (ahead() < length) await refill(length);
  };
  const take = async (length: number): Promise<Uint8Array> => {
    if (length === 0) return new Uint8Array(0);
    await need(length);
    const start = position - viewStart;
    skip(length);
    return new Uint8Array(view.buffer, view.byteOffset + start, length).slice();
  };
  return { position: () => position, left, ahead, need, view: () => view, at: () => position - viewStart, skip, take };
}

function pastEnd(length: number, position: number): MalformedError {
  return new MalformedError(`the header reaches ${length} bytes on, past the end of the file`, position);
}
