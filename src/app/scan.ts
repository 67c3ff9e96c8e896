import { namesOthers, TOGETHER_RULES } from '../analyzers/names-others.ts';
import type { Inspection } from '../analyzers/run.ts';
import type { Caller } from '../contract/caller.ts';
import type { ScanFailure, ScanInput, Scanned } from '../contract/vetting.ts';
import type { Finding } from '../domain/finding.ts';
import { type KnownFinding, knownBy, remarksOn } from '../domain/known.ts';
import { bytesOf, type LeftOut, type ScannedFile, scanVerdictOf } from '../domain/scan.ts';
import { mayDescribe } from '../intake/described.ts';
import type { Item } from '../intake/inventory.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { OpenModel } from '../ports/source.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { lookAtModel } from './read-model.ts';
import { judgedAlone, startTogether } from './scan-together.ts';
import { shownReference } from './shown-reference.ts';

/**
 * Runs the file checks alone: no policy, no evidence, nothing kept. A path that cannot be opened does not keep the others
 * from being scanned: it is among the failures.
 */
export async function scan(
  parts: Parts,
  input: ScanInput,
  onFile: (file: ScannedFile) => void,
  caller: Caller,
): Promise<Scanned> {
  const rules = [...parts.fileAnalyzers.flatMap((analyzer) => analyzer.rules), ...TOGETHER_RULES];
  const filter = await knownFilter(parts, input, new Set(rules.map(({ id }) => id)));
  const failures: ScanFailure[] = [];
  const seen = new Set<string>();
  const emit = (file: ScannedFile, whole: () => string): void => {
    // A file that was given twice, or with its folder, is one.
    const path = plainPath(file.path);
    if (seen.has(path)) return;
    seen.add(path);
    onFile(filter.apply(file, whole));
  };
  for (const path of new Set(input.paths)) {
    try {
      const only = input.only?.get(path);
      const leadsTo = await scanPath(parts, { path, only }, emit, caller);
      if (leadsTo !== undefined) await scanPath(parts, { path: leadsTo, only }, emit, caller);
    } catch (error) {
      if (!(error instanceof WeighbridgeError) || error.code === 'stopped') throw error;
      failures.push({ path: shownReference(path), error });
    }
  }
  return { rules, remarks: filter.remarks, known: filter.count(), failures };
}

interface KnownFilter {
  /** `wholeOf`: the path on this machine, where the file lies on one. */
  readonly apply: (file: ScannedFile, wholeOf: () => string) => ScannedFile;
  readonly count: () => number;
  readonly remarks: readonly string[];
}

/** Sets apart what is known. A file whose check broke stays unscannable, whatever is known of it. */
async function knownFilter(
  parts: Parts,
  { known: file, from }: ScanInput,
  rules: ReadonlySet<string>,
): Promise<KnownFilter> {
  const known = file === null ? [] : (await import('../policy/known.ts')).parseKnown(file.text, file.name);
  const today = parts.clock.now().toISOString().slice(0, 10);
  let count = 0;
  return {
    apply: (file, wholeOf) => {
      if (known.length === 0 || file.findings.length === 0) return file;
      const whole = wholeOf();
      const met = { names: namesOf(file, whole), bytes: bytesOf(file), paths: [file.path, pathFrom(from, whole)] };
      const news: Finding[] = [];
      const left: LeftOut[] = [];
      for (const finding of file.findings) {
        const answers = knownBy(finding, known, today, met);
        if (answers === null) news.push(finding);
        else left.push({ finding, reason: answers.reason, until: answers.until, bytes: acceptedFor(answers) });
      }
      if (left.length === 0) return file;
      count += left.length;
      const broke = file.verdict === 'unscannable' && scanVerdictOf(file.findings) !== 'unscannable';
      return { ...file, newVerdict: broke ? 'unscannable' : scanVerdictOf(news), findings: news, known: left };
    },
    count: () => count,
    remarks: remarksOn(known, rules, today),
  };
}

/** Each end of a path, whole and below every folder on the way: which of them was written down depends on what was named. */
function namesOf({ path, within }: ScannedFile, whole: string): readonly string[] {
  const steps = whole.split('/');
  const ends = steps.map((_, at) => steps.slice(at).join('/')).slice(-MOST_NAMES);
  return [...new Set([within, path, ...ends])];
}

/** Folders on the way to a file, of those that people make. */
const MOST_NAMES = 64;

/** A path as it would be typed where the scan was started. */
function pathFrom(from: string | undefined, whole: string): string {
  const folder = from === undefined ? null : `${from.replace(/\/+$/, '')}/`;
  const path = folder !== null && whole.startsWith(folder) ? whole.slice(folder.length) : whole;
  return plainPath(path);
}

/** Without the signs that lead nowhere. Nearly all have none. */
function plainPath(path: string): string {
  if (!path.startsWith('./') && !path.includes('//')) return path;
  return path.replace(/^(?:\.\/+)+/, '').replaceAll(/\/{2,}/g, '/');
}

interface Asked {
  readonly path: string;
  readonly only: ReadonlySet<string> | undefined;
}

/** Files of a folder each for itself, with those that tell of raw tensors what they are. The others only lie beside them. */
function someOf(model: OpenModel, only: ReadonlySet<string>): OpenModel {
  const listed = new Set(model.files.map(({ path }) => path));
  const files = model.files.filter(({ path }) => only.has(path) || mayDescribe(path));
  return { ...model, files, lies: async (path) => listed.has(path) };
}

/** Gives back where a link leads whose file has another name there by which it is to be judged, too. */
async function scanPath(
  parts: Parts,
  { path, only }: Asked,
  onFile: (file: ScannedFile, whole: () => string) => void,
  caller: Caller,
): Promise<string | undefined> {
  caller.progress.start('resolve');
  const whole = await openModel(parts.sources, path, caller);
  const some = only === undefined || only.has('') ? null : someOf(whole, only);
  const model = some ?? whole;
  caller.progress.end(`${model.files.length} ${model.files.length === 1 ? 'file' : 'files'}`);
  caller.progress.start('read');
  try {
    const asTyped = pathsAsTyped(path, whole);
    const emit = inOrder(
      model.files.map((file) => file.path),
      (file: ScannedFile) => {
        if (some === null || only?.has(file.within) === true)
          onFile(file, () => model.localPath?.(file.within) ?? file.path);
      },
    );
    const folder = some !== null || isSingle(path, whole) ? null : startTogether(model);
    const lies = folder === null ? model.lies : undefined;
    const alone: (readonly [Item, Inspection])[] = [];
    const tell = (item: Item, inspection: Inspection): void =>
      emit(item.file.path, scannedFile(item, inspection, asTyped));
    await lookAtModel(
      parts,
      model,
      (item, inspection) => {
        if (lies !== undefined && namesOthers(item)) alone.push([item, inspection]);
        else if (folder?.holds(item, inspection) !== true) tell(item, inspection);
      },
      caller,
    );
    for (const [item, inspection] of (await folder?.judged()) ?? []) tell(item, inspection);
    for (const one of alone) if (lies !== undefined) tell(...(await judgedAlone(one, lies)));
  } finally {
    await model.close();
  }
  caller.progress.end('scanned');
  return whole.leadsTo;
}

function scannedFile(item: Item, { findings, broken }: Inspection, asTyped: (path: string) => string): ScannedFile {
  const { path, kind, size, digest, coverage, unread } = item.file;
  const said = scanVerdictOf(findings);
  // An analyzer that broke could not look: what it would have said is not known.
  const verdict = said !== 'malicious' && broken.length > 0 ? 'unscannable' : said;
  return {
    path: asTyped(path),
    within: path,
    kind,
    size,
    digest,
    coverage,
    ...(unread === undefined ? {} : { unread }),
    verdict,
    newVerdict: verdict,
    findings: findings.map((finding) => placed(finding, asTyped)),
    known: [],
  };
}

function placed(finding: Finding, asTyped: (path: string) => string): Finding {
  if (finding.location === undefined) return finding;
  return { ...finding, location: { ...finding.location, path: asTyped(finding.location.path) } };
}

/** Whether one file was named, of whose folder nothing is known. */
function isSingle(reference: string, { files }: OpenModel): boolean {
  const [only] = files;
  if (files.length !== 1 || only === undefined) return false;
  return shownReference(reference).replace(/\?…$/, '').split('/').at(-1) === only.path;
}

/** A file's path as whoever asked would type it: below the folder they named, or just what they named. */
function pathsAsTyped(reference: string, model: OpenModel): (path: string) => string {
  if (isSingle(reference, model)) return () => shownReference(reference);
  const folder = shownReference(reference).replace(/\/+$/, '');
  return (path) => (folder === '.' ? path : `${folder}/${path}`);
}

/** Hands values on in the order of `paths`, holding back what comes early. */
function inOrder<T>(paths: readonly string[], emit: (value: T) => void): (path: string, value: T) => void {
  const early = new Map<string, T>();
  let next = 0;
  return (path, value) => {
    early.set(path, value);
    for (let name = paths[next]; name !== undefined && early.has(name); name = paths[++next]) {
      emit(early.get(name) as T);
      early.delete(name);
    }
  };
}

function acceptedFor({ what }: KnownFinding): LeftOut['bytes'] {
  return what.kind === 'finding' ? what.bytes : null;
}
