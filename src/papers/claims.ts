import type { DatasetClaim } from '../domain/papers.ts';

/** A dataset with what is said of it; what is not said is null. */
export function datasetClaim(
  said: Pick<DatasetClaim, 'name' | 'paper' | 'path' | 'line'> & Partial<DatasetClaim>,
): DatasetClaim {
  return {
    use: 'training',
    licence: null,
    url: null,
    generatedBy: null,
    personalData: null,
    consent: null,
    optOut: null,
    collection: null,
    ...said,
  };
}

/** How names of datasets compare: without the hub's prefix and host, without case. */
export function datasetKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/[^/]+\//, '')
    .replace(/^(?:hf:\/\/)?datasets\//, '')
    .replace(/[/@]+$/, '');
}

/** `org/name` and `name` are taken for one where nothing speaks against it. */
export function sameDataset(a: string, b: string): boolean {
  const [x, y] = [datasetKey(a), datasetKey(b)];
  if (x === y) return true;
  return (!x.includes('/') || !y.includes('/')) && x.split('/').at(-1) === y.split('/').at(-1);
}
