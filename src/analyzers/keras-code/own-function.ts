import { isJsonObject, type JsonObject } from '../../kernel/json.ts';

/**
 * Whether Keras wrote a function of a script by its bare name: it is no function of Keras, and the module `builtins` in
 * place of `__main__` has nothing of that name (keras, src/saving/serialization_lib.py, `_retrieve_class_or_fn`).
 */
export function isOwnFunction({ module, config, registered_name: registered }: JsonObject): boolean {
  if (module !== 'builtins' || typeof config !== 'string' || isJsonObject(registered ?? null)) return false;
  if (registered !== undefined && registered !== null && registered !== 'function' && registered !== config)
    return false;
  return /^[A-Za-z]\w*$/.test(config) && !REACHES.test(config) && !OF_PYTHON.has(config);
}

/** Names of what opens, fetches and starts: no loss and no metric is called so. */
const REACHES =
  /^_*(?:get_|set_|load|save|open|read_|write|dump|exec|eval|run|import|download|fetch|system|popen|spawn|compile|call_|unpickle)/i;

/** Functions and classes of Python's module `builtins`; `site` adds the last ones. */
const OF_PYTHON: ReadonlySet<string> = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict
  dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int
  isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range
  repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
  exit quit copyright credits license`.split(/\s+/),
);
