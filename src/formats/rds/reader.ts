import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { filesAmong } from '../among-numbers.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { type Code, emptyCode, NAMES, type Tally } from './code.ts';
import type { RCode, RdsFacts } from './facts.ts';
import { asciiInput, binaryInput, type Input } from './input.ts';
import { walkItem } from './walk.ts';

/**
 * Serialized R values (R Internals, 1.8; R's src/main/serialize.c): what `saveRDS` and `save` write, once uncompressed.
 * What would run is counted: promises, closures, byte code, active bindings.
 */
export const rdsFormat: Format<'rds'> = {
  id: 'rds',
  claims: (path, head, size) => size > 0 && (openingOf(head) !== null || (NAMED.test(path) && !compressed(head))),
  read,
};

const NAMED = /\.(?:rds|rdata|rda)$/i;

/** Unpacked by the readers of compressed streams, which hand the inside out as a part. */
function compressed([first, second]: Uint8Array): boolean {
  return (
    (first === 0x1f && second === 0x8b) || (first === 0x42 && second === 0x5a) || (first === 0xfd && second === 0x37)
  );
}

interface Opening {
  readonly workspace: boolean;
  readonly encoding: RdsFacts['encoding'];
  readonly start: number;
  readonly little: boolean;
}

/** `RDX3\n` and the like before a workspace; then the letter of the encoding and a version of 2 or 3. */
function openingOf(head: Uint8Array): Opening | null {
  if (!'RXBA'.includes(String.fromCharCode(head[0] ?? 0))) return null;
  const text = String.fromCharCode(...head.subarray(0, 24));
  const workspace = /^RD[XAB][23]\n/.test(text);
  const at = workspace ? 5 : 0;
  const rest = text.slice(at);
  const start = at + 2;
  if (rest.startsWith('X\n') && isVersion(head.subarray(start, start + 4).toReversed())) {
    return { workspace, encoding: 'xdr', start, little: false };
  }
  if (rest.startsWith('B\n') && isVersion(head.subarray(start, start + 4))) {
    return { workspace, encoding: 'native', start, little: true };
  }
  return /^A\r?\n[23]\r?\n\d+\r?\n/.test(rest) ? { workspace, encoding: 'ascii', start, little: false } : null;
}

function isVersion([low, ...high]: Uint8Array): boolean {
  return (low === 2 || low === 3) && high.length === 3 && high.every((byte) => byte === 0);
}

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'rds'>> {
  if (source.size > LIMITS.memberInflated) throw new OverBudgetError(`a value of ${source.size} bytes`);
  const bytes = await source.read(0, source.size);
  const opening = openingOf(bytes.subarray(0, LIMITS.head));
  if (opening === null) throw new MalformedError('no serialized R value', 0);
  const { workspace, encoding, start, little } = opening;
  const input = encoding === 'ascii' ? asciiInput(bytes, start) : binaryInput(bytes, start, little);
  passHeader(input);
  const tally = emptyTally();
  walkItem(input, tally, budget);
  if (input.left > 0) throw new MalformedError(`${input.left} bytes after the value`, input.at);
  const { calls, functions, open, bound, ...counts } = tally;
  const codes = { functionCode: codeOf(functions, bound), openCode: codeOf(open, bound) };
  return {
    facts: { format: 'rds', workspace, encoding, ...counts, calls: [...calls], ...codes },
    parts: await filesAmong(source, input.stretches),
    defects: [],
    coverage: 'whole',
  };
}

/** A native that the file binds to something of its own is no longer that of its package. */
function codeOf({ calls, names }: Code, bound: ReadonlySet<string>): RCode | null {
  if ([calls, names, bound].some(({ size }) => size >= NAMES)) return null;
  const own = (call: string): string => (bound.has(call.replace(/^\.Call /, '')) ? call.replace(/ .*/, '') : call);
  return { calls: [...calls].map((call) => (call.startsWith('.Call ') ? own(call) : call)), names: [...names] };
}

/** Version, the R that wrote it, the oldest R that reads it; in version 3 the name of the encoding. */
function passHeader(input: Input): void {
  const version = input.integer();
  input.integer();
  input.integer();
  if (version === 3) input.text(input.integer());
}

function emptyTally(): Tally {
  return {
    values: 0,
    promises: 0,
    byteCode: 0,
    closures: 0,
    activeBindings: 0,
    externalPointers: 0,
    weakReferences: 0,
    calls: new Set(),
    functions: emptyCode(),
    open: emptyCode(),
    bound: new Set(),
  };
}
