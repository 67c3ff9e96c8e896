import { OverBudgetError } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';
import { isJsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';

const CONFIG = /^([^/]+\/data\/(?:weights|constants)\/)[^/]*_config\.json$/;

/** Whether a member tells which tensors a program of torch.export has (torch/export/pt2_archive, version 0). */
export function isWeightsConfig(name: string): boolean {
  return CONFIG.test(name);
}

/**
 * Names of the members that such a configuration makes raw tensors; PyTorch unpickles those that it says are pickles.
 * A configuration that is no JSON names none.
 */
export async function rawTensors(name: string, bytes: ByteSource): Promise<ReadonlySet<string>> {
  const folder = CONFIG.exec(name)?.[1] ?? '';
  if (bytes.size > LIMITS.document) throw new OverBudgetError(`a list of tensors of ${bytes.size} bytes`);
  const raw = new Set<string>();
  const pickled = new Set<string>();
  const config = member(parse(await bytes.read(0, bytes.size)), 'config');
  for (const payload of isJsonObject(config) ? Object.values(config) : []) {
    const path = member(payload, 'path_name');
    if (typeof path !== 'string') continue;
    (member(payload, 'use_pickle') === false ? raw : pickled).add(`${folder}${path}`);
  }
  return new Set([...raw].filter((path) => !pickled.has(path)));
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
