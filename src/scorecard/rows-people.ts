import { type Json, member } from '../kernel/json.ts';
import { bodiesOf, countOf, findingsBy, type ScoreMaterial } from './material.ts';
import { inconclusive, type ScoreRow, scored } from './row.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Of the hub's own information on the model, where it came from one. */
function hubField(material: ScoreMaterial, key: string): Json | undefined {
  return bodiesOf(material, 'hub-model')
    .map((body) => member(body, key))
    .find((value) => value !== undefined);
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Checks of who stands behind the model, and of what others say of it. */
export const PEOPLE_ROWS: readonly ScoreRow[] = [
  {
    id: 'signed',
    title: 'Signed by somebody who is trusted',
    weight: 7.5,
    read: (material) => ({
      whole: countOf(material, 'identity/signed'),
      incomplete: countOf(material, 'identity/signature-incomplete'),
      broken: countOf(
        material,
        'identity/signature-contradicted',
        'identity/signature-invalid',
        'identity/commit-signature-broken',
      ),
      strangers: countOf(material, 'identity/signed-by-stranger'),
      commits: countOf(material, 'identity/commit-signed'),
      asked: material.dossier.checks.some(
        ({ analyzer, outcome }) => analyzer === 'identity' && outcome.kind === 'completed',
      ),
    }),
    score: ({ whole, incomplete, broken, strangers, commits, asked }) => {
      if (Number(broken) > 0) return scored(0, 'a signature does not hold');
      if (asked !== true) return inconclusive('nobody looked for signatures');
      if (Number(whole) > 0) return scored(10, 'every file is signed');
      if (Number(commits) > 0) return scored(5, 'the commit is signed, the files are not');
      if (Number(incomplete) > 0) return scored(3, 'the signature does not cover the model as it is');
      return Number(strangers) > 0 ? scored(1, 'signed by a stranger') : scored(0, 'nobody signed it');
    },
  },
  {
    id: 'publisher-identity',
    title: 'Publisher known for who they are',
    weight: 5,
    read: (material) => ({
      source: material.dossier.artifact.origin.source,
      lookAlike: countOf(material, 'identity/look-alike'),
      nameOfAnother: countOf(material, 'identity/name-of-another', 'identity/answers-for-another-name'),
      verified: countOf(material, 'identity/publisher-verified') > 0,
      signed: countOf(material, 'identity/signed') > 0,
    }),
    score: ({ source, lookAlike, nameOfAnother, verified, signed }) => {
      if (Number(lookAlike) > 0) return scored(0, 'its name could be taken for another');
      if (Number(nameOfAnother) > 0) return scored(3, 'it bears the name of another’s model');
      if (signed === true) return scored(10, 'signed by somebody who is trusted');
      if (verified === true) return scored(8, 'verified, by the hub’s word');
      return source === 'hf' ? scored(5, 'known by name alone') : inconclusive('a folder does not say who made it');
    },
  },
  {
    id: 'maintained',
    title: 'Looked after',
    weight: 5,
    read: (material) => {
      const changed = textOf(hubField(material, 'lastModified'));
      const at = changed === null ? Number.NaN : Date.parse(changed);
      const age = Math.floor((Date.parse(material.at) - at) / DAY);
      return { changed, daysSince: Number.isNaN(age) ? null : age, archived: hubField(material, 'disabled') === true };
    },
    score: ({ daysSince, archived }) => {
      if (archived === true) return scored(0, 'the hub disabled it');
      if (typeof daysSince !== 'number') return inconclusive('when it last changed is not known');
      if (daysSince <= 180) return scored(10, `changed ${daysSince} days ago`);
      return scored(daysSince <= 365 ? 6 : 3, `changed ${daysSince} days ago`);
    },
  },
  {
    id: 'hub-scan',
    title: 'Found safe by the hub’s scanners',
    weight: 5,
    read: (material) => {
      const state = hubField(material, 'securityRepoStatus');
      const issues: unknown = member(state, 'filesWithIssues');
      const levels = Array.isArray(issues) ? issues.map((issue: unknown) => member(issue, 'level')) : [];
      return {
        stated: state !== undefined && state !== null,
        done: member(state, 'scansDone') === true,
        unsafe: levels.filter((level) => level === 'unsafe').length,
        suspicious: levels.filter((level) => level !== 'unsafe' && level !== 'safe').length,
      };
    },
    score: ({ stated, done, unsafe, suspicious }) => {
      if (stated !== true) return inconclusive('the hub says nothing of it');
      if (Number(unsafe) > 0) return scored(0, `${unsafe} files are unsafe, by the hub’s word`);
      if (Number(suspicious) > 0) return scored(3, `${suspicious} files are suspicious, by the hub’s word`);
      return done === true
        ? scored(10, 'all files are safe, by the hub’s word')
        : inconclusive('the hub’s scans are not done');
    },
  },
  {
    id: 'gate-terms',
    title: 'Terms of the gate kept',
    weight: 2.5,
    read: (material) => {
      const gated = hubField(material, 'gated');
      return {
        gated: gated === undefined ? null : gated !== false,
        terms: textOf(member(hubField(material, 'cardData'), 'extra_gated_prompt')) !== null,
        acceptances: findingsBy(material, 'external-evidence/counts').filter(
          ({ operation }) => operation?.startsWith('acceptance') === true,
        ).length,
      };
    },
    score: ({ gated, terms, acceptances }) => {
      if (gated === null) return inconclusive('whether it is gated is not known');
      if (gated === false) return inconclusive('it is not gated');
      if (Number(acceptances) > 0) return scored(10, 'who accepted the terms is on record');
      return terms === true
        ? scored(5, 'the terms are kept; who accepted them is not')
        : scored(0, 'neither the terms nor who accepted them are kept');
    },
  },
  {
    id: 'base-not-superseded',
    title: 'Not superseded',
    weight: 2.5,
    read: (material) => ({
      newVersion: textOf(member(hubField(material, 'cardData'), 'new_version')),
      card: hubField(material, 'cardData') !== undefined,
      advisories: findingsBy(material, 'model-advisories/').filter(({ says }) => says !== 'note').length,
    }),
    score: ({ newVersion, card, advisories }) => {
      if (Number(advisories) > 0) return scored(0, 'an advisory names it');
      if (typeof newVersion === 'string') return scored(3, 'its publisher names a newer one');
      return card === true
        ? scored(10, 'its publisher names no newer one')
        : inconclusive('what its publisher says is not known');
    },
  },
];
