import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { parseGateway } from './parse.ts';

export interface Rotation {
  /** The key's name in the file. */
  readonly name: string;
  /** Of the key that takes the other's place. */
  readonly sha256: string;
  /** Until when the other counts. */
  readonly until: Date;
  readonly now: Date;
  /** Ids of every surface there is. */
  readonly surfaces: readonly string[];
}

/**
 * A Gateway file in which a key has a new hash and the old one counts until a day; every other character stays as it was.
 * Throws `gateway-invalid`, and `call-invalid` when there is no such key or an older one still counts.
 */
export function rotated(text: string, fileName: string, { name, sha256, until, now, surfaces }: Rotation): string {
  const { keys } = parseGateway(text, fileName, surfaces);
  const key = keys.find((one) => one.name === name);
  if (key === undefined) throw new WeighbridgeError('call-invalid', `${fileName} has no key ${name}`);
  if (key.previous !== null && Date.parse(key.previous.until) > now.getTime())
    throw new WeighbridgeError(
      'call-invalid',
      `an older key of ${name} counts until ${key.previous.until}; take its line "previous" out to end it now`,
    );
  const row = rowAt(text, keys.indexOf(key));
  const hash = rangeOf(text, pairIn(row, 'sha256'));
  const older = pairIn(row, 'previous');
  const former = `{ sha256: ${key.sha256}, until: "${until.toISOString()}" }`;
  const cuts =
    older === null
      ? [
          { ...hash, text: row.flow === true ? `${sha256}, previous: ${former}` : sha256 },
          ...lineBefore(text, row, former),
        ]
      : [
          { ...hash, text: sha256 },
          { ...rangeOf(text, older), text: former },
        ];
  const changed = cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, cut) => whole.slice(0, cut.start) + cut.text + whole.slice(cut.end), text);
  // What was made here is read as the gateway will read it.
  parseGateway(changed, fileName, surfaces);
  return changed;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** In a map of lines the older key gets one of its own, before the newer's, so that a comment behind that one stays there. */
function lineBefore(text: string, row: YAMLMap, former: string): readonly Cut[] {
  if (row.flow === true) return [];
  const start = keyStart(pairIn(row, 'sha256'));
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return [{ start, end: start, text: `previous: ${former}\n${indent}` }];
}

function rowAt(text: string, at: number): YAMLMap {
  const keys = parseDocument(text, { version: '1.2' }).getIn(['spec', 'keys'], true);
  const row = isSeq(keys) ? keys.items[at] : undefined;
  if (!isMap(row)) throw new RangeError('a file that was read has a row for every key');
  return row;
}

function pairIn({ items }: YAMLMap, name: string): Pair | null {
  return items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === name) ?? null;
}

function rangeOf(text: string, pair: Pair | null): { readonly start: number; readonly end: number } {
  const value = pair?.value;
  const range = isScalar(value) || isMap(value) ? value.range : undefined;
  if (!range) throw new RangeError('a value that was read stands somewhere');
  const [start, end] = range;
  // A map of lines reaches to the beginning of the next.
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function keyStart(pair: Pair | null): number {
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  if (!range) throw new RangeError('a key that was read stands somewhere');
  return range[0];
}
