import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { filesAmong } from '../among-numbers.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { claimsRds, openingOf } from './claims.ts';
import { type Code, emptyCode, NAMES, type Tally } from './code.ts';
import type { RCode } from './facts.ts';
import { asciiInput, binaryInput, type Input } from './input.ts';
import { walkItem } from './walk.ts';

/**
 * Serialized R values (R Internals, 1.8; R's src/main/serialize.c): what `saveRDS` and `save` write, once uncompressed.
 * What would run is counted: promises, closures, byte code, active bindings.
 */
export const rdsFormat: Format<'rds'> = {
  id: 'rds',
  claims: claimsRds,
  read,
};

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'rds'>> {
  if (source.size > LIMITS.memberInflated) throw new OverBudgetError(`a value of ${source.size} bytes`);
  const bytes = await source.read(0, source.size);
  const opening = openingOf(bytes.subarray(0, LIMITS.head));
  if (opening === null) throw new MalformedError('no serialized R value', 0);
  const { workspace, encoding, start, little } = opening;
  const input = encoding === 'ascii' ? asciiInput(bytes, start) : binaryInput(bytes, start, little, budget);
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
