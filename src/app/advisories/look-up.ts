import type { AdvisoryListing } from '../../contract/weighbridge.ts';
import type { Advisory, PackageName } from '../../domain/advisory.ts';
import { isEcosystem, normalName } from '../../domain/dependency.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Parts } from '../parts.ts';

/** What the index knows of a package (`torch`, `npm:lodash`); without one, what is indexed. */
export async function listAdvisories(parts: Parts, wanted: string | null): Promise<AdvisoryListing> {
  const ecosystems = await parts.advisories.state();
  if (wanted === null) return { ecosystems, advisories: [] };
  if (ecosystems.length === 0) throw new WeighbridgeError('advisories-missing', wanted);
  const packages = packagesNamed(
    wanted,
    ecosystems.map(({ ecosystem }) => ecosystem),
  );
  return { ecosystems, advisories: await parts.advisories.lookUp(packages) };
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
