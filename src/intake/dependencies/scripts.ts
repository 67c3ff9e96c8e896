import { type Json, member } from '../../kernel/json.ts';
import { type Asked, askedOf, type Manifest, pinned } from './declaration.ts';
import { pythonRequirement } from './python-requirement.ts';

const INSTALL = /\b(?:pip[\d.]*|uv\s+pip)\s+install\s+([^\n&|;]{1,4000})/g;
const OPTION_WITH_VALUE =
  /^(?:-r|-c|-e|-i|-f|-t|--requirement|--constraint|--editable|--index-url|--extra-index-url|--find-links|--target|--prefix|--root|--python|--cache-dir|--timeout|--retries|--trusted-host|--platform)$/;

/** `pip install …` in a shell script, a Dockerfile or a notebook's cell. Variables and addresses name no package. */
function installCommands(text: string): readonly Asked[] {
  const script = text.slice(0, LONGEST).replace(/\\\r?\n/g, '  ');
  const asked: Asked[] = [];
  for (const command of script.matchAll(INSTALL)) {
    const line = lineAt(text, command.index);
    const words = (command[1] ?? '').match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
    for (let at = 0; at < words.length; at++) {
      const word = (words[at] ?? '').replace(/^["']|["']$/g, '');
      if (word.startsWith('#')) break;
      if (OPTION_WITH_VALUE.test(word)) at += 1;
      else if (!/^[-.$/]|[$/\\]|:\/\//.test(word)) asked.push(...(pythonRequirement(word, line) ?? []));
    }
  }
  return asked.map((one) => ({ ...one, origin: 'script' as const }));
}

/** What a shell script installs. */
export function shellScript(text: string): Manifest {
  return { asked: installCommands(text), problems: [] };
}

/** Scripts are short; data in their clothes has nothing to install. */
const LONGEST = 1024 * 1024;

function lineAt(text: string, offset: number): number {
  // Continued lines were replaced by as many characters, so that offsets are nearly the same; their feeds are not.
  return text.slice(0, offset).split('\n').length;
}

/** Images whose tag is the version of what they hold. */
const IMAGES: readonly { readonly image: RegExp; readonly name: string }[] = [
  { image: /^(?:docker\.io\/)?pytorch\/pytorch:(\d+\.\d+\.\d+)/, name: 'torch' },
  { image: /^(?:docker\.io\/)?tensorflow\/(?:tensorflow|serving):(\d+\.\d+\.\d+)/, name: 'tensorflow' },
  { image: /^(?:docker\.io\/)?vllm\/vllm-openai:v?(\d+\.\d+\.\d+)/, name: 'vllm' },
  { image: /^(?:docker\.io\/)?rayproject\/ray(?:-ml)?:(\d+\.\d+\.\d+)/, name: 'ray' },
  { image: /^(?:ghcr\.io\/)?mlflow\/mlflow:v?(\d+\.\d+\.\d+)/, name: 'mlflow' },
];

/** A Dockerfile: what `pip install` brings, and what the images it begins from are known to hold. */
export function dockerfile(text: string): Manifest {
  const images = text.split(/\r?\n/).flatMap((line, index) => {
    const image = /^\s*FROM\s+(?:--\S+\s+)*(\S{1,300})/i.exec(line)?.[1] ?? '';
    return IMAGES.flatMap(({ image: pattern, name }) => {
      const version = pattern.exec(image)?.[1];
      return version === undefined ? [] : askedOf('PyPI', name, pinned(version), index + 1);
    });
  });
  return {
    asked: [...images.map((one) => ({ ...one, origin: 'script' as const })), ...installCommands(text)],
    problems: [],
  };
}

/** The cells of a notebook (nbformat 4). */
export function notebook(value: Json): readonly Asked[] {
  const cells = member(value, 'cells');
  if (!Array.isArray(cells)) return [];
  return cells.flatMap((cell: Json) => {
    const source = member(cell, 'source');
    const text = Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : source;
    if (member(cell, 'cell_type') !== 'code' || typeof text !== 'string') return [];
    return installCommands(text).map((one) => ({ ...one, line: null }));
  });
}
