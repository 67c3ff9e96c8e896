import type { Coverage, FileKind } from '../domain/artifact.ts';
import { fileBehind, filesAmong } from '../formats/among-numbers.ts';
import { claiming } from '../formats/claiming.ts';
import type { FormatId } from '../formats/facts.ts';
import type { Format, Part } from '../formats/format.ts';
import { isWholeLfsPointer } from '../formats/lfs-pointer.ts';
import type { TensorDataFacts } from '../formats/tensor-data/facts.ts';
import { endsAsZip } from '../formats/zip/behind.ts';
import { type Budget, OverBudgetError } from '../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../kernel/bytes.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import { claimantsAmongNumbers, isNoAccident, keptAmongNumbers } from './among-numbers.ts';
import { cutsOf } from './cuts.ts';
import type { Declarations } from './dependencies/declaration.ts';
import { declaredIn } from './dependencies/declared.ts';
import type { Description } from './described.ts';
import type { Reading, Unreadable } from './inventory.ts';
import { hasNameOfWeights, kindOf } from './kinds.ts';
import { type Texts, textsIn, wrongSums } from './sums.ts';

/** All that the readers made of one file and of what it holds. */
export interface FileReadings {
  readonly kind: FileKind;
  readonly readings: readonly Reading[];
  readonly unreadable: readonly Unreadable[];
  readonly coverage: Coverage;
  /** See `FileRecord`. */
  readonly unread?: number;
  /** Packages that it names or implies. */
  readonly declared?: Declarations;
}

/** Bytes on their way round the readers: a file, or a part of one. */
interface Parcel {
  readonly path: string;
  readonly bytes: ByteSource;
  readonly member: readonly string[];
  /** See `Part`. */
  readonly amongNumbers?: true;
}

/** Reads one file as every format that claims it, and each part that a reader hands out likewise, under one budget. */
export async function readFileAs(
  formats: readonly Format[],
  path: string,
  bytes: ByteSource,
  budget: Budget,
  described: Description | null = null,
): Promise<FileReadings> {
  const readings: Reading[] = [];
  const unreadable: Unreadable[] = [];
  let whole = true;
  const parcels: Parcel[] = [{ path, bytes, member: [] }];
  let wrongTexts: Texts['wrong'] = [];
  try {
    if (described !== null) {
      const texts = await textsIn(bytes, described.texts ?? []);
      wrongTexts = texts.wrong;
      parcels.unshift(...(await piecesOf(bytes, described, texts)));
    }
  } catch (error) {
    unreadable.push(refusal(error, { path, bytes, member: [] }, null));
  }
  for (let parcel = parcels.pop(); parcel !== undefined; parcel = parcels.pop()) {
    const outcome = await readParcel(formats, parcel, budget, described !== null && parcel.member.length === 0);
    readings.push(...outcome.readings);
    unreadable.push(...outcome.unreadable);
    whole &&= outcome.whole;
    if (outcome.unreadable.some(({ reason }) => reason === 'over-budget')) break;
    // Last in, first out: reversed, so that members are read in the archive's order.
    parcels.push(...outcome.inside.reverse());
  }
  if (described !== null && bytes.size > 0 && readings.every(({ amongNumbers }) => amongNumbers === true)) {
    // Raw tensors may begin like anything, and what they are is said elsewhere; those of Core ML tell it themselves, and a
    // name that makes a claim is taken at its word.
    const kept = unreadable.filter(
      (one) =>
        one.format === 'coreml' ||
        (isNoAccident(one) && one.reason !== 'unclaimed') ||
        isClaimedByName(formats, one.format, path, bytes.size),
    );
    unreadable.splice(0, unreadable.length, ...kept);
    const told = asTensorData(described, null, bytes.size);
    readings.push({
      ...told,
      defects: [...told.defects, ...(wrongTexts.length > 0 ? wrongTexts : await wrongSums(bytes, described))],
    });
    whole = false;
  }
  // A file of weights that tells its own layout can still be too short for those who take bytes from it.
  const ofWeights = readings.some(({ format }) => format === 'coreml');
  if (described !== null && ofWeights && described.end > bytes.size)
    readings.push(asTensorData(described, null, bytes.size));
  if (described?.chunk === true && bytes.size > 0) {
    // What comes out of a compressed chunk are numbers.
    const strange = unreadable.filter(({ reason }) => reason !== 'unclaimed');
    unreadable.splice(0, unreadable.length, ...strange);
    if (!readings.some(({ format }) => format === 'tensor-data'))
      readings.push(asTensorData(described, null, bytes.size));
    whole = false;
  }
  if (
    described !== null &&
    described.chunk !== true &&
    bytes.size === 0 &&
    (described.end > 0 || described.none === true)
  )
    readings.push(asTensorData(described, null, 0));
  const kind = bytes.size === 0 ? 'empty' : kindOf(readings, unreadable);
  return {
    kind,
    readings,
    unreadable,
    coverage: coverageOf(readings, whole && budget.left() === 0),
    // What is packed has more of them than the file has bytes.
    ...(budget.left() > 0 && { unread: Math.min(bytes.size, budget.left()) }),
    declared: await declaredOrNot(path, readings),
  };
}

/** What of the tensors that other files tell of in this one are files. */
async function piecesOf(
  bytes: ByteSource,
  described: Description,
  { stretches: texts }: Texts,
): Promise<readonly Parcel[]> {
  const stretches = (described.pieces ?? []).map(({ start, size }) => ({
    name: `tensor@${start}`,
    start,
    size: size ?? Math.max(0, bytes.size - start),
    bytes: true,
  }));
  return (await filesAmong(bytes, [...stretches, ...texts])).map((part) => ({
    path: part.name,
    bytes: part.bytes,
    member: [part.name],
    amongNumbers: true as const,
  }));
}

/** A fault of ours must not look like a file that names no package. */
async function declaredOrNot(path: string, readings: readonly Reading[]): Promise<Declarations> {
  try {
    return await declaredIn(path, readings);
  } catch (error) {
    const message = `its packages could not be read: ${error instanceof Error ? error.message : 'it broke'}`;
    return { dependencies: [], problems: [{ path, member: [], line: null, message }], includes: [], manifests: 0 };
  }
}

/** What is known of raw tensors, or of a link that stands in their place. */
export function asTensorData(
  { namedBy, end, whole }: Description,
  link: TensorDataFacts['link'],
  size: number | null = null,
): Reading {
  const message = `${namedBy[0] ?? ''} takes bytes up to ${end} from it, and it has ${size}`;
  const beyond = `${namedBy[0] ?? ''} takes ${end} bytes from it, and it has ${size}`;
  const defects =
    size !== null && end > size
      ? [{ code: 'too-short', message, offset: size }]
      : size !== null && whole === true && end < size
        ? [{ code: 'trailing-bytes', message: beyond, offset: end }]
        : [];
  return { kind: 'read', format: 'tensor-data', member: [], facts: { format: 'tensor-data', namedBy, link }, defects };
}

/** A file of which nothing could be read. */
export function unreadFile(reason: Unreadable['reason'], message: string): FileReadings {
  const unreadable: Unreadable = { kind: 'unreadable', format: null, member: [], reason, message, offset: 0 };
  return { kind: 'unknown', readings: [], unreadable: [unreadable], coverage: 'none' };
}

function coverageOf(readings: readonly Reading[], whole: boolean): Coverage {
  if (readings.length === 0) return 'none';
  return whole ? 'whole' : 'structure';
}

interface ParcelOutcome {
  readonly readings: Reading[];
  readonly unreadable: Unreadable[];
  readonly inside: Parcel[];
  whole: boolean;
}

async function readParcel(
  formats: readonly Format[],
  parcel: Parcel,
  budget: Budget,
  ofTensors: boolean,
): Promise<ParcelOutcome> {
  const outcome: ParcelOutcome = { readings: [], unreadable: [], inside: [], whole: true };
  if (parcel.bytes.size === 0) return outcome;
  if (parcel.amongNumbers === true) return readAmongNumbers(formats, parcel, budget);
  const claimants = await claimantsOf(formats, parcel, outcome);
  for (const format of claimants) await readAs(format, parcel, budget, outcome);
  if (outcome.unreadable.length > 0) await settle(formats, parcel, budget, outcome);
  settleEnclosed(formats, parcel, outcome);
  if (claimants.length === 0 && outcome.readings.length === 0 && outcome.unreadable.length === 0) {
    outcome.unreadable.push(unreadableOf(parcel, null, 'unclaimed', 'no reader knows these bytes', 0));
  }
  if (outcome.readings.length === 0 || isBroken(outcome))
    await readBeforeBreak(formats, parcel, budget, { outcome, ofTensors });
  return outcome;
}

/** Whether somebody broke on what others read, or all who read it found bytes behind or before it. */
function isBroken({ readings, unreadable, inside }: ParcelOutcome): boolean {
  return (
    frontOf(inside).length > 0 ||
    unreadable.some(({ reason, format }) => reason === 'malformed' && format !== null) ||
    readings.every(({ defects }) => defects.some(({ code }) => code === 'trailing-bytes'))
  );
}

/** What the reader of archives calls the bytes before the first member. */
const FRONT = 'unlisted@0';

/** What stands before an archive: loaders that go forwards take it for the file, under its name. */
function frontOf(inside: readonly Parcel[]): readonly number[] {
  return inside.filter(({ path }) => path === FRONT).map(({ bytes }) => bytes.size);
}

/**
 * What nobody read to its end is read as far as it goes, so that bytes put behind a file hide nothing of it. That it could
 * not be read to its end stands.
 */
async function readBeforeBreak(
  formats: readonly Format[],
  parcel: Parcel,
  budget: Budget,
  { outcome, ofTensors }: { readonly outcome: ParcelOutcome; readonly ofTensors: boolean },
): Promise<void> {
  const { path, bytes } = parcel;
  if (bytes.costly === true || bytes.reach !== undefined) return;
  if (!outcome.unreadable.every(({ reason }) => reason === 'malformed' || reason === 'unclaimed')) return;
  // A text in the place of weights is none of theirs, and what is not read stays so; raw tensors begin like anything. But
  // Python runs a path file line by line, and takes it for one by its name.
  const asked = new Set(outcome.readings.map(({ format }) => format));
  const mayBeText = !ofTensors && (!hasNameOfWeights(path) || path.endsWith('.pth'));
  for (const cut of await cutsOrNone(parcel, outcome)) {
    const front: Parcel = { ...parcel, bytes: sliceOf(bytes, 0, cut) };
    const one: ParcelOutcome = { readings: [], unreadable: [], inside: [], whole: false };
    for (const format of await claimantsOf(formats, front, one))
      if (!asked.has(format.id) && (mayBeText || format.id !== 'text')) await readAs(format, front, budget, one);
    if (mayBeText && !asked.has('text')) await settle(formats, front, budget, one);
    outcome.unreadable.push(...one.unreadable.filter(({ reason }) => reason === 'over-budget'));
    if (one.readings.length === 0) continue;
    outcome.readings.push(...one.readings);
    outcome.inside.push(
      ...one.inside,
      ...(await partsBehind(parcel, [cut, ...unknownFrom(one.readings)], budget, outcome)),
    );
    outcome.whole = false;
    return;
  }
}

/** The first bytes of something else may look like a field of a message that its type does not have. */
function unknownFrom(readings: readonly Reading[]): readonly number[] {
  const unknown = readings.flatMap(({ defects }) => defects.filter(({ code }) => code === 'unknown-fields'));
  return unknown.slice(0, 1).map(({ offset }) => offset);
}

/** What begins where the sound part of a file ends is what was put behind it; an archive there is found from the end. */
async function partsBehind(
  parcel: Parcel,
  ends: readonly number[],
  budget: Budget,
  outcome: ParcelOutcome,
): Promise<readonly Parcel[]> {
  try {
    const parts: Part[] = [];
    for (const end of new Set(ends)) parts.push(...(await fileBehind(parcel.bytes, end)));
    return partsWithin(parcel, parts, budget);
  } catch (error) {
    outcome.unreadable.push(refusal(error, parcel, null));
    return [];
  }
}

/** A stream that breaks before its end was told to be broken. */
async function cutsOrNone(parcel: Parcel, outcome: ParcelOutcome): Promise<readonly number[]> {
  try {
    return await cutsOf(parcel.bytes, outcome.unreadable, frontOf(outcome.inside));
  } catch (error) {
    const refused = refusal(error, parcel, null);
    if (refused.reason !== 'malformed') outcome.unreadable.push(refused);
    return [];
  }
}

/** Bytes that are told as numbers are nothing else unless a reader makes something of them. */
async function readAmongNumbers(formats: readonly Format[], parcel: Parcel, budget: Budget): Promise<ParcelOutcome> {
  const { path, bytes } = parcel;
  const outcome: ParcelOutcome = { readings: [], unreadable: [], inside: [], whole: true };
  const head = await bytes.read(0, Math.min(bytes.size, LIMITS.head));
  for (const format of claimantsAmongNumbers(formats, path, head, bytes.size)) {
    const one: ParcelOutcome = { readings: [], unreadable: [], inside: [], whole: true };
    await readAs(format, parcel, budget, one);
    outcome.unreadable.push(...one.unreadable.filter(isNoAccident));
    const kept = one.readings
      .map((reading) => keptAmongNumbers(reading, one.inside.length))
      .filter((reading) => reading !== null);
    if (kept.length === 0) continue;
    outcome.readings.push(...kept);
    outcome.inside.push(...one.inside);
  }
  return outcome;
}

/** Text takes what nobody else does: JSON and Python are text too, and keep it themselves. */
async function claimantsOf(
  formats: readonly Format[],
  parcel: Parcel,
  outcome: ParcelOutcome,
): Promise<readonly Format[]> {
  const { bytes, path } = parcel;
  try {
    const head = bytes.whole?.subarray(0, LIMITS.head) ?? (await bytes.read(0, Math.min(bytes.size, LIMITS.head)));
    if (isWholeLfsPointer(head, bytes.size)) return formats.filter(({ id }) => id === 'text');
    const claimants = claiming(formats, path, head, bytes.size);
    const zip = formats.find(({ id }) => id === 'zip');
    // Who looks at the end of a file for an archive takes this one for it, whatever it begins as.
    // TensorFlow Lite keeps labels so, and its reader hands them out.
    const kept = claimants.some(({ id }) => id === 'zip' || id === 'tflite');
    // What stands before an archive is what the file was before somebody put that behind it.
    const asFile = parcel.member.every((name) => name === FRONT);
    if (zip !== undefined && asFile && !kept) {
      const exact = !claimants.some(({ id }) => id === 'media');
      if (await endsAsZip(bytes, exact)) claimants.push(zip);
    }
    const others = claimants.filter(({ id }) => id !== 'text');
    if (others.length === 0) return claimants;
    // A shell passes over the lines of a model that is text, and runs the others.
    const only = others.length === 1 ? others[0]?.id : undefined;
    return only === 'lightgbm' && SCRIPT.test(path) ? claimants : others;
  } catch (error) {
    outcome.unreadable.push(refusal(error, parcel, null));
    return [];
  }
}

/** What is run as it stands, whatever its first lines are. */
const SCRIPT =
  /\.(?:[a-z]*sh|bat|cmd|ps1|mk|dockerfile|rb|pl|lua|jl|r|[cm]?js|php|awk|tcl|nu|command|env)$|(?:^|\/)(?:makefile|gnumakefile|dockerfile|containerfile|procfile|justfile|jenkinsfile|entrypoint|configure|\.env(?:rc)?)[^/]*$/i;

const NO_BYTES = new Uint8Array(0);

/**
 * Prose may begin like JSON or a pickle, and one binary format like another. A claim that the name never made and that
 * turned out malformed is forgotten once something else reads the whole; a claim that ran out of budget never is.
 */
async function settle(
  formats: readonly Format[],
  parcel: Parcel,
  budget: Budget,
  outcome: ParcelOutcome,
): Promise<void> {
  const slips = outcome.unreadable.filter(({ reason, format }) => {
    const claimant = formats.find(({ id }) => id === format);
    return reason === 'malformed' && claimant?.claims(parcel.path, NO_BYTES, parcel.bytes.size) === false;
  });
  if (slips.length === 0) return;
  const text = formats.find(({ id }) => id === 'text');
  const plain = text !== undefined && (await isClaimed(text, parcel));
  if (outcome.readings.length === 0 && plain && slips.length === outcome.unreadable.length) {
    const second: ParcelOutcome = { readings: [], unreadable: [], inside: [], whole: true };
    await readAs(text, parcel, budget, second);
    outcome.readings.push(...second.readings);
  }
  if (outcome.readings.length === 0) return;
  const rest = outcome.unreadable.filter((one) => !slips.includes(one));
  outcome.unreadable.splice(0, outcome.unreadable.length, ...rest);
}

/** Whether the name alone makes a reader claim a file. */
function isClaimedByName(formats: readonly Format[], format: FormatId | null, path: string, size: number): boolean {
  return formats.find(({ id }) => id === format)?.claims(path, NO_BYTES, size) === true;
}

async function isClaimed(format: Format, { path, bytes }: Parcel): Promise<boolean> {
  return format.claims(path, await bytes.read(0, Math.min(bytes.size, LIMITS.head)), bytes.size);
}

/**
 * A pickle may hold an archive as a value, as one of a Keras model does: what lies around that archive is the pickle, and
 * was read as such to the last byte. The members are looked at all the same, as those who find the archive would.
 */
function settleEnclosed(formats: readonly Format[], { path, bytes }: Parcel, outcome: ParcelOutcome): void {
  const pickled = outcome.readings.some(
    ({ format, facts, defects }) => format === 'pickle' && defects.length === 0 && facts.trailing === 0,
  );
  const zip = formats.find(({ id }) => id === 'zip');
  if (!pickled || zip === undefined || zip.claims(path, ONE_BYTE, bytes.size)) return;
  outcome.readings.forEach((reading, index) => {
    if (reading.format !== 'zip') return;
    outcome.readings[index] = { ...reading, defects: reading.defects.filter(({ code }) => !AROUND.has(code)) };
    const members = outcome.inside.filter((inside) => !inside.path.startsWith('unlisted@'));
    outcome.inside.splice(0, outcome.inside.length, ...members);
  });
}

/** Begins nothing: only the name can claim it. */
const ONE_BYTE = new Uint8Array(1);
const AROUND: ReadonlySet<string> = new Set(['prefix-bytes', 'trailing-bytes']);

async function readAs(format: Format, parcel: Parcel, budget: Budget, outcome: ParcelOutcome): Promise<void> {
  const { member, bytes, path } = parcel;
  try {
    const result = await format.read(bytes, { path, budget });
    outcome.readings.push({
      kind: 'read',
      format: format.id,
      member,
      facts: result.facts,
      defects: result.defects,
    } as Reading);
    outcome.whole &&= result.coverage === 'whole';
    outcome.inside.push(...partsWithin(parcel, result.parts, budget));
  } catch (error) {
    outcome.unreadable.push(refusal(error, parcel, format.id));
  }
}

function partsWithin(parcel: Parcel, parts: readonly Part[], budget: Budget): Parcel[] {
  if (parts.length === 0) return [];
  if (parcel.member.length >= LIMITS.partDepth)
    throw new OverBudgetError(`parts nested deeper than ${LIMITS.partDepth}`);
  budget.spend('parts', parts.length);
  return parts.map(({ name, bytes, amongNumbers = parcel.amongNumbers }) => ({
    path: name,
    bytes,
    member: [...parcel.member, name],
    ...(amongNumbers === true && { amongNumbers }),
  }));
}

/**
 * What a reader throws is said of the bytes, a fault of ours included: it must not look like a clean file, nor keep the
 * other files from being read. What the source throws, but for a file that changed or is closed to us, goes up.
 */
function refusal(error: unknown, parcel: Parcel, format: FormatId | null): Unreadable {
  if (error instanceof MalformedError) {
    const refused = unreadableOf(parcel, format, 'malformed', error.message, error.offset);
    return error.soundTo === undefined ? refused : { ...refused, soundTo: error.soundTo };
  }
  if (error instanceof OverBudgetError) return unreadableOf(parcel, format, 'over-budget', error.message, 0);
  if (error instanceof WeighbridgeError) {
    if (error.code === 'source-changed') return unreadableOf(parcel, format, 'changed', error.detail, 0);
    if (error.code === 'path-forbidden') return unreadableOf(parcel, format, 'forbidden', error.detail, 0);
    throw error;
  }
  if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) {
    return unreadableOf(parcel, format, 'malformed', `the reader broke on it: ${error.message}`, 0);
  }
  throw error;
}

function unreadableOf(
  { member }: Parcel,
  format: FormatId | null,
  reason: Unreadable['reason'],
  message: string,
  offset: number,
): Unreadable {
  return { kind: 'unreadable', format, member, reason, message, offset };
}
