import type { BaseClaim, DatasetClaim, ModelPapers } from '../domain/papers.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { datasetClaim } from './claims.ts';
import { type Document, textOf, textsOf } from './document.ts';

type FromConfig = Pick<ModelPapers, 'modelType' | 'architectures' | 'bases' | 'datasets'>;

/** Keys under which trainers write what they trained on. */
const DATA_KEYS = [
  'datasets',
  'dataset',
  'dataset_name',
  'dataset_names',
  'train_dataset',
  'train_datasets',
  'training_data',
  'dataset_mixer',
];

const NOTHING: FromConfig = { modelType: null, architectures: [], bases: [], datasets: [] };

/** What a configuration at the top of the model says: its architecture, an adapter's base, a trainer's datasets. */
export function readConfig({ path, json }: Document): FromConfig {
  if (!isJsonObject(json)) return NOTHING;
  const own = /^config\.json$/i.test(path);
  return {
    modelType: own ? textOf(json['model_type']) : null,
    architectures: own ? textsOf(json['architectures']) : [],
    bases: basesOf(path, json),
    datasets: datasetsOf(path, json),
  };
}

function basesOf(path: string, json: JsonObject): readonly BaseClaim[] {
  const name = textOf(json['base_model_name_or_path']);
  // Paths of the trainer's own machine name nothing.
  if (!/^adapter_config\.json$/i.test(path) || name === null || /^(?:[./~\\]|[A-Za-z]:)/.test(name)) return [];
  return [{ name, relation: 'adapter', path, line: null }];
}

function datasetsOf(path: string, json: JsonObject): readonly DatasetClaim[] {
  return DATA_KEYS.flatMap((key) => {
    const value = json[key];
    const names = isJsonObject(value) ? Object.keys(value).slice(0, 100) : textsOf(value);
    return names
      .filter((name) => !/^(?:[./~\\]|[A-Za-z]:|null$)/.test(name))
      .map((name) => datasetClaim({ name, paper: 'config', path, line: null }));
  });
}
