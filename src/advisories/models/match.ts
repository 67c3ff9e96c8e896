import type { Artifact } from '../../domain/artifact.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { ModelAdvisory } from '../../domain/model-advisory.ts';
import { member } from '../../kernel/json.ts';

/** By what an advisory names a model. */
export type ModelMatch =
  | { readonly by: 'file'; readonly path: string }
  | { readonly by: 'manifest' }
  | { readonly by: 'repository'; readonly name: string }
  /** It was made from a model that the advisory names: by its weights, or by its own word. */
  | { readonly by: 'base'; readonly name: string; readonly proven: boolean };

/** Every way in which an advisory is about this model; none for one that was taken back. */
export function matchModel(
  advisory: ModelAdvisory,
  artifact: Artifact,
  evidence: readonly Evidence[],
): readonly ModelMatch[] {
  if (advisory.withdrawn !== null) return [];
  const { files, manifests, repositories, bases } = advisory.affected;
  const bad = new Set<string>(files);
  const byFile = artifact.files.flatMap(({ path, digest }): readonly ModelMatch[] =>
    digest.kind !== 'unknown' && bad.has(digest.sha256) ? [{ by: 'file', path }] : [],
  );
  const byManifest: readonly ModelMatch[] =
    artifact.manifest !== null && manifests.includes(artifact.manifest) ? [{ by: 'manifest' }] : [];
  const { name, revision } = artifact.origin;
  const byName = repositories.flatMap((one): readonly ModelMatch[] => {
    const same = one.name.toLowerCase() === name.toLowerCase();
    const meant = one.revisions.length === 0 || (revision !== null && one.revisions.includes(revision));
    return same && meant ? [{ by: 'repository', name: one.name }] : [];
  });
  return [...byFile, ...byManifest, ...byName, ...byBase(bases, evidence)];
}

function byBase(bases: readonly string[], evidence: readonly Evidence[]): readonly ModelMatch[] {
  if (bases.length === 0) return [];
  const wanted = new Set(bases.map((name) => name.toLowerCase()));
  const matches = basesOf(evidence).filter(({ name }) => wanted.has(name.toLowerCase()));
  return matches.map(({ name, proven }) => ({ by: 'base', name, proven }));
}

interface Base {
  readonly name: string;
  /** By exact tensors, which no name can deny. */
  readonly proven: boolean;
}

const KIN = ['identical', 'format-change', 'shares-tensors'];

/** Models that this one was made from: as its weights say (evidence of lineage), and as its card says at the hub. */
export function basesOf(evidence: readonly Evidence[]): readonly Base[] {
  return evidence.flatMap(({ kind, body }): readonly Base[] => {
    if (kind === 'lineage') return listOf(member(body, 'bases')).flatMap(provenBase);
    if (kind !== 'hub-model') return [];
    const said = member(member(body, 'cardData'), 'base_model');
    return listOf(Array.isArray(said) ? said : [said]).flatMap((name) =>
      typeof name === 'string' ? [{ name, proven: false }] : [],
    );
  });
}

function provenBase(base: unknown): readonly Base[] {
  const kinship = member(base, 'kinship');
  if (typeof kinship !== 'string' || !KIN.includes(kinship)) return [];
  const names = [member(base, 'name'), ...listOf(member(base, 'aliases'))];
  return names.flatMap((name) => (typeof name === 'string' ? [{ name, proven: true }] : []));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
