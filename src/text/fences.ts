import type { Cut, Cutter } from './units.ts';

/** A longer block is cut at the end of the line that makes it so long. */
const LONGEST = 16_384;

/** Three or more backticks or tildes, little indented, and what stands behind them (CommonMark 0.31, section 4.5). */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`{]{0,40})/;

/** As much of a line as tells whether it is a fence. */
const LINE_HEAD = 128;

/** The blocks of code between fences: what stands between the lines of the fences, or up to the end of the message. */
export function createFenceCutter(): Cutter {
  let line = 0;
  let at = 0;
  let open: { readonly fence: string; readonly info: string; start: number } | null = null;
  const block = (end: number): readonly Cut[] => {
    if (open === null || end <= open.start) return [];
    const cut = { start: open.start, end, info: open.info };
    open.start = end;
    return [cut];
  };
  const endLine = (text: string, next: number): readonly Cut[] => {
    const [, fence = '', info = ''] = FENCE.exec(text) ?? [];
    if (open === null) {
      if (fence !== '') open = { fence, info: info.toLowerCase(), start: next };
      return [];
    }
    const closes = fence.startsWith(open.fence) && text.trim() === fence;
    const cuts = closes ? block(line) : next - open.start > LONGEST ? block(next) : [];
    if (closes) open = null;
    return cuts;
  };
  return {
    advance: (text, base, ends) => {
      const cuts: Cut[] = [];
      const length = base + text.length;
      for (;;) {
        const feed = text.indexOf('\n', at - base);
        if (feed === -1) break;
        const next = base + feed + 1;
        cuts.push(...endLine(text.slice(Math.max(0, line - base), Math.min(feed, line - base + LINE_HEAD)), next));
        [line, at] = [next, next];
      }
      at = length;
      if (ends) cuts.push(...block(length));
      return cuts;
    },
    start: () => (open === null ? Number.POSITIVE_INFINITY : open.start),
    needed: () => Math.min(line, open?.start ?? Number.POSITIVE_INFINITY),
  };
}
