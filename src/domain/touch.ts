import { isJsonObject, member } from '../kernel/json.ts';
import type { Dossier } from './dossier.ts';

/** What news may be about: a package, the bytes of a file, a base that a model was made from. */
export type TouchKey = `package:${string}` | `file:${string}` | `base:${string}`;

export function packageKey(ecosystem: string, name: string): TouchKey {
  return `package:${ecosystem}/${name}`;
}

/** Everything by which news may touch a dossier, so that it is found without opening all of them. */
export function touchKeysOf({ artifact, evidence }: Pick<Dossier, 'artifact' | 'evidence'>): readonly TouchKey[] {
  const files = artifact.files.flatMap(({ digest }): readonly TouchKey[] =>
    digest.kind === 'unknown' ? [] : [`file:${digest.sha256}`],
  );
  const packages = evidence.filter(({ kind }) => kind === 'dependencies').flatMap(({ body }) => packagesIn(body));
  const bases = evidence.filter(({ kind }) => kind === 'hub-model').flatMap(({ body }) => basesIn(body));
  return [...new Set([...files, ...packages, ...bases])];
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
  return names.flatMap((name): readonly TouchKey[] => (typeof name === 'string' ? [`base:${name}`] : []));
}
