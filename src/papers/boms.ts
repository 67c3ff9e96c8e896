import type { BomClaim } from '../domain/papers.ts';
import { isJsonObject, type Json, type JsonObject, member } from '../kernel/json.ts';
import { textOf, textsOf, words } from './document.ts';

/** Nodes and links of one bill that are followed; the largest that come with models have some thousands. */
const MOST_NODES = 50_000;

/** What a bill of materials that came with the model claims; null for JSON that is none. Read, never trusted. */
export function readBom(path: string, json: Json | undefined): BomClaim | null {
  if (!isJsonObject(json)) return null;
  if (json['bomFormat'] === 'CycloneDX') return readCycloneDx(path, json);
  if (typeof json['spdxVersion'] === 'string') return readSpdx2(path, json);
  if (Array.isArray(json['@graph']) && /spdx/i.test(JSON.stringify(json['@context'] ?? '').slice(0, 1000)))
    return readSpdx3(path, json);
  return null;
}

type Link = readonly [from: string, to: string];

function readCycloneDx(path: string, json: JsonObject): BomClaim {
  const problems: string[] = [];
  const version = textOf(json['specVersion']) ?? 'without a version';
  if (!/^1\.[0-7]$/.test(version)) problems.push(`there is no CycloneDX ${version}`);
  const root = member(json['metadata'], 'component');
  const components = nested([root, ...listOf(json['components'])], 'components', problems);
  const refs = components.flatMap((one) => textOf(one['bom-ref']) ?? []);
  const twice = refs.find((ref, at) => refs.indexOf(ref) !== at && refs.length < 5000);
  if (twice !== undefined) problems.push(`two components are called ${twice}`);
  const links = listOf(json['dependencies']).flatMap((one): Link[] => {
    const from = textOf(member(one, 'ref'));
    return from === null ? [] : textsOf(member(one, 'dependsOn')).map((to) => [from, to]);
  });
  const known = new Set([...refs, ...listOf(json['services']).flatMap((one) => textOf(member(one, 'bom-ref')) ?? [])]);
  const missing = links.flat().find((end) => !known.has(end));
  if (missing !== undefined) problems.push(`it points to ${missing}, which is not in it`);
  const models = components.filter((one) => one['type'] === 'machine-learning-model');
  const [model] = models;
  return {
    path,
    format: `CycloneDX ${version}`,
    licences: listOf(member(model ?? root, 'licenses')).flatMap((one) => [
      ...textsOf(member(member(one, 'license'), 'id') ?? member(member(one, 'license'), 'name')),
      ...textsOf(member(one, 'expression')),
    ]),
    bases: listOf(member(member(model, 'pedigree'), 'ancestors')).flatMap((one) => withGroup(one)),
    datasets: datasetsOf(components, model),
    files: components.flatMap((one) => (one['type'] === 'file' ? fileOf(one) : [])),
    cycle: cycleIn(links),
    problems,
  };
}

function withGroup(component: unknown): readonly string[] {
  const [group, name] = [textOf(member(component, 'group')), textOf(member(component, 'name'))];
  return name === null ? [] : [group === null ? name : `${group}/${name}`];
}

function datasetsOf(components: readonly JsonObject[], model: JsonObject | undefined): readonly string[] {
  const inline = listOf(member(member(member(model, 'modelCard'), 'modelParameters'), 'datasets'));
  return [
    ...new Set([
      ...components.filter((one) => one['type'] === 'data').flatMap(withGroup),
      ...inline.flatMap((one) => textOf(member(one, 'name')) ?? []),
    ]),
  ];
}

function fileOf(component: JsonObject): BomClaim['files'] {
  const path = textOf(component['name']);
  const hash = listOf(component['hashes']).find((one) => member(one, 'alg') === 'SHA-256');
  return path === null ? [] : [{ path, sha256: hexOf(member(hash, 'content')) }];
}

function hexOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : null;
}

/** Components in components, without recursion: bills nest as deep as they like. */
function nested(first: readonly unknown[], key: string, problems: string[]): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const open = first.filter(isJsonObject).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.length >= MOST_NODES) {
      problems.push(`it has more than ${MOST_NODES} components; the rest was not read`);
      break;
    }
    found.push(next);
    for (const inner of listOf(next[key])) if (isJsonObject(inner)) open.push(inner);
  }
  return found;
}

function readSpdx2(path: string, json: JsonObject): BomClaim {
  const problems: string[] = [];
  const version = textOf(json['spdxVersion']) ?? '';
  if (!/^SPDX-2\.[0-3]$/.test(version)) problems.push(`there is no ${version}`);
  const packages = listOf(json['packages']).filter(isJsonObject);
  const described = new Set(textsOf(json['documentDescribes']));
  const root = packages.find((one) => described.has(textOf(one['SPDXID']) ?? '')) ?? packages[0];
  const links = listOf(json['relationships']).flatMap((one): Link[] => {
    const type = textOf(member(one, 'relationshipType')) ?? '';
    const [from, to] = [textOf(member(one, 'spdxElementId')), textOf(member(one, 'relatedSpdxElement'))];
    return from !== null && to !== null && /^(?:DEPENDS_ON|CONTAINS|DESCENDANT_OF)$/.test(type) ? [[from, to]] : [];
  });
  return {
    path,
    format: version.replace('-', ' '),
    licences: [...textsOf(member(root, 'licenseDeclared')), ...textsOf(member(root, 'licenseConcluded'))].filter(
      (one) => one !== 'NOASSERTION',
    ),
    bases: [],
    datasets: packages
      .filter((one) => one['primaryPackagePurpose'] === 'DATA')
      .flatMap((one) => textOf(one['name']) ?? []),
    files: listOf(json['files']).flatMap((one) => {
      const name = textOf(member(one, 'fileName'));
      const hash = listOf(member(one, 'checksums')).find((sum) => member(sum, 'algorithm') === 'SHA256');
      return name === null ? [] : [{ path: name.replace(/^\.\//, ''), sha256: hexOf(member(hash, 'checksumValue')) }];
    }),
    cycle: cycleIn(links),
    problems,
  };
}

function readSpdx3(path: string, json: JsonObject): BomClaim {
  const graph = listOf(json['@graph']).filter(isJsonObject);
  const nameOf = new Map(graph.map((one) => [textOf(one['spdxId'] ?? one['@id']) ?? '', one]));
  const ofType = (type: string) => graph.filter((one) => one['type'] === type);
  const relations = ofType('Relationship').flatMap((one) => {
    const [type, from] = [textOf(one['relationshipType']), textOf(one['from'])];
    return type === null || from === null ? [] : textsOf(one['to']).map((to) => ({ type, from, to }));
  });
  const [model] = ofType('ai_AIPackage');
  const modelId = textOf(model?.['spdxId']);
  const ends = (type: string) =>
    relations.filter((one) => one.type === type && one.from === modelId).map(({ to }) => nameOf.get(to));
  const links = relations
    .filter(({ type }) => /^(?:dependsOn|contains|descendantOf|trainedOn)$/.test(type))
    .map(({ from, to }): Link => [from, to]);
  return {
    path,
    format: `SPDX ${textOf(ofType('CreationInfo')[0]?.['specVersion']) ?? '3'}`,
    licences: [...ends('hasDeclaredLicense'), ...ends('hasConcludedLicense')].flatMap(
      (one) => textOf(one?.['simplelicensing_licenseExpression']) ?? [],
    ),
    bases: ends('descendantOf').flatMap((one) => textOf(one?.['name']) ?? []),
    datasets: ofType('dataset_DatasetPackage').flatMap((one) => textOf(one['name']) ?? []),
    files: ofType('software_File').flatMap((one) => {
      const name = textOf(one['name']);
      const hash = listOf(one['verifiedUsing']).find((sum) => member(sum, 'algorithm') === 'sha256');
      return name === null ? [] : [{ path: name, sha256: hexOf(member(hash, 'hashValue')) }];
    }),
    cycle: cycleIn(links),
    problems: [],
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_NODES) : [];
}

/** A way round that comes back, or null: depth first, without recursion. */
export function cycleIn(links: readonly Link[]): readonly string[] | null {
  const next = new Map<string, string[]>();
  for (const [from, to] of links.slice(0, MOST_NODES)) {
    const ends = next.get(from);
    if (ends === undefined) next.set(from, [to]);
    else ends.push(to);
  }
  const done = new Set<string>();
  for (const start of next.keys()) {
    const way: string[] = [];
    const on = new Set<string>();
    const open: { node: string; at: number }[] = [{ node: start, at: 0 }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const { node } = top;
      if (top.at === 0) {
        if (done.has(node)) {
          open.pop();
          continue;
        }
        way.push(node);
        on.add(node);
      }
      const to = next.get(node)?.[top.at];
      top.at += 1;
      if (to === undefined) {
        done.add(node);
        on.delete(node);
        way.pop();
        open.pop();
      } else if (on.has(to)) {
        return [...way.slice(way.indexOf(to)), to].slice(0, 20).map((one) => words(one, 100));
      } else if (!done.has(to)) {
        open.push({ node: to, at: 0 });
      }
    }
  }
  return null;
}
