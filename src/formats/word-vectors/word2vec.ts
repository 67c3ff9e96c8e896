import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { HEADER, latin1 } from './claims.ts';
import type { WordVectorsFacts } from './facts.ts';

/** The longest word that is believed; `word2vec.c` cuts at 100, gensim joins phrases. */
const LONGEST_WORD = 4096;
const PAGE = 1024 * 1024;
const SPACE = 0x20;
const LINE_FEED = 0x0a;

/**
 * Proves the layout: each word up to a space, then its numbers, then at most a line feed; the file ends with the last.
 * Throws MalformedError.
 */
export async function readWord2vec(source: ByteSource, budget: Budget): Promise<WordVectorsFacts> {
  const header = HEADER.exec(latin1(await source.read(0, Math.min(24, source.size))));
  if (header === null) throw new MalformedError('no line with the numbers of words and dimensions', 0);
  const [words, dimension] = [Number(header[1]), Number(header[2])];
  let at = header[0].length;
  let page = new Uint8Array(0);
  let start = 0;
  for (let word = 0; word < words; word++) {
    if (at + LONGEST_WORD + 1 > start + page.length && start + page.length < source.size) {
      budget.checkTime();
      page = new Uint8Array(await source.read(at, Math.min(PAGE, source.size - at)));
      start = at;
    }
    budget.spend('opcodes', 1);
    at = wordEnd(page, start, at) + 4 * dimension;
    if (at > source.size) throw new MalformedError(`word ${word} of ${words} reaches past the end`, source.size);
    if (at < source.size && (await byteAt(source, page, start, at)) === LINE_FEED) at += 1;
  }
  if (at !== source.size) throw new MalformedError(`${source.size - at} bytes after the last word`, at);
  return { format: 'word-vectors', what: 'word2vec', words, dimension };
}

function wordEnd(page: Uint8Array, start: number, at: number): number {
  const end = page.indexOf(SPACE, at - start);
  if (end < 0 || end - (at - start) > LONGEST_WORD) throw new MalformedError('a word without an end', at);
  return start + end + 1;
}

async function byteAt(source: ByteSource, page: Uint8Array, start: number, at: number): Promise<number | undefined> {
  const held = page[at - start];
  return held ?? (await source.read(at, 1))[0];
}
