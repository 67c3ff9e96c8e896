import { isJsonObject, member } from '../kernel/json.ts';
import type { Dossier } from './dossier.ts';
import { papersIn } from './papers.ts';

/** What news may be about: a package, the bytes of a file or a whole model, a base that it was made from, its own name. */
export type TouchKey = `package:${string}` | `file:${string}` | `base:${string}` | `name:${string}`;

export function packageKey(ecosystem: string, name: string): TouchKey {
  return `package:${ecosystem}/${name}`;
}

export function baseKey(name: string): TouchKey {
  return `base:${name.toLowerCase()}`;
}

export function nameKey(name: string): TouchKey {
  return `name:${name.toLowerCase()}`;
}

/** Everything by which news may touch a dossier, so that it is found without opening all of them. */
export function touchKeysOf({ artifact, evidence }: Pick<Dossier, 'artifact' | 'evidence'>): readonly TouchKey[] {
  const files = artifact.files.flatMap(({ digest }): readonly TouchKey[] =>
    digest.kind === 'unknown' ? [] : [`file:${digest.sha256}`],
  );
  const packages = evidence.filter(({ kind }) => kind === 'dependencies').flatMap(({ body }) => packagesIn(body));
  const lineage = evidence.filter(({ kind }) => kind === 'lineage').flatMap(({ body }) => relativesIn(body));
  const bases = evidence.filter(({ kind }) => kind === 'hub-model').flatMap(({ body }) => basesIn(body));
  const claimed = (papersIn(evidence)?.bases ?? []).map(({ name }) => baseKey(name));
  const whole: readonly TouchKey[] = artifact.manifest === null ? [] : [`file:${artifact.manifest}`];
  return [
    ...new Set([...files, ...whole, nameKey(artifact.origin.name), ...packages, ...bases, ...claimed, ...lineage]),
  ];
}

function packagesIn(body: unknown): readonly TouchKey[] {
  const packages = member(body, 'packages');
  if (!Array.isArray(packages)) return [];
  return packages.flatMap((one) => {
    const [ecosystem, name] = [member(one, 'ecosystem'), member(one, 'name')];
    return typeof ecosystem === 'string' && typeof name === 'string' ? [packageKey(ecosystem, name)] : [];
  });
}

function basesIn(body: unknown): readonly TouchKey[] {
  const card = member(body, 'cardData');
  const base = isJsonObject(card) ? member(card, 'base_model') : undefined;
  const names = Array.isArray(base) ? base : [base];
  return names.flatMap((name): readonly TouchKey[] => (typeof name === 'string' ? [baseKey(name)] : []));
}

/** Every base that the weights were compared with and that they have something of. */
function relativesIn(body: unknown): readonly TouchKey[] {
  const bases = member(body, 'bases');
  if (!Array.isArray(bases)) return [];
  return bases.filter(hasSomethingOf).flatMap((base) => {
    const aliases = member(base, 'aliases');
    const names = [member(base, 'name'), ...(Array.isArray(aliases) ? aliases : [])];
    return names.flatMap((name): readonly TouchKey[] => (typeof name === 'string' ? [baseKey(name)] : []));
  });
}

/** A registered base of which nothing was found is compared with all the same. */
function hasSomethingOf(base: unknown): boolean {
  const kinship = member(base, 'kinship');
  return kinship === undefined || ['identical', 'format-change', 'shares-tensors'].some((one) => one === kinship);
}
