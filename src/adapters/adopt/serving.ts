/** How model servers are told which model to serve: in arguments, variables and fields of objects. */

/** Arguments that name a model, or another that is loaded beside it (vLLM, TGI, TEI, SGLang, llama.cpp, Triton's clients). */
const MODEL_ARGUMENTS = new Set([
  '--model',
  '--model-id',
  '--model_id',
  '--model-path',
  '--model-name-or-path',
  '--hf-repo',
  '-hf',
  '-hfr',
]);
/** The same, to which `--revision` does not belong. */
const BESIDE = new Set(['--lora-modules', '--lora-adapters', '--speculative-model', '--draft-model', '--tokenizer']);
const REVISION = '--revision';
/** After these words stands the model. */
const COMMANDS: readonly (readonly string[])[] = [
  ['vllm', 'serve'],
  ['mlc_llm', 'serve'],
  ['lmdeploy', 'serve', 'api_server'],
];
/** The images whose first argument is the model, since they begin with such a command themselves. */
const SERVING_IMAGE = /(?:^|\/)vllm-openai(?:[:@]|$)/;
/** Ollama has names of its own. */
const OLLAMA = new Set(['run', 'pull']);

/** Variables that name a model. */
export const MODEL_VARIABLES: ReadonlySet<string> = new Set([
  'MODEL_ID',
  'HF_MODEL_ID',
  'MODEL',
  'MODEL_NAME',
  'MODEL_PATH',
]);
/** Fields of KServe, Seldon, Ray, the vLLM production stack. */
export const URI_FIELDS: ReadonlySet<string> = new Set([
  'storageUri',
  'modelUri',
  'model_uri',
  'modelURL',
  'model_source',
]);
/** In whatever field one of these stands, it is a model. */
export const MODEL_URI = /^(?:hf|ollama):\/\//;

/** Of a container: the models that its command line names. */
export function* modelsInCommand(image: string, lines: readonly string[]): Iterable<string> {
  const words = lines.flatMap(wordsOf);
  const pairs = words.map((word, at) => {
    const [, name, value] = /^(-[\w-]+)=(.*)$/s.exec(word) ?? [];
    return [name ?? word, value ?? words[at + 1] ?? ''] as const;
  });
  const revision = pairs.find(([name]) => name === REVISION)?.[1];
  const pinned = (name: string): string => (revision === undefined ? name : `${name}@${revision}`);
  const [first = ''] = words;
  if (SERVING_IMAGE.test(image) && isName(first) && first !== 'serve' && first !== 'vllm') yield pinned(first);
  for (const [at, word] of words.entries()) {
    const [name, value] = pairs[at] ?? ['', ''];
    if (MODEL_ARGUMENTS.has(name) && isName(value)) yield pinned(value);
    if (BESIDE.has(name) && isName(value)) yield value.replace(/^[\w.-]+=(?=[^=]+$)/, '');
    if (commandEndsAt(words, at) && isName(words[at + 1])) yield pinned(words[at + 1] ?? '');
    if (OLLAMA.has(word) && words[at - 1] === 'ollama' && isName(words[at + 1])) yield `ollama://${words[at + 1]}`;
  }
}

/** `vllm` may be a path, or left to the image: then the arguments begin with `serve`. */
function commandEndsAt(words: readonly string[], at: number): boolean {
  return COMMANDS.some((command) =>
    command.every((part, index) => {
      const place = at - command.length + 1 + index;
      if (place === -1) return command.length === 2;
      return (words[place] ?? '').split('/').at(-1) === part;
    }),
  );
}

/** Not an option, nor something that a shell or Kubernetes fills in. */
function isName(word: string | undefined): boolean {
  return word !== undefined && /^[\w./~]/.test(word) && !/[{}$;&|<>]/.test(word);
}

/** What a shell would make of a line, as far as names go: quotes and joined lines. */
function wordsOf(line: string): readonly string[] {
  if (!/\s/.test(line.trim())) return [line.trim()];
  const words = line.replaceAll(/\\\r?\n/g, ' ').match(/(?:"[^"]*"|'[^']*'|[^\s"';])+|;/g) ?? [];
  return words.map((word) => word.replaceAll(/["']/g, ''));
}
