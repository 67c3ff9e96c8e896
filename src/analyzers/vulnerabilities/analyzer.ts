import {
  type AdvisoryEvidence,
  advisoriesIn,
  dependenciesIn,
  type SignedStatement,
  statementsIn,
} from '../../advisories/evidence.ts';
import { severityOf } from '../../advisories/severity.ts';
import { statementOn } from '../../advisories/vex/apply.ts';
import type { Advisory } from '../../domain/advisory.ts';
import {
  type DependencyList,
  isAskedFor,
  type ListedPackage,
  type Place,
  spellRequirement,
} from '../../domain/dependency.ts';
import type { Evidence } from '../../domain/evidence.ts';
import {
  type Finding,
  type FindingDetails,
  findingOf,
  type Location,
  locationIn,
  type Rule,
} from '../../domain/finding.ts';
import type { Digest } from '../../kernel/digest.ts';
import { middleCut } from '../../kernel/printable.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { freeFrom, type Hit, hitsOf } from './match.ts';
import {
  CRITICAL,
  EXCUSED,
  FROM_ADDRESS,
  HIGH,
  LOADER,
  LOADERS_UNKNOWN,
  LOW,
  MALICIOUS_PACKAGE,
  MEDIUM,
  NOT_COMPARABLE,
  NOT_INDEXED,
  POSSIBLE,
  UNRATED,
  UNREAD_MANIFEST,
  VULNERABILITY_RULES,
} from './rules.ts';

/** Holds the packages that a model asks for and implies against the advisories that a collector found in the index. */
export const vulnerabilities: ModelAnalyzer = {
  id: 'vulnerabilities',
  version: 1,
  question: 'Does it bring packages with known vulnerabilities?',
  rules: VULNERABILITY_RULES,
  scope: 'model',
  fromEvidence: true,
  needs: (evidence) => (dependenciesIn(evidence)?.packages.some(isAskedFor) === true ? ['advisories'] : []),
  appliesTo: (_, evidence) => dependenciesIn(evidence) !== null || { because: 'it names no package' },
  analyze,
};

function* analyze({ evidence }: Material): Iterable<Finding> {
  const list = dependenciesIn(evidence);
  if (list === null) return;
  yield* problemsOf(list);
  yield* addressesOf(list);
  const known = advisoriesIn(evidence);
  if (known === null) {
    if (list.packages.length > 0) yield findingOf(LOADERS_UNKNOWN, {});
    return;
  }
  const digests = digestsOf(evidence);
  const statements = statementsIn(evidence);
  yield* notIndexed(list, known);
  const byPackage = advisoriesByPackage(known.advisories);
  for (const asked of list.packages) {
    const found = byPackage.get(keyOf(asked)) ?? [];
    if (found.length > 0) yield* judgePackage(asked, found, { list, digests, statements });
  }
}

function digestsOf(evidence: readonly Evidence[]): readonly Digest[] {
  return evidence
    .filter(({ kind }) => ['dependencies', 'advisories', 'vex'].includes(kind))
    .map(({ digest }) => digest);
}

function keyOf({ ecosystem, name }: { readonly ecosystem: string; readonly name: string }): string {
  return `${ecosystem} ${name}`;
}

function advisoriesByPackage(advisories: readonly Advisory[]): ReadonlyMap<string, readonly Advisory[]> {
  const found = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    for (const key of new Set(advisory.affected.map(keyOf))) {
      const before = found.get(key);
      if (before === undefined) found.set(key, [advisory]);
      else before.push(advisory);
    }
  }
  return found;
}

function* problemsOf({ problems }: DependencyList): Iterable<Finding> {
  for (const { message, ...place } of problems) {
    yield findingOf(UNREAD_MANIFEST, {
      message: `${place.path === '' ? 'The model' : place.path}: ${middleCut(message, 200)}.`,
      ...(place.path === '' ? {} : { location: locationOf(place) }),
      operation: middleCut(message, 200),
    });
  }
}

function* addressesOf({ packages }: DependencyList): Iterable<Finding> {
  for (const asked of packages) {
    if (asked.requirement.kind !== 'elsewhere' || asked.origin === 'lock') continue;
    const operation = spelt(asked);
    yield findingOf(FROM_ADDRESS, { message: `It asks for ${operation}.`, operation, ...placeOf(asked) });
  }
}

function* notIndexed({ packages }: DependencyList, { ecosystems }: AdvisoryEvidence): Iterable<Finding> {
  const missing = packages.filter((one) => isAskedFor(one) && !ecosystems.includes(one.ecosystem));
  for (const ecosystem of new Set(missing.map((one) => one.ecosystem))) {
    const count = missing.filter((one) => one.ecosystem === ecosystem).length;
    yield findingOf(NOT_INDEXED, {
      message: `It asks for ${count} packages of ${ecosystem}, which is not indexed here, or not lately.`,
      operation: ecosystem,
    });
  }
}

interface Circumstances {
  readonly list: DependencyList;
  readonly digests: readonly Digest[];
  readonly statements: readonly SignedStatement[];
}

function* judgePackage(
  asked: ListedPackage,
  advisories: readonly Advisory[],
  { list, digests, statements }: Circumstances,
): Iterable<Finding> {
  const { hits, unsure } = hitsOf(asked, advisories);
  const place = { ...placeOf(asked), evidence: digests };
  const open: Hit[] = [];
  for (const hit of hits) {
    // An attack has no circumstances that would excuse it.
    const said = hit.malicious ? null : statementOn(statements, hit.ids, asked);
    if (said?.status === 'not_affected' || said?.status === 'fixed') yield excused(asked, hit, said, place);
    else open.push(hit);
  }
  for (const hit of open.filter(({ how }) => how !== 'possible')) yield knownIn(asked, hit, place);
  const possible = open.filter(({ how }) => how === 'possible');
  if (possible.length > 0 && !isLocked(asked, list)) yield letIn(asked, possible, place);
  const [first] = unsure;
  if (first === undefined) return;
  const operation = `${spelt(asked)}: ${unsure.map(({ id }) => id).join(', ')}`;
  const message = `Whether ${unsure.length} advisories apply to ${spelt(asked)} cannot be told: ${middleCut(first.why, 200)}.`;
  yield findingOf(NOT_COMPARABLE, { message, operation: middleCut(operation, 500), ...place });
}

/** A lock in the same model says which version a range comes to; that one is judged by itself. */
function isLocked({ ecosystem, name, requirement }: ListedPackage, { packages }: DependencyList): boolean {
  return (
    requirement.kind !== 'pinned' &&
    packages.some(
      (one) =>
        one.origin === 'lock' && one.ecosystem === ecosystem && one.name === name && one.requirement.kind === 'pinned',
    )
  );
}

function knownIn(asked: ListedPackage, hit: Hit, place: FindingDetails): Finding {
  const [first = '', ...others] = hit.ids;
  const known = others.length === 0 ? first : `${first} (${others.slice(0, 4).join(', ')})`;
  const score = hit.score === null ? 'not scored' : `${hit.score.value.toFixed(1)} of 10`;
  const fix = hit.fixed === null ? 'No fixed version is known' : `Fixed in ${hit.fixed}`;
  const lets = hit.how === 'likely' ? ' lets no fixed version in, and' : '';
  const summary = hit.summary === '' ? '' : ` ${middleCut(hit.summary, 160).replace(/\.?$/, '.')}`;
  return findingOf(ruleOf(hit), {
    message: `${spelt(asked)}${lets} has ${known}, ${score}.${summary} ${fix}.`,
    operation: `${spelt(asked)}: ${first}`,
    confidence: hit.how,
    vulnerability: {
      ids: hit.ids,
      ecosystem: asked.ecosystem,
      package: asked.name,
      version: versionOf(asked),
      score: hit.score?.value ?? null,
      vector: hit.score?.by ?? null,
      fixed: hit.fixed,
    },
    ...place,
  });
}

function excused(asked: ListedPackage, hit: Hit, said: SignedStatement, place: FindingDetails): Finding {
  const [first = ''] = hit.ids;
  const why = said.why === '' ? '' : ` (${middleCut(said.why, 200)})`;
  const word = said.status === 'fixed' ? 'fixed' : 'not affected';
  return findingOf(EXCUSED, {
    message: `${spelt(asked)} is ${word} by ${first}, says ${middleCut(said.author, 80)}${why}, signed by ${said.keyId.slice(0, 16)}.`,
    operation: `${spelt(asked)}: ${first}`,
    confidence: hit.how,
    ...place,
  });
}

function ruleOf({ malicious, score }: Hit): Rule {
  if (malicious) return MALICIOUS_PACKAGE;
  if (score === null) return UNRATED;
  const severity = severityOf(score);
  if (severity === 'critical') return CRITICAL;
  if (severity === 'high') return HIGH;
  return severity === 'medium' ? MEDIUM : LOW;
}

function letIn(asked: ListedPackage, hits: readonly Hit[], place: FindingDetails): Finding {
  const [worst] = hits;
  const free = freeFrom(hits, asked);
  const implied = asked.origin === 'loader' || asked.origin === 'import';
  const [first = ''] = worst?.ids ?? [];
  const score = worst?.score == null ? '' : `, ${worst.score.value.toFixed(1)} of 10`;
  const counted = hits.length === 1 ? first : `${hits.length} vulnerabilities, the worst ${first}${score}`;
  const cure = free === null ? 'Not all of them are fixed' : `Versions from ${free} on are free of what is known`;
  const what = implied ? `Versions of ${asked.name} that may load it have` : `${spelt(asked)} lets in versions with`;
  return findingOf(implied ? LOADER : POSSIBLE, {
    message: `${what} ${counted}. ${cure}.`,
    operation: `${asked.origin} ${spelt(asked)}: ${first}`,
    confidence: 'possible',
    vulnerability: {
      ids: hits.flatMap(({ ids }) => ids.slice(0, 1)).slice(0, 100),
      ecosystem: asked.ecosystem,
      package: asked.name,
      version: versionOf(asked),
      score: worst?.score?.value ?? null,
      vector: worst?.score?.by ?? null,
      fixed: free,
    },
    ...place,
  });
}

function spelt({ name, requirement }: ListedPackage): string {
  return spellRequirement(name, requirement);
}

function versionOf({ requirement }: ListedPackage): string {
  if (requirement.kind === 'pinned') return requirement.version;
  return requirement.kind === 'range' ? requirement.specifier : '';
}

function placeOf({ places }: ListedPackage): { readonly location?: Location } {
  const [first] = places;
  return first === undefined ? {} : { location: locationOf(first) };
}

function locationOf(place: Place): Location {
  return locationIn(place, place.member, place.line === null ? {} : { line: place.line });
}
