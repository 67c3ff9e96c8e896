import { type DatasetClaim, datasetKey } from '../domain/papers.ts';

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

/** `org/name` and `name` are taken for one where nothing speaks against it. */
export function sameDataset(a: string, b: string): boolean {
  const [x, y] = [datasetKey(a), datasetKey(b)];
  if (x === y) return true;
  return (!x.includes('/') || !y.includes('/')) && x.split('/').at(-1) === y.split('/').at(-1);
}
