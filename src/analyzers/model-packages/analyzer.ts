import { type Finding, findingOf, type Location, locationIn } from '../../domain/finding.ts';
import type { JsonFacts } from '../../formats/json/facts.ts';
import type { MsgpackFacts } from '../../formats/msgpack/facts.ts';
import { brokenSymbol, isSymbol } from '../../formats/mxnet/symbol.ts';
import { brokenXgboost, isUnlearnt, isXgboost } from '../../formats/xgboost/model.ts';
import { readYaml } from '../../formats/yaml/document.ts';
import { type Item, type Reading, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { LateFileAnalyzer } from '../analyzer.ts';

import { lineOfOperation } from '../line-of.ts';
import { brokenManifest, isImageManifest } from './image-manifest.ts';

import { brokenKeras, missingFromKeras } from './keras-model.ts';
import { wrongKerasWeights } from './keras-weights.ts';
import {
  brokenMar,
  brokenMlmodel,
  emptyInNpz,
  isAgent,
  missingFromCheckpoint,
  missingFromMar,
  missingFromNemo,
  missingFromProgram,
  missingFromSkops,
  missingFromSparse,
  missingTensor,
} from './missing-parts.ts';
import { brokenModelPackage, isModelPackage } from './model-package.ts';
import { judgeAdapter, judgeManifest, judgeMlmodel, judgeSymbol } from './packages.ts';
import { judgePlaces } from './places.ts';
import { isRequirements, judgeRequirements } from './requirements.ts';
import {
  BROKEN_GRAPH,
  BROKEN_PACKAGE,
  BROKEN_SETTINGS,
  BROKEN_TREES,
  type Judged,
  MODEL_PACKAGES,
  ODD_VALUES,
  SKOPS_TYPE,
} from './rules.ts';
import { brokenSettings } from './settings.ts';
import { isMadeAsByPickle, isSkopsSchema, judgeSkops } from './skops.ts';
import { brokenSkops } from './skops-schema.ts';
import { isSourceSetting, judgeSources } from './sources.ts';

/** Tells of what kind a class is among those that unpickling may make. */
type KindOfClass = (module: string, name: string) => string | undefined;

/** Judges packages by what their own manifests make their loaders do: skops, TorchServe, MLflow, PEFT, MXNet, Flax. */
export function modelPackagesBy(kinds: () => Promise<KindOfClass>): LateFileAnalyzer {
  return {
    ...MODEL_PACKAGES,
    inspect: async (item) => {
      const findings = [...inspect(item)];
      if (!findings.some(({ rule }) => rule === SKOPS_TYPE.id)) return findings;
      const kindOf = await kinds();
      return findings.filter(
        ({ rule, operation = '' }) => rule !== SKOPS_TYPE.id || !isMadeAsByPickle(operation, kindOf),
      );
    },
  };
}

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    const location = locationIn(item.file, reading.member);
    const said = new Set<string>();
    for (const { rule, operation } of judge(reading, location, () => membersBeside(item, reading))) {
      if (said.has(rule.id + operation)) continue;
      said.add(rule.id + operation);
      const text = printable(middleCut(operation, LIMITS.quotation));
      const told = placed(reading, location, operation);
      yield findingOf(rule, { message: `${rule.title} Here: ${text}.`, location: told, operation: text });
    }
    const wrong = weightsOfKeras(item, reading, location) ?? settingsOfAgent(item, reading);
    if (wrong === null) continue;
    const text = printable(middleCut(wrong, LIMITS.quotation));
    yield findingOf(BROKEN_PACKAGE, { message: `${BROKEN_PACKAGE.title} Here: ${text}.`, location, operation: text });
  }
}

/** With the line of what is quoted, where the file is a text; of what is missing there is none. */
function placed({ facts }: Reading, location: Location, operation: string): Location {
  const line = facts.format === 'json' || facts.format === 'text' ? lineOfOperation(facts.text, operation) : undefined;
  return line === undefined ? location : { ...location, line };
}

function* judge({ facts }: Reading, location: Location, members: Members): Iterable<Judged> {
  const name = nameOf(location);
  const lacking = missingFrom(facts, name);
  if (lacking !== null) yield { rule: BROKEN_PACKAGE, operation: lacking };
  if (facts.format === 'json') {
    const beside = isMarManifest(location) ? members() : null;
    const tensors = name.endsWith('_config.json') ? members() : null;
    const wrong =
      (beside === null ? null : brokenMar(facts.value, beside)) ??
      (tensors === null ? null : missingTensor(location.member?.at(-1) ?? '', facts.value, tensors)) ??
      brokenManifest(facts.value);
    if (wrong !== null) yield { rule: BROKEN_PACKAGE, operation: wrong };
    const odd = brokenSettings(name, facts.value);
    if (odd !== null && !isKerasConfig(location)) yield { rule: BROKEN_SETTINGS, operation: odd };
  }
  if (facts.format === 'json' && isSchemaOfSkops(location) && !isSkopsSchema(facts.value))
    yield { rule: BROKEN_PACKAGE, operation: 'its schema has no node' };
  if (facts.format === 'json' && isKerasConfig(location)) {
    const wrong = brokenKeras(facts.value);
    if (wrong !== null) yield { rule: BROKEN_PACKAGE, operation: wrong };
  }
  if (facts.format === 'msgpack') yield* judgeMsgpack(facts);
  if (facts.format === 'json') yield* judgeJson(facts, name, members);
  if (facts.format === 'text' && name === 'MLmodel') {
    for (const value of readYaml(facts.text).values) {
      const wrong = brokenMlmodel(value);
      if (wrong !== null) yield { rule: BROKEN_PACKAGE, operation: wrong };
      yield* judgeMlmodel(value);
    }
  }
  if (facts.format === 'text' && isRequirements(name)) yield* judgeRequirements(facts.text);
  if (facts.format === 'text' && isSourceSetting(name)) yield* judgeSources(facts.text);
}

/** What is wrong with the weights beside a configuration: in its archive, or in the HDF5 file whose attribute it is. */
function weightsOfKeras(item: Item, { facts, member }: Reading, location: Location): string | null {
  if (facts.format !== 'json' || !isKerasConfig(location)) return null;
  const outer = member.slice(0, -1);
  const own = member.at(-1) === 'config.json' ? [...outer, 'model.weights.h5'] : outer;
  const weights = [...readingsAs(item, 'hdf5')].find((one) => one.member.join('\0') === own.join('\0'));
  return weights === undefined ? null : wrongKerasWeights(facts.value, weights.facts, member.at(-1) !== 'config.json');
}

/** What is wrong with the settings of an agent: they are read before its weights are. */
function settingsOfAgent(item: Item, { facts, member }: Reading): string | null {
  if (facts.format !== 'zip' || !isAgent(facts.entries.map(({ name }) => name))) return null;
  const own = [...member, 'data'].join('\0');
  for (const json of readingsAs(item, 'json')) if (json.member.join('\0') === own) return null;
  return 'its data are no JSON';
}

/** The configuration of a .keras file, or the attribute of an HDF5 file that holds one. */
function isKerasConfig({ path, member = [] }: Location): boolean {
  const [outer = path, name = ''] = [path, ...member].slice(-2);
  return (name === 'config.json' && /\.keras$/i.test(outer)) || name === '/model_config.json';
}

/** What an archive of this name lacks, or null. */
function missingFrom(facts: Reading['facts'], name: string): string | null {
  if (facts.format !== 'zip' && facts.format !== 'tar') return null;
  const names = facts.entries.filter(({ size }) => size > 0).map((entry) => entry.name);
  if (facts.format === 'tar') {
    const all = facts.entries.map((entry) => entry.name);
    return /\.nemo$/i.test(name) ? missingFromNemo(names) : missingFromCheckpoint(all, names);
  }
  if (/\.keras$/i.test(name)) return missingFromKeras(names);
  if (/\.skops$/i.test(name)) return missingFromSkops(names);
  if (/\.npz$/i.test(name)) {
    const all = facts.entries.map((entry) => entry.name);
    return emptyInNpz(all, names) ?? missingFromSparse(all);
  }
  return /\.mar$/i.test(name) ? missingFromMar(names) : missingFromProgram(names);
}

function isSchemaOfSkops({ path, member = [] }: Location): boolean {
  const [outer = path, name = ''] = [path, ...member].slice(-2);
  return name === 'schema.json' && /\.skops$/i.test(outer);
}

function isMarManifest({ path, member = [] }: Location): boolean {
  const [outer = path, name = ''] = [path, ...member].slice(-2);
  return name === 'MAR-INF/MANIFEST.json' && /\.mar$/i.test(outer);
}

/** Asked for where a rule needs it: of each of many members it would cost as much as they are. */
type Members = () => ReadonlySet<string> | null;

/** Names of all that lies in the archive of a file; null where it lies in none. */
function membersBeside(item: Item, { member }: Reading): ReadonlySet<string> | null {
  const archive = member.slice(0, -1).join('\0');
  for (const { facts, member: place } of member.length === 0 ? [] : readingsAs(item, 'zip'))
    if (place.join('\0') === archive) return new Set(facts.entries.map((entry) => entry.name));
  return null;
}

function* judgeJson({ value, duplicateKeys }: JsonFacts, name: string, members: Members): Iterable<Judged> {
  if (isSkopsSchema(value)) {
    yield* judgeSkops(value);
    const wrong = name === 'schema.json' ? brokenSkops(value, members()) : null;
    if (wrong !== null) yield { rule: BROKEN_PACKAGE, operation: wrong };
  }
  if (/^MANIFEST\.json$/i.test(name)) yield* judgeManifest(value);
  if (/^(?:manifest|index)\.json$/i.test(name) || isImageManifest(value)) yield* judgePlaces(value);
  if (isJsonObject(value) && Object.hasOwn(value, 'auto_mapping')) yield* judgeAdapter(value);
  yield* judgeSymbol(value);
  if (isModelPackage(value)) {
    const wrong = duplicateKeys.length > 0 ? `${duplicateKeys[0]} twice` : brokenModelPackage(value);
    if (wrong !== null) yield { rule: BROKEN_PACKAGE, operation: wrong };
  }
  if (isSymbol(value, name)) {
    const wrong = duplicateKeys.length > 0 ? `${duplicateKeys[0]} twice` : brokenSymbol(value);
    if (wrong !== null) yield { rule: BROKEN_GRAPH, operation: wrong };
  }
  const broken = isXgboost(value) ? brokenXgboost(value) : null;
  if (broken !== null) yield { rule: BROKEN_TREES, operation: broken };
  // Of documents of other kinds that tell a version by three numbers, none tells nothing else.
  if (
    isJsonObject(value) &&
    Object.keys(value).every((key) => key === 'version' || key === 'learner') &&
    isUnlearnt(value)
  )
    yield { rule: BROKEN_TREES, operation: 'a version, and nothing learnt' };
}

/** Extensions that Flax writes: arrays, complex numbers, scalars. */
const FLAX = [1, 2, 3];

function* judgeMsgpack({ extensions, oddKeys }: MsgpackFacts): Iterable<Judged> {
  for (const type of extensions)
    if (!FLAX.includes(type)) yield { rule: ODD_VALUES, operation: `extension type ${type}` };
  for (const key of oddKeys) yield { rule: ODD_VALUES, operation: `key ${key}` };
}

function nameOf({ path, member = [] }: Location): string {
  const whole = member.at(-1) ?? path;
  return whole.slice(whole.lastIndexOf('/') + 1);
}
