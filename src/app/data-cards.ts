import { evidenceOf } from '../domain/evidence.ts';
import { type DatasetClaim, datasetKey, papersIn } from '../domain/papers.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import { readDatasetCard } from '../papers/dataset-card.ts';
import type { Collector } from '../ports/collector.ts';
import type { DatasetCards } from '../ports/dataset-cards.ts';

/** References that are followed in one vetting; models that name more are mixtures, whose list is the news. */
const MOST = 25;

/** Follows the datasets that a hub's model names to their own cards. Models from elsewhere bring no hub into play: they are vetted offline. */
export function createDataCardCollector(cards: DatasetCards): Collector {
  return {
    id: 'data-cards',
    brings: ['data-cards'],
    collect: async ({ model, evidence, now, signal }) => {
      const training = (papersIn(evidence)?.datasets ?? []).filter(({ use }) => use === 'training');
      const named = new Map(training.map(({ name }) => [datasetKey(name), plainName(name)]));
      const asked = [...named.values()].filter((name) => HUB_NAME.test(name) && !name.includes('..'));
      if (model.origin.source !== 'hf' || asked.length === 0) return [];
      const datasets: DatasetClaim[] = [];
      const unanswered: Json[] = asked
        .slice(MOST)
        .map((name) => ({ name, why: `only ${MOST} references are followed` }));
      for (const name of asked.slice(0, MOST)) {
        try {
          const { commit, text } = await cards.read(name, { signal });
          const claim = readDatasetCard(`hf:datasets/${name}@${commit.slice(0, 12)}`, text, name, 'hub-card');
          datasets.push({ ...claim, line: null, url: `https://huggingface.co/datasets/${name}` });
        } catch (error) {
          if (!(error instanceof WeighbridgeError) || signal.aborted) throw error;
          unanswered.push({ name, why: error.code });
        }
      }
      return [evidenceOf('data-cards', 'data-cards', now, { datasets: datasets as unknown as Json, unanswered })];
    },
  };
}

/** Without the hub's address; a hub may tell cases apart. */
function plainName(name: string): string {
  return name
    .trim()
    .replace(/^https?:\/\/[^/]+\//, '')
    .replace(/^(?:hf:\/\/)?datasets\//, '')
    .replace(/\/+$/, '');
}

const HUB_NAME = /^[A-Za-z0-9_][\w.-]{0,95}\/[A-Za-z0-9_][\w.-]{0,95}$/;
