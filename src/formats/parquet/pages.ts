import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Chunk } from './footer.ts';
import { FALSE, type Fields, readNumber, readStruct, type Thrift } from './thrift.ts';

/** Data, index, dictionary, data of the second version (parquet.thrift, PageType). */
const [DATA, INDEX, DICTIONARY, DATA_2] = [0, 1, 2, 3];
/** Headers have statistics of the least and the greatest value. */
const [SHORT, LONG] = [256, 64 * 1024];

/**
 * Why the pages of a column chunk are none, or null: each has a header of a type that there is, they follow each other to
 * the end of the chunk, and hold as many values as the chunk says. `chunk` is whole within `source`.
 */
export async function pagesProblem(
  source: ByteSource,
  chunk: Pick<Chunk, 'start' | 'length' | 'values'>,
  budget: Budget,
): Promise<string | null> {
  const end = chunk.start + chunk.length;
  let [at, values] = [chunk.start, 0];
  while (at < end) {
    budget.checkTime();
    const page = await pageOf(source, at, end);
    if (page === null) return 'a page without a header';
    const { type, size, header, count } = page;
    if (type === undefined || size === undefined || size < 0 || type < DATA || type > DATA_2)
      return 'a page without a type or a size';
    if ((type === DATA || type === DATA_2) && (count === undefined || count < 0))
      return 'a page without a count of values';
    if (type === DICTIONARY && at !== chunk.start) return 'a dictionary behind other pages';
    if (type !== DICTIONARY && type !== INDEX) values += count ?? 0;
    at += header + size;
  }
  if (at !== end) return 'pages that reach past their column';
  return values === chunk.values ? null : `pages of ${values} values in a column of ${chunk.values}`;
}

export interface Page {
  type?: number;
  /** Before it was compressed. */
  whole?: number;
  size?: number;
  count?: number;
  encoding?: number;
  /** Bytes of levels before the values, of the second version, which does not compress them. */
  levels: number;
  /** Whether values of the second version are as they are in spite of the codec. */
  bare?: boolean;
  header: number;
}

/** The header of the page at a place; null where there is none. */
export async function pageOf(source: ByteSource, at: number, end: number): Promise<Page | null> {
  return (await pageAt(source, at, Math.min(SHORT, end - at))) ?? (await pageAt(source, at, Math.min(LONG, end - at)));
}

async function pageAt(source: ByteSource, at: number, length: number): Promise<Page | null> {
  const thrift: Thrift = { bytes: await source.read(at, length), at: 0, left: LONG };
  const page: Page = { header: 0, levels: 0 };
  const encoded = (inner: Thrift, kind: number): void => {
    page.encoding = readNumber(inner, kind);
  };
  const levels = (inner: Thrift, kind: number): void => {
    page.levels += readNumber(inner, kind);
  };
  const bare = (_inner: Thrift, kind: number): void => {
    page.bare = kind === FALSE;
  };
  const counted = (from: Thrift, rest: Fields): void =>
    readStruct(
      from,
      {
        1: (inner, kind) => {
          page.count = readNumber(inner, kind);
        },
        ...rest,
      },
      1,
    );
  try {
    readStruct(thrift, {
      1: (from, kind) => {
        page.type = readNumber(from, kind);
      },
      3: (from, kind) => {
        page.size = readNumber(from, kind);
      },
      2: (from, kind) => {
        page.whole = readNumber(from, kind);
      },
      5: (from) => counted(from, { 2: encoded }),
      7: (from) => counted(from, { 2: encoded }),
      8: (from) => counted(from, { 4: encoded, 5: levels, 6: levels, 7: bare }),
    });
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
  return { ...page, header: thrift.at };
}
