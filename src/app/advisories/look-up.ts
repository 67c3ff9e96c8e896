import { advisoriesIn } from '../../advisories/evidence.ts';
import type { AdvisoryListing } from '../../contract/advisories.ts';
import type { Advisory, PackageName } from '../../domain/advisory.ts';
import { isEcosystem, normalName } from '../../domain/dependency.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Parts } from '../parts.ts';

/** What the index knows of a package (`torch`, `npm:lodash`), or what it knew of a vetted model's; without either, what is indexed. */
export async function listAdvisories(parts: Parts, wanted: string | null): Promise<AdvisoryListing> {
  const ecosystems = await parts.advisories.state();
  if (wanted === null) return { ecosystems, advisories: [] };
  const kept = await keptOf(parts, wanted);
  if (kept !== null) return { ecosystems, advisories: advisoriesIn(kept.dossier.evidence)?.advisories ?? [] };
  if (ecosystems.length === 0) throw new WeighbridgeError('advisories-missing', wanted);
  const packages = packagesNamed(
    wanted,
    ecosystems.map(({ ecosystem }) => ecosystem),
  );
  return { ecosystems, advisories: await parts.advisories.lookUp(packages) };
}

/** The newest vetting that is meant: by the first digits of its dossier, or by the model's reference; null for a package. */
async function keptOf(parts: Parts, wanted: string): Promise<Vetting | null> {
  if (/^(?:sha256:)?[0-9a-f]{8,64}$/.test(wanted)) return parts.store.newest(wanted);
  if (!/[/:.]/.test(wanted)) return null;
  const found = (await parts.store.list()).find(({ reference }) => reference === wanted);
  return found === undefined ? null : parts.store.newest(found.dossier);
}

function packagesNamed(wanted: string, indexed: readonly PackageName['ecosystem'][]): readonly PackageName[] {
  const [prefix = '', ...rest] = wanted.split(':');
  const among = rest.length > 0 && isEcosystem(prefix) ? [prefix] : indexed;
  const name = rest.length > 0 && isEcosystem(prefix) ? rest.join(':') : wanted;
  return among.map((ecosystem) => ({ ecosystem, name: normalName(ecosystem, name) }));
}

/** Every advisory of this id, or known under it. Throws `advisories-missing`, `advisory-not-found`. */
export async function showAdvisory(parts: Parts, id: string): Promise<readonly Advisory[]> {
  if ((await parts.advisories.state()).length === 0) throw new WeighbridgeError('advisories-missing', id);
  const found = await parts.advisories.byId(id);
  if (found.length === 0) throw new WeighbridgeError('advisory-not-found', id);
  return found;
}
