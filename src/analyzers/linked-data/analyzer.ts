import { type Finding, findingOf, type Location, locationIn, type Rule } from '../../domain/finding.ts';
import { type Item, type ReadingAs, readingsAs } from '../../intake/inventory.ts';
import { groupsOf } from '../../intake/manifests.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { BESIDE, FOREIGN_FILTER, LINKED_DATA_RULES, OTHER_KIND, OUTSIDE, USER_BLOCK, USER_DEFINED } from './rules.ts';

/** Judges where a file sends its reader: links of HDF5 to other files, values and columns that lie elsewhere, parts of the weights that an index seeks outside. */
export const linkedData: FileAnalyzer = {
  id: 'linked-data',
  version: 5,
  question: 'Do data files lead to other files?',
  rules: LINKED_DATA_RULES,
  scope: 'file',
  formats: ['hdf5', 'parquet', 'json', 'text'],
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of readingsAs(item, 'hdf5')) {
    const { facts, member } = reading;
    const location = locationIn(item.file, member);
    for (const { path, kind, target, file } of facts.links) {
      if (kind === 'external') yield said(isOutside(file ?? '') ? OUTSIDE : BESIDE, location, `${path} → ${target}`);
      if (kind === 'user-defined') yield said(USER_DEFINED, location, `${path}, class ${target}`);
    }
    for (const { path, file } of facts.externalFiles) {
      yield said(isOutside(file) ? OUTSIDE : BESIDE, location, `${path} takes its bytes from ${file}`);
    }
    if (holdsUserBlock(item, reading)) yield said(USER_BLOCK, location, `${facts.userBlock} bytes`);
    for (const id of facts.filters) if (!isListed(id)) yield said(FOREIGN_FILTER, location, `filter ${id}`);
  }
  for (const { facts, member } of readingsAs(item, 'parquet')) {
    const location = locationIn(item.file, member);
    for (const file of new Set(facts.elsewhere)) {
      yield said(isOutside(file) ? OUTSIDE : BESIDE, location, `a column lies in ${file}`);
    }
  }
  for (const { facts, member: inside } of readingsAs(item, 'json')) {
    const location = locationIn(item.file, inside);
    const name = inside.at(-1) ?? item.file.path;
    for (const file of partsNamed(facts.value)) {
      if (isOutside(file)) yield said(OUTSIDE, location, `weights in ${file}`);
      else if (isOtherKind(name, file)) yield said(OTHER_KIND, location, `weights in ${file}`);
    }
  }
  for (const { facts, member: inside } of readingsAs(item, 'text')) {
    const name = inside.at(-1) ?? item.file.path;
    if (!/(?:^|\/)modelfile(?:_\w+)?(?:[.-]\w+)*$|\.modelfile$/i.test(name) || PAGE.test(name)) continue;
    const location = locationIn(item.file, inside);
    for (const { file, line } of filesOfModelfile(facts.text))
      if (isOutside(file)) yield said(OUTSIDE, { ...location, line }, `takes ${file}`);
  }
}

/** Pages about such files show them. */
const PAGE = /\.(?:mdx?|markdown|rst|adoc|html?)$/i;

/**
 * `weight_map` of an index (huggingface_hub, serialization): from tensors to the files that a loader joins to its folder; and what
 * models of TensorFlow.js take their weights from (tfjs-core, io/weights_loader.ts, `weightsManifest`).
 */
function partsNamed(value: Json): ReadonlySet<string> {
  const map = member(value, 'weight_map');
  const files = isJsonObject(map) ? Object.values(map) : [];
  for (const group of groupsOf(value) ?? []) {
    const paths = member(group, 'paths');
    // Other lists have paths, too.
    if (Array.isArray(paths) && (!Array.isArray(value) || Array.isArray(member(group, 'weights'))))
      files.push(...(paths as readonly Json[]));
  }
  return new Set(files.filter((file): file is string => typeof file === 'string'));
}

/** Pickles, code and archives, which no index of plain tensors has a use for. */
const RUNS = /\.(?:py|pyc|so|dll|dylib|sh|bat|exe|js|pkl|pickle|dill|joblib|zip|tar|gz|keras|h5\.py)$/i;
const PICKLES = /\.(?:bin|pt|pth|ckpt)$/i;

/** A part that a loader of this index would hand to something else than its name promises. */
function isOtherKind(index: string, file: string): boolean {
  return RUNS.test(file) || (/\.safetensors\.index(?:\.\w+)?\.json$/i.test(index) && PICKLES.test(file));
}

/** What `FROM` and `ADAPTER` of a Modelfile name (Ollama, docs/modelfile): models by name, files by their path. */
function* filesOfModelfile(text: string): Iterable<{ readonly file: string; readonly line: number }> {
  for (const [index, line] of text.split('\n').entries()) {
    const [, keyword = '', named = ''] = /^\s*(FROM|ADAPTER)\s+"*([^"\r\n]{1,1000}?)"*\s*$/i.exec(line) ?? [];
    // `hf.co/org/model:quantization` is a name; only an adapter is always a path.
    const isName =
      /^FROM$/i.test(keyword) && /^[\w.-]+(?:\/[\w.-]+)*(?::[\w.-]+)?$/.test(named) && !named.includes('..');
    if (named !== '' && !isName) yield { file: named, line: index + 1 };
  }
}

function holdsUserBlock({ readings, unreadable }: Item, { facts, member }: ReadingAs<'hdf5'>): boolean {
  if (facts.userBlock === 0) return false;
  const inside = (path: readonly string[]): boolean => path[member.length] === 'user block';
  return readings.some((one) => inside(one.member)) || unreadable.some((one) => inside(one.member));
}

/** An absolute path, one that climbs, an address, what is Git's own: also where the library would look beside the file first. */
function isOutside(file: string): boolean {
  return (
    /^[/\\~]|^[a-z][a-z0-9+.-]*:/i.test(file) || file.split(/[/\\]/).some((name) => /^(?:\.\.|\.git)$/i.test(name))
  );
}

/** HDF5's own filters, and the range registered with the HDF Group from 256 to 511 and around 32000. */
function isListed(id: number): boolean {
  return id <= 6 || (id >= 256 && id < 512) || (id >= 32_000 && id < 32_100);
}

function said(rule: Rule, location: Location, what: string): Finding {
  const operation = printable(middleCut(what, LIMITS.quotation));
  return findingOf(rule, { message: `${rule.title} Here: ${operation}.`, location, operation });
}
