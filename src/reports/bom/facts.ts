import type { DependencyList, ListedPackage } from '../../domain/dependency.ts';
import { findingsIn } from '../../domain/dossier.ts';
import { type Finding, identityOf, type Vulnerability } from '../../domain/finding.ts';
import { licenceReadingIn } from '../../domain/licence.ts';
import { type BaseClaim, type DatasetClaim, datasetsIn, type ModelPapers, papersIn } from '../../domain/papers.ts';
import type { WaiverUse } from '../../domain/verdict.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { member } from '../../kernel/json.ts';
import { compareText } from '../../kernel/order.ts';

/** What every bill of materials tells of a vetting, whatever its format. Ordered, so that the same dossier gives the same bytes. */
export interface BomFacts {
  readonly papers: ModelPapers | null;
  readonly declared: readonly string[];
  /** Ours, by name or SPDX id. */
  readonly concluded: readonly string[];
  readonly bases: readonly BaseClaim[];
  readonly datasets: readonly DatasetClaim[];
  readonly packages: readonly ListedPackage[];
  readonly vulnerabilities: readonly KnownVulnerability[];
  /**
   * When the model was last changed at its source, or null. A bill carries no time of its own: vetting again gives the
   * same dossier, and the same bill to the byte.
   */
  readonly modified: string | null;
}

export interface KnownVulnerability extends Vulnerability {
  readonly finding: Finding;
  readonly waiver: WaiverUse | null;
}

export function bomFacts(vetting: Vetting): BomFacts {
  const { evidence } = vetting.dossier;
  const papers = papersIn(evidence);
  return {
    papers,
    declared: unique([...(papers?.licences ?? []).map(({ id }) => id), ...states(vetting)]),
    concluded: unique(licenceReadingIn(evidence)?.concluded ?? []),
    bases: papers?.bases ?? [],
    datasets: oncePerName(datasetsIn(evidence).filter(({ use }) => use === 'training')),
    packages: packagesIn(vetting),
    vulnerabilities: vulnerabilitiesIn(vetting),
    modified: modifiedAt(vetting),
  };
}

/** Licences that the hub or a file names besides the card. */
function states({ dossier }: Vetting): readonly string[] {
  const hub = dossier.evidence.find(({ kind }) => kind === 'hub-model')?.body;
  const stated = member(member(hub, 'cardData'), 'license');
  return (Array.isArray(stated) ? stated : [stated]).filter((one): one is string => typeof one === 'string');
}

function packagesIn({ dossier }: Vetting): readonly ListedPackage[] {
  const body: unknown = dossier.evidence.find(({ kind }) => kind === 'dependencies')?.body;
  if (!Array.isArray(member(body, 'packages'))) return [];
  const { packages } = body as DependencyList;
  const keyed = new Map(packages.map((one) => [`${one.ecosystem}\0${one.name}\0${versionOf(one) ?? ''}`, one]));
  return [...keyed].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

export function versionOf({ requirement }: ListedPackage): string | null {
  return requirement.kind === 'pinned' ? requirement.version : null;
}

/** Each id once a package; an applied waiver shows who answers for it. */
function vulnerabilitiesIn({ dossier, verdict }: Vetting): readonly KnownVulnerability[] {
  const waivers = new Map(verdict.waivers.filter(({ state }) => state === 'applied').map((one) => [one.target, one]));
  const found = new Map<string, KnownVulnerability>();
  for (const finding of findingsIn(dossier)) {
    const { vulnerability } = finding;
    if (vulnerability === undefined) continue;
    const key = [vulnerability.ids[0], vulnerability.ecosystem, vulnerability.package, vulnerability.version].join(
      '\0',
    );
    found.set(key, { ...vulnerability, finding, waiver: waivers.get(identityOf(finding)) ?? null });
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

function modifiedAt({ dossier }: Vetting): string | null {
  const body = dossier.evidence.find(({ kind }) => kind === 'hub-model')?.body;
  const stated = member(body, 'lastModified');
  if (typeof stated !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(stated)) return null;
  const time = Date.parse(stated);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A dataset that several papers name: the one that says most of it, with what the others add. */
function oncePerName(datasets: readonly DatasetClaim[]): readonly DatasetClaim[] {
  const found = new Map<string, DatasetClaim>();
  for (const dataset of datasets) {
    const key = dataset.name.toLowerCase();
    const before = found.get(key);
    found.set(key, before === undefined ? dataset : filled(before, dataset));
  }
  return [...found.values()];
}

function filled(first: DatasetClaim, more: DatasetClaim): DatasetClaim {
  return {
    ...first,
    licence: first.licence ?? more.licence,
    url: first.url ?? more.url,
    generatedBy: first.generatedBy ?? more.generatedBy,
    personalData: first.personalData ?? more.personalData,
    consent: first.consent ?? more.consent,
    optOut: first.optOut ?? more.optOut,
    collection: first.collection ?? more.collection,
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
