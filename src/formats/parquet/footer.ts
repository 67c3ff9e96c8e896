import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { readBinary, readNumber, readStruct, readStructs, type Thrift } from './thrift.ts';

/** A stretch of the file that the footer accounts for. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** Where the pages of a column lie, and how many values they hold. */
export interface Chunk extends Stretch {
  readonly values: number;
  /** Physical type and codec by their numbers, and bytes of a value of a fixed size, as the schema's leaf has them. */
  readonly type: number;
  readonly codec: number;
  readonly width: number;
  /** Whether its bytes are told as texts. */
  readonly text: boolean;
}

/** What the footer tells (parquet.thrift, FileMetaData). */
export interface Footer {
  rows: number;
  columns: number;
  createdBy: string;
  readonly metadata: { key: string; value: Uint8Array }[];
  readonly stretches: Stretch[];
  readonly chunks: Chunk[];
  /** Columns of each group of rows, and how many rows it has. */
  readonly groups: { columns: number; rows: number }[];
  /** Leaves of the schema; null where its elements make no tree. */
  leaves: number | null;
  /** Bytes of values of a fixed size, of each leaf. */
  widths: readonly number[];
  texts: readonly boolean[];
  readonly elsewhere: string[];
  /** A Bloom filter whose length the writer left out: what lies behind its start is unknown. */
  openEnded: boolean;
}

export function readFooter(bytes: Uint8Array, values: number): Footer {
  const thrift: Thrift = { bytes, at: 0, left: values };
  const footer: Footer = {
    rows: 0,
    columns: 0,
    createdBy: '',
    metadata: [],
    stretches: [],
    chunks: [],
    groups: [],
    leaves: null,
    widths: [],
    texts: [],
    elsewhere: [],
    openEnded: false,
  };
  readStruct(thrift, {
    2: (from, type) => {
      footer.columns = readSchema(from, type, footer);
    },
    3: (from, type) => {
      footer.rows = readNumber(from, type);
    },
    4: (from, type) => readGroups(from, type, footer),
    5: (from, type) => readPairs(from, type, footer),
    6: (from, type) => {
      footer.createdBy = text(readBinary(from, type));
    },
  });
  if (thrift.at !== bytes.length) throw new MalformedError('the footer is longer than what it tells', thrift.at);
  return footer;
}

function readPairs(thrift: Thrift, type: number, footer: Footer): void {
  readStructs(thrift, type, () => {
    const pair = { key: '', value: new Uint8Array(0) };
    footer.metadata.push(pair);
    return {
      1: (from, kind) => {
        pair.key = text(readBinary(from, kind));
      },
      2: (from, kind) => {
        pair.value = new Uint8Array(readBinary(from, kind));
      },
    };
  });
}

/** Elements stand in the order in which a walk meets them, each before its children. */
function readSchema(thrift: Thrift, type: number, footer: Footer): number {
  const children: number[] = [];
  const widths: number[] = [];
  const texts = new Set<number>();
  const count = readStructs(thrift, type, () => {
    const at = children.push(0) - 1;
    return {
      2: (from, kind) => {
        widths[at] = readNumber(from, kind);
      },
      6: (from, kind) => {
        // ConvertedType: UTF8, ENUM, JSON.
        if ([0, 4, 19].includes(readNumber(from, kind))) texts.add(at);
      },
      5: (from, kind) => {
        children[at] = readNumber(from, kind);
      },
    };
  });
  // Places that elements above still have to give.
  let left = 1;
  for (const each of children) {
    left += each - 1;
    if (each < 0 || left < 0) break;
  }
  footer.leaves = left === 0 ? children.filter((each) => each === 0).length : null;
  const leaves = [...children.keys()].filter((at) => children[at] === 0);
  footer.widths = leaves.map((at) => widths[at] ?? 0);
  footer.texts = leaves.map((at) => texts.has(at));
  return count;
}

function readGroups(thrift: Thrift, type: number, footer: Footer): void {
  readStructs(thrift, type, () => {
    const group = { columns: 0, rows: 0 };
    footer.groups.push(group);
    return {
      1: (from, kind) => {
        group.columns = readColumns(from, kind, footer);
      },
      3: (from, kind) => {
        group.rows = readNumber(from, kind);
      },
    };
  });
}

/** Column chunks of one group of rows. */
function readColumns(thrift: Thrift, type: number, footer: Footer): number {
  let column = -1;
  return readStructs(thrift, type, () => {
    const numbers: Record<string, number> = {};
    column++;
    const put =
      (name: string) =>
      (from: Thrift, kind: number): void => {
        numbers[name] = readNumber(from, kind);
        settle(name, numbers, footer);
      };
    return {
      1: (from, kind) => void footer.elsewhere.push(text(readBinary(from, kind))),
      3: (from) => {
        readStruct(from, {
          1: put('type'),
          4: put('codec'),
          5: put('values'),
          7: put('size'),
          9: put('data'),
          11: put('dictionary'),
          14: put('bloom'),
          15: put('bloomSize'),
        });
        const starts = [numbers['data'] ?? 0, numbers['dictionary'] ?? 0].filter((start) => start > 0);
        const stretch = { start: Math.min(...starts), length: numbers['size'] ?? 0 };
        // Of a table without rows a column may have no pages at all, and lies nowhere.
        if (starts.length === 0 && stretch.length === 0 && (numbers['values'] ?? 0) === 0) return;
        footer.stretches.push(stretch);
        const { values = 0, type: physical = -1, codec = -1 } = numbers;
        footer.chunks.push({
          ...stretch,
          values,
          type: physical,
          codec,
          width: footer.widths[column] ?? 0,
          text: footer.texts[column] ?? false,
        });
        if (numbers['bloom'] !== undefined && numbers['bloomSize'] === undefined) footer.openEnded = true;
      },
      4: put('offsets'),
      5: put('offsetsSize'),
      6: put('index'),
      7: put('indexSize'),
    };
  });
}

const PAIRS: Readonly<Record<string, string>> = { bloomSize: 'bloom', offsetsSize: 'offsets', indexSize: 'index' };

/** A stretch is known once its length is read, which stands behind its start. */
function settle(name: string, numbers: Readonly<Record<string, number>>, footer: Footer): void {
  const start = numbers[PAIRS[name] ?? ''];
  if (start !== undefined) footer.stretches.push({ start, length: numbers[name] ?? 0 });
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 4096));
}

/** Whether these bytes are one struct and no more: writers put each column's metadata a second time, behind its pages. */
export function isMetadata(bytes: Uint8Array): boolean {
  const thrift: Thrift = { bytes, at: 0, left: bytes.length };
  try {
    readStruct(thrift, {});
    return thrift.at === bytes.length;
  } catch (error) {
    if (error instanceof MalformedError || error instanceof OverBudgetError) return false;
    throw error;
  }
}
