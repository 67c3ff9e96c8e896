import { readYaml } from '../../formats/yaml/document.ts';
import { type Json, member } from '../../kernel/json.ts';
import { type Asked, askedOf, lineWith, type Manifest, pinned, problem, ranged } from './declaration.ts';
import { pythonRequirement } from './python-requirement.ts';

/** Packages that conda knows by another name than PyPI; the software is the same, and so are its advisories. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  pytorch: 'torch',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  'tensorflow-base': 'tensorflow',
  'opencv-python': 'opencv-python',
  opencv: 'opencv-python',
  'py-xgboost': 'xgboost',
  'ray-core': 'ray',
};

/** Of conda itself, or no Python: nothing that PyPI's advisories speak of. */
const NO_PYTHON = /^(?:python|pip|pytorch-cuda|cudatoolkit|cuda.*|cudnn|_.*|lib.*|openssl|gcc.*|mkl|ca-certificates)$/;

/** `environment.yml`, `conda.yaml` and MLflow's `python_env.yaml`: conda's packages, and those that its pip installs. */
export function condaFile(text: string): Manifest {
  const yaml = readYaml(text);
  const lines = text.split('\n');
  const lists = yaml.values.flatMap((value) => [member(value, 'dependencies'), member(value, 'build_dependencies')]);
  const asked = lists.flatMap((list) => fromList(list, lines));
  return { asked, problems: yaml.problem === null ? [] : problem(`it is no YAML: ${yaml.problem}`).problems };
}

function fromList(list: Json | undefined, lines: readonly string[]): readonly Asked[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: Json) => {
    if (typeof entry === 'string') return condaPackage(entry, lineWith(lines, entry));
    const pip = member(entry, 'pip');
    if (!Array.isArray(pip)) return [];
    return pip.flatMap((one: Json) =>
      typeof one === 'string' ? (pythonRequirement(one, lineWith(lines, one)) ?? []) : [],
    );
  });
}

/** `name`, `name=1.2` (any 1.2.x), `name==1.2.3`, `name=1.2.3=build`, `channel::name>=1`. */
function condaPackage(spec: string, line: number | null): readonly Asked[] {
  const plain = spec.replace(/^[^\s:]+::/, '').trim();
  const found = /^([A-Za-z0-9_][A-Za-z0-9._-]*)\s*(.*)$/.exec(plain.slice(0, 300));
  const name = found?.[1]?.toLowerCase();
  if (name === undefined || NO_PYTHON.test(name)) return [];
  return askedOf('PyPI', OTHER_NAMES[name] ?? name, requirementOf(found?.[2] ?? ''), line);
}

function requirementOf(words: string): Asked['requirement'] {
  const built = /^=?([\w.!+]+)=[\w.]+$/.exec(words)?.[1];
  if (built !== undefined && words.startsWith('=')) return pinned(built);
  const exact = /^==\s*([\w.!+]+)$/.exec(words)?.[1];
  if (exact !== undefined) return pinned(exact);
  const prefix = /^=\s*([\w.!+]+?)(?:\.\*)?$/.exec(words)?.[1];
  if (prefix !== undefined) return ranged(`==${prefix}.*`);
  return words.includes('|') ? { kind: 'any' } : ranged(words.replace(/\s+/g, ''));
}
