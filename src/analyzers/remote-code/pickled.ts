import type { PickleProgram } from '../../formats/pickle/facts.ts';
import { IMPORTED } from './rules.ts';
import { referencesIn } from './settings/config.ts';
import { type CodeReference, importedPath, short } from './settings/targets.ts';

/** What the plain data of a checkpoint makes a trainer or a loader run, each once, with its place. */
export function* referencesInPickle({
  settings,
}: PickleProgram): Iterable<CodeReference & { readonly offset: number }> {
  const told = new Set<string>();
  for (const { key, value, offset } of settings) {
    for (const reference of referencesOf(key, value)) {
      if (told.has(reference.rule.id + reference.operation)) continue;
      told.add(reference.rule.id + reference.operation);
      yield { ...reference, offset };
    }
  }
}

/** Lightning's own way to make a model of its command line. */
const OWN_INSTANTIATOR = /^(?:pytorch_lightning|lightning\.pytorch)\.cli\.instantiate_module$/;
/** A configuration of mmengine that is written out is data, but for modules that it imports. */
const RUNS_IN_CONFIG =
  /^[^\S\r\n\u2028\u2029]*(?:import|from)\s+\w[^\n]*|\bcustom_imports\s*=[^\n]*|\b__import__\s*\([^\n]*/m;

/** Prophet's own program, where pip installs it; CmdStanPy starts it when somebody fits the model again. */
const INSTALLED_PROGRAM =
  /^(?:\/|[A-Za-z]:[/\\])(?!.*\.\.).*[/\\](?:site|dist)-packages[/\\]prophet[/\\]stan_model[/\\]prophet_model\.bin$/;

function* referencesOf(key: string, value: PickleProgram['settings'][number]['value']): Iterable<CodeReference> {
  if (key === '_instantiator') {
    if (typeof value === 'string' && !OWN_INSTANTIATOR.test(value)) yield* importedPath(value);
  } else if (key === 'cfg' || key === 'config') {
    const line = typeof value === 'string' ? RUNS_IN_CONFIG.exec(value)?.[0] : undefined;
    if (line !== undefined) yield { rule: IMPORTED, operation: short(`${key}: ${line.trim()}`) };
  } else if (key === '_exe_file') {
    if (typeof value === 'string' && !INSTALLED_PROGRAM.test(value))
      yield { rule: IMPORTED, operation: short(`starts ${value}`) };
  } else if (key === '_val') yield* referencesIn(value);
  else yield* referencesIn({ [key]: value });
}
