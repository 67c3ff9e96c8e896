import { isJsonObject, type Json, member } from '../../kernel/json.ts';

/** An index of shards gives each tensor the name of a file (transformers, `get_checkpoint_shard_files`). */
export function isNoIndex(value: Json): boolean {
  const map = member(value, 'weight_map');
  if (map === undefined) return false;
  return !isJsonObject(map) || Object.values(map).some((name) => typeof name !== 'string');
}

/** What TensorFlow says of its checkpoints (checkpoint_state.proto, in text form): keys, with a text or a number. */
const STATE_LINE =
  /^(?:\s*|(?:model_checkpoint_path|all_model_checkpoint_paths): "(?:[^"\\]|\\.)*"|(?:all_model_checkpoint_timestamps|last_preserved_timestamp): [\d.e+-]+)$/;

export function isCutState(text: string): boolean {
  return /\d$/.test(text) || text.split(/\r?\n/).some((line) => !STATE_LINE.test(line));
}
