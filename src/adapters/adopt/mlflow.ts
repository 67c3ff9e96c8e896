import { basename, dirname, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FoundModel } from '../../domain/adoption.ts';

/**
 * `meta.yaml` of MLflow's file store (mlflow 3: a version of a registered model, and a logged model, both beside their
 * kind's own fields; mlflow 2 has `source` alone).
 */
const meta = z.object({
  name: z.string().max(500),
  version: z.number().int().optional(),
  storage_location: z.string().nullish(),
  source: z.string().nullish(),
  artifact_location: z.string().nullish(),
});

/** Where a tracking store says a model lies, by the end of the path, since a store may have been moved. */
export interface TrackedModel {
  readonly end: string;
  readonly name: string;
}

/** What a `meta.yaml` names; null when it names no model. */
export function trackedModel(text: string): TrackedModel | null {
  const { data } = meta.safeParse(yamlIn(text));
  const place = data?.storage_location ?? data?.source ?? data?.artifact_location ?? null;
  if (data === undefined || place === null) return null;
  const registered = data.version === undefined ? data.name : `${data.name} v${data.version}`;
  // An experiment has a location too, which is no model's: nothing that is found ends like it.
  return { end: endOf(place, '/'), name: registered };
}

/**
 * Gives MLflow's models the names that a tracking store has for them: its registry's (`churn v3`), else the logged
 * model's behind its folder.
 */
export function named(models: readonly FoundModel[], tracked: readonly TrackedModel[]): readonly FoundModel[] {
  // Registered names go last, so that they stay.
  const sorted = tracked.toSorted((a, b) => Number(isVersion(a)) - Number(isVersion(b)));
  const names = new Map(sorted.map((one) => [one.end, one]));
  return models.map((model) => {
    const known = model.house === 'mlflow' ? names.get(endOf(model.reference, sep)) : undefined;
    if (known === undefined) return model;
    const folder = basename(dirname(model.reference));
    return { ...model, name: isVersion(known) ? known.name : `${known.name} (${folder})` };
  });
}

const isVersion = ({ name }: TrackedModel): boolean => / v\d+$/.test(name);

/** `models/m-12ab/artifacts`: as much of a path as names a model among all. */
function endOf(path: string, by: string): string {
  return path.split(by).filter(Boolean).slice(-3).join('/');
}

function yamlIn(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent', maxAliasCount: 0 }) as unknown;
  } catch {
    return null;
  }
}
