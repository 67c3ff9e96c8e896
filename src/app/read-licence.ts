import { basesNamed } from '../analyzers/licence/case.ts';
import type { Caller } from '../contract/caller.ts';
import type { LicenceInput, LicenceRead } from '../contract/licences.ts';
import { UNSTATED_USE } from '../domain/use.ts';
import { outbound } from '../licences/outbound.ts';
import { mergeUse, parseUse } from '../policy/use.ts';
import type { OpenModel } from '../ports/source.ts';
import { licenceKnowledge } from './licence-knowledge.ts';
import { readLicences } from './licence-reading.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { readModel } from './read-model.ts';
import { shownReference } from './shown-reference.ts';
import { vettedBases } from './vetted-bases.ts';

/** Reads the licences of a model alone: its card, licence files and configurations, and the heads of GGUF files. */
export async function readLicence(parts: Parts, input: LicenceInput, caller: Caller): Promise<LicenceRead> {
  const stated = input.use === null ? UNSTATED_USE : parseUse(input.use.text, input.use.name);
  const use = mergeUse(stated, input.useFlags);
  const model = await openModel(parts.sources, input.reference, caller);
  try {
    const { inventory } = await readModel(parts, papersOf(model), caller);
    const knowledge = await licenceKnowledge(parts);
    const bases = await vettedBases(parts.store, basesNamed(inventory));
    const { reading } = readLicences({ inventory, evidence: model.evidence }, use, bases, knowledge);
    const reference = shownReference(input.reference);
    return { reference, reading, outbound: outbound(knowledge.library, model.origin.name, reading) };
  } finally {
    await model.close();
  }
}

const PAPERS =
  /^(?:readme|model[_-]?card|(?:un)?licen[cs]e|copying|notice|use[_-]?policy|acceptable|eula|config\.json|adapter_config\.json)|licen[cs]e|\.gguf$/i;

/** The files that tell of licences, read where they lie: nothing is hashed, since nothing is admitted. */
function papersOf(model: OpenModel): OpenModel {
  const files = model.files.filter(({ path }) => PAPERS.test(path));
  return { ...model, files, localPath: null };
}
