import type { Coverage, FileDigest, Origin } from '../domain/artifact.ts';
import type { IntendedUse } from '../domain/use.ts';
import type { Vetting } from '../domain/vetting.ts';
import { type Digest, hexOf } from '../kernel/digest.ts';
import { formatBytes, formatCount, formatPercent } from './words.ts';

/** A label and what to say under it. */
export type Fact = readonly [label: string, value: string];

const SOURCES: Readonly<Record<string, string>> = {
  directory: 'From a folder',
  hf: 'From the hub',
  https: 'From the web',
};

/** `From the hub at revision 4f1c…, asked for as main`. Unescaped. */
export function originSentence({ source, revision, requested }: Origin): string {
  const from = SOURCES[source] ?? `From ${source}`;
  const at = revision === null ? ', which has no revisions' : ` at revision ${revision}`;
  const asked = requested === null || requested === revision ? '' : `, asked for as ${requested}`;
  return `${from}${at}${asked}`;
}

/** The use in a few rows. Unescaped. */
export function useFacts(use: IntendedUse): readonly Fact[] {
  return [
    ['Purpose', use.purpose === '' ? 'not said' : use.purpose],
    ['Setting', settingOf(use)],
    ['Users a month', use.monthlyUsers === 0 ? 'not said' : formatCount(use.monthlyUsers)],
    ['Regions', use.regions.length === 0 ? 'not said' : use.regions.join(', ')],
    ['Regulated domain', use.regulatedDomain ?? 'none'],
    ['Personal data', yesOrNo(use.personalData)],
    ['Trains other models', yesOrNo(use.trainsOtherModels)],
    ...saidOf(use),
  ];
}

/** What few licences ask for is shown where it was said. Dossiers of before have none of it. */
function saidOf({
  annualRevenueUsd,
  usersAtRelease,
  sellsOutputs,
  seat,
  modality,
}: Partial<IntendedUse>): readonly Fact[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Annual revenue', annualRevenueUsd == null ? null : `USD ${formatCount(annualRevenueUsd)}`],
    ['Users at the licence’s release', usersAtRelease == null ? null : formatCount(usersAtRelease)],
    ['Sells outputs', sellsOutputs === true ? 'yes' : null],
    ['Seat', seat ?? null],
    ['Modality', modality ?? null],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function settingOf({ commercial, exposure }: IntendedUse): string {
  return `${commercial ? 'commercial' : 'not commercial'}, ${exposure}`;
}

function yesOrNo(answer: boolean): string {
  return answer ? 'yes' : 'no';
}

/** `11.7 MB of 16.08 GB (0.07 %), in 31 requests`. */
export function readingSentence({ reading }: Vetting): string {
  const { bytesRead, bytesTotal, requests } = reading;
  const share = `${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)} (${formatPercent(bytesRead, bytesTotal)})`;
  return requests === 0 ? share : `${share}, in ${formatCount(requests)} requests`;
}

/** How much of a file a reader looked at, in a word. */
export const COVERAGE_WORDS: Readonly<Record<Coverage, string>> = {
  whole: 'whole',
  structure: 'structure',
  none: 'nothing',
};

/** Whose word a digest is: `proven`, `claimed by …`, `unknown: …`. Unescaped. */
export function digestStanding(digest: FileDigest): string {
  if (digest.kind === 'proven') return 'proven';
  return digest.kind === 'claimed' ? `claimed by ${digest.by}` : `unknown: ${digest.reason}`;
}

/** The first digits, enough to find a dossier by. */
export function shortDigest(digest: Digest): string {
  return hexOf(digest).slice(0, 12);
}

const REFERENCE_PAGES: readonly { readonly match: RegExp; readonly url: (id: string) => string }[] = [
  { match: /^CWE-(\d{1,5})$/, url: (id) => `https://cwe.mitre.org/data/definitions/${id.slice(4)}.html` },
  { match: /^AML\.T\d{4}(\.\d{3})?$/, url: (id) => `https://atlas.mitre.org/techniques/${id}` },
  { match: /^CVE-\d{4}-\d{4,9}$/, url: (id) => `https://www.cve.org/CVERecord?id=${id}` },
  { match: /^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/, url: (id) => `https://github.com/advisories/${id}` },
];

/** The page of a reference; null for one of no known form, which is shown as text only. */
export function referencePage(reference: string): string | null {
  const row = REFERENCE_PAGES.find(({ match }) => match.test(reference));
  return row === undefined ? null : row.url(reference);
}
