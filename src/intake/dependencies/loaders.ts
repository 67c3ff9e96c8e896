import { type Json, member } from '../../kernel/json.ts';
import type { Reading } from '../inventory.ts';
import { type Asked, askedOf, ranged } from './declaration.ts';
import { packageOfModule } from './modules.ts';

/** Settings that say which release of a library wrote the file: an older one is not made to read it. */
const WRITTEN_BY: readonly { readonly file: RegExp; readonly key: string; readonly name: string }[] = [
  { file: /(?:^|\/)(?:generation_)?config\.json$/, key: 'transformers_version', name: 'transformers' },
  { file: /(?:^|\/)(?:model_index|config|scheduler_config)\.json$/, key: '_diffusers_version', name: 'diffusers' },
  { file: /(?:^|\/)metadata\.json$/, key: 'keras_version', name: 'keras' },
  { file: /(?:^|\/)adapter_config\.json$/, key: 'peft_version', name: 'peft' },
  { file: /(?:^|\/)config_sentence_transformers\.json$/, key: '__version__', name: 'sentence-transformers' },
];

/** The library in which a format is at home; formats that many read are not named. */
const AT_HOME: Partial<Record<Reading['format'], readonly string[]>> = {
  safetensors: ['safetensors'],
  gguf: ['llama-cpp-python'],
  onnx: ['onnx', 'onnxruntime'],
  tensorflow: ['tensorflow'],
  tflite: ['tensorflow'],
  paddle: ['paddlepaddle'],
  lightgbm: ['lightgbm'],
  ubjson: ['xgboost'],
  catboost: ['catboost'],
  sentencepiece: ['sentencepiece'],
};

/** Packages that whoever loads this file has: the format's own, those a pickle looks up, those that wrote it. */
export function loadersOf(path: string, { facts }: Reading): readonly Asked[] {
  return implied(path, facts).map((one) => ({ ...one, origin: 'loader' as const }));
}

function implied(path: string, facts: Reading['facts']): readonly Asked[] {
  if (facts.format === 'json') return writers(path, facts.value);
  if (facts.format === 'text') return /(?:^|\/)README\.md$/i.test(path) ? libraryOfCard(facts.text) : [];
  if (facts.format === 'zip') return facts.pytorch ? anyOf(['torch']) : [];
  if (facts.format === 'hdf5') {
    return facts.attributes.length > 0 && /\.(?:h5|keras|hdf5)$/i.test(path) ? anyOf(['keras', 'h5py']) : [];
  }
  if (facts.format !== 'pickle') return anyOf(AT_HOME[facts.format] ?? []);
  const modules = new Set<string>();
  for (const { imports } of facts.programs) for (const { module } of imports) if (module !== null) modules.add(module);
  return anyOf([...modules].flatMap((module) => packageOfModule(module) ?? []));
}

/** Libraries that cards name otherwise than Python imports them. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'sentence-transformers': 'sentence-transformers',
  'scikit-learn': 'scikit-learn',
  'sample-factory': 'sample-factory',
  'stable-baselines3': 'stable-baselines3',
  'ml-agents': 'mlagents',
  open_clip: 'open-clip-torch',
  gguf: 'llama-cpp-python',
  flair: 'flair',
};

/** `library_name` in the front matter of a card: who is to load it. */
function libraryOfCard(text: string): readonly Asked[] {
  const matter = /^\s*---\r?\n([\s\S]{0,16384}?)\r?\n---/.exec(text.slice(0, 17_000))?.[1] ?? '';
  const library = /^library_name:[ \t]*["']?([\w-]{1,60})/m.exec(matter)?.[1] ?? '';
  const name = Object.hasOwn(LIBRARIES, library) ? LIBRARIES[library] : packageOfModule(library);
  return name == null ? [] : anyOf([name]);
}

function anyOf(names: readonly string[]): readonly Asked[] {
  return [...new Set(names)].flatMap((name) => askedOf('PyPI', name, { kind: 'any' }, null));
}

function writers(path: string, value: Json): readonly Asked[] {
  return WRITTEN_BY.flatMap(({ file, key, name }) => {
    const said = key === '__version__' ? member(member(value, key), 'sentence_transformers') : member(value, key);
    const version = typeof said === 'string' && file.test(path) ? /^\d+(?:\.\d+){0,3}/.exec(said)?.[0] : undefined;
    return version === undefined ? [] : askedOf('PyPI', name, ranged(`>=${version}`), null);
  });
}
