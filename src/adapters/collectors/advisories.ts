import type { Advisory, IndexedEcosystem } from '../../domain/advisory.ts';
import { isAskedFor, type ListedPackage } from '../../domain/dependency.ts';
import { evidenceOf } from '../../domain/evidence.ts';
import type { Json } from '../../kernel/json.ts';
import type { AdvisoryIndex } from '../../ports/advisory-index.ts';
import type { Collector } from '../../ports/collector.ts';

/**
 * Takes the advisories that touch a model's packages out of the index. One that is not there, or older than `days`, brings
 * nothing. The evidence is as old as the index: `collectedAt` says when that was brought up to date.
 */
export function createAdvisoryCollector(index: AdvisoryIndex, days: number): Collector {
  return {
    id: 'advisories',
    brings: ['advisories'],
    needsBytes: false,
    collect: async ({ evidence, now, onNotice }) => {
      if (!evidence.some(({ kind }) => kind === 'dependencies')) return [];
      const { dependenciesIn } = await import('../../advisories/evidence.ts');
      const list = dependenciesIn(evidence);
      if (list === null) return [];
      // Only who asks for packages has a question that stays open.
      const tell = list.packages.some(isAskedFor) ? onNotice : () => {};
      const fresh = await freshEcosystems(index, days, now, tell);
      if (fresh.length === 0) return [];
      const ecosystems = fresh.map(({ ecosystem }) => ecosystem).sort();
      const packages = list.packages.filter(({ ecosystem }) => ecosystems.includes(ecosystem));
      const { matchAdvisory } = await import('../../advisories/match.ts');
      const found = await index.lookUp(packages);
      const advisories = found
        .filter((advisory) => touches(advisory, packages, matchAdvisory))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        // What is told at length is looked up when a person asks.
        .map((advisory) => ({ ...advisory, details: '' }));
      const seenAt = fresh.map(({ updatedAt }) => updatedAt).sort()[0] ?? now;
      return [evidenceOf('advisories', 'advisories', seenAt, { ecosystems, advisories } as unknown as Json)];
    },
  };
}

async function freshEcosystems(
  index: AdvisoryIndex,
  days: number,
  now: string,
  onNotice: (text: string) => void,
): Promise<readonly IndexedEcosystem[]> {
  const state = await index.state();
  if (state.length === 0) onNotice('no advisories on this machine: weighbridge advisories update');
  return state.filter(({ ecosystem, updatedAt }) => {
    const age = (Date.parse(now) - Date.parse(updatedAt)) / 86_400_000;
    // From the future: a clock is wrong, and an age that nobody knows is no age.
    if (age <= days && age > -1) return true;
    onNotice(`advisories of ${ecosystem} are ${Math.floor(age)} days old: weighbridge advisories update`);
    return false;
  });
}

/** Anything but a sure no: what cannot be compared is evidence too. */
function touches(
  advisory: Advisory,
  packages: readonly ListedPackage[],
  matchAdvisory: typeof import('../../advisories/match.ts').matchAdvisory,
): boolean {
  const names = new Set(advisory.affected.map(({ ecosystem, name }) => `${ecosystem} ${name}`));
  return packages.some(
    (one) =>
      names.has(`${one.ecosystem} ${one.name}`) &&
      matchAdvisory({ ...one, path: '', member: [], line: null }, advisory).kind !== 'unaffected',
  );
}
