import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Chunk } from './footer.ts';
import { readNumber, readStruct, type Thrift } from './thrift.ts';

/** Data, index, dictionary, data of the second version (parquet.thrift, PageType). */
const [DATA, INDEX, DICTIONARY, DATA_2] = [0, 1, 2, 3];
/** Headers have statistics of the least and the greatest value. */
const [SHORT, LONG] = [256, 64 * 1024];

/**
 * Why the pages of a column chunk are none, or null: each has a header of a type that there is, they follow each other to
 * the end of the chunk, and hold as many values as the chunk says. `chunk` is whole within `source`.
 */
export async function pagesProblem(source: ByteSource, chunk: Chunk, budget: Budget): Promise<string | null> {
  const end = chunk.start + chunk.length;
  let [at, values] = [chunk.start, 0];
  while (at < end) {
    budget.checkTime();
    const page =
      (await pageAt(source, at, Math.min(SHORT, end - at))) ?? (await pageAt(source, at, Math.min(LONG, end - at)));
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

interface Page {
  type?: number;
  size?: number;
  count?: number;
  header: number;
}

async function pageAt(source: ByteSource, at: number, length: number): Promise<Page | null> {
  const thrift: Thrift = { bytes: await source.read(at, length), at: 0, left: LONG };
  const page: Page = { header: 0 };
  const counted = (from: Thrift): void =>
    readStruct(
      from,
      {
        1: (inner, kind) => {
          page.count = readNumber(inner, kind);
        },
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
      5: counted,
      8: counted,
    });
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
  return { ...page, header: thrift.at };
}
