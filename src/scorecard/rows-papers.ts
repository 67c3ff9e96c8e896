import { countOf, findingsBy, standingOf } from './material.ts';
import { byStanding, inconclusive, type ScoreRow, scored } from './row.ts';

/** How a check of another room maps onto points. */
const FINDINGS = { clean: 10, note: 9, unknown: 2, review: 4, suspicious: 2, malicious: 0 } as const;

/** Checks of what the model declares: licence, lineage, data, card. */
export const PAPER_ROWS: readonly ScoreRow[] = [
  {
    id: 'licence-resolved',
    title: 'Licence named, read and without contradiction',
    weight: 10,
    read: (material) => ({
      licence: standingOf(material, 'licence', 'licence-claim'),
      named: countOf(material, 'licence-claim/none') === 0,
    }),
    score: ({ licence, named }) =>
      named === false ? scored(0, 'no licence is named') : byStanding(licence, FINDINGS, 'the licence'),
  },
  {
    id: 'lineage-consistent',
    title: 'Weights agree with the base that is named',
    weight: 7.5,
    read: (material) => ({
      lineage: standingOf(material, 'lineage'),
      confirmed: countOf(material, 'lineage/confirmed', 'lineage/is-registered'),
      contradicted: countOf(material, 'lineage/hidden-base', 'lineage/claim-contradicted'),
    }),
    score: ({ lineage, confirmed, contradicted }) => {
      if (Number(contradicted) > 0) return scored(0, 'the weights contradict what is named');
      if (Number(confirmed) > 0) return scored(10, 'the weights are tied to the base that is named');
      return inconclusive(
        lineage === 'absent' ? 'no base is registered to compare with' : 'no registered base decides it',
      );
    },
  },
  {
    id: 'data-declared',
    title: 'Training data declared',
    weight: 7.5,
    read: (material) => ({ data: standingOf(material, 'training-data', 'datasets', 'data') }),
    score: ({ data }) => byStanding(data, FINDINGS, 'training data'),
  },
  {
    id: 'requirements-without-advisories',
    title: 'No open advisory on what it needs',
    weight: 7.5,
    read: (material) => ({
      vulnerabilities: standingOf(material, 'vulnerabilities'),
      critical: countOf(material, 'vulnerabilities/critical', 'vulnerabilities/malicious-package'),
      high: countOf(material, 'vulnerabilities/high'),
      others: countOf(material, 'vulnerabilities/medium', 'vulnerabilities/low', 'vulnerabilities/unrated'),
    }),
    score: ({ vulnerabilities, critical, high, others }) => {
      if (Number(critical) > 0) return scored(0, `${critical} critical advisories`);
      if (Number(high) > 0) return scored(3, `${high} high advisories`);
      if (Number(others) > 0) return scored(6, `${others} lesser advisories`);
      return byStanding(vulnerabilities, FINDINGS, 'advisories');
    },
  },
  {
    id: 'safety-evaluated',
    title: 'Tested for harm',
    weight: 7.5,
    read: (material) => ({
      card: standingOf(material, 'card'),
      told: countOf(material, 'card/none', 'card/no-safety-evaluation') === 0,
      reports: findingsBy(material, 'external-evidence/counts').filter(
        ({ operation }) => operation?.startsWith('safety-report') === true,
      ).length,
      measured: standingOf(material, 'safety-evals'),
    }),
    score: ({ card, told, reports, measured }) => {
      if (measured === 'clean' || measured === 'note') return scored(10, 'measured here');
      if (Number(reports) > 0) return scored(8, `${reports} safety reports for these bytes`);
      if (card === 'absent' || card === 'failed') return inconclusive('nobody looked for it');
      return told === true
        ? scored(3, 'the card tells of tests; nobody repeated them')
        : scored(0, 'nobody tells of a test');
    },
  },
  {
    id: 'card-complete',
    title: 'Card says what a deployer must know',
    weight: 5,
    read: (material) => ({
      card: standingOf(material, 'card'),
      none: countOf(material, 'card/none') > 0,
      lacks: findingsBy(material, 'card/no-').filter(({ rule }) => CARD_SECTIONS.includes(rule)).length,
      sections: CARD_SECTIONS.length,
    }),
    score: ({ card, none, lacks, sections }) => {
      if (card === 'absent' || card === 'failed') return inconclusive('nobody looked for a card');
      if (none === true) return scored(0, 'there is no card');
      const share = (Number(sections) - Number(lacks)) / Number(sections);
      return scored(Math.round(share * 10), `${Number(sections) - Number(lacks)} of ${sections} things are said`);
    },
  },
  {
    id: 'results-reported',
    title: 'Results reported with their source',
    weight: 5,
    read: (material) => ({
      card: standingOf(material, 'card'),
      reported: countOf(material, 'card/none', 'card/no-reported-results') === 0,
      sourced: countOf(material, 'card/results-without-source') === 0,
    }),
    score: ({ card, reported, sourced }) => {
      if (card === 'absent' || card === 'failed') return inconclusive('nobody looked for results');
      if (reported !== true) return scored(0, 'no results that a program could read');
      return sourced === true ? scored(10, 'results with their source') : scored(5, 'results without a source');
    },
  },
];

const CARD_SECTIONS = [
  'card/no-intended-use',
  'card/no-limits',
  'card/no-training-data',
  'card/no-training-procedure',
  'card/no-evaluation',
  'card/no-contact',
];
