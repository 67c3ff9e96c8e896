import { LIMITS } from '../../kernel/limits.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A line of bytes, without its end; null for one that is longer than any may be. */
export type Line = Uint8Array | null;

/** Lines as they come, in batches of what one read brought, so that answers can go out together. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<readonly Line[]> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length <= LIMITS.guardLine) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const whole = length > LIMITS.guardLine ? null : parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts);
    [parts, length] = [[], 0];
    return whole?.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      lines.push(take());
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [take()];
}
