import type { Caller } from '../contract/caller.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { CollectRequest } from '../ports/collector.ts';
import type { Parts } from './parts.ts';

/** What the source said of the model, then what each collector brings, each seeing what came before. */
export async function collectEvidence(
  { allCollectors, clock }: Pick<Parts, 'allCollectors' | 'clock'>,
  { artifact, model, asked }: Pick<CollectRequest, 'artifact' | 'model' | 'asked'>,
  { signal, progress }: Caller,
): Promise<readonly Evidence[]> {
  const now = clock.now().toISOString();
  let evidence = model.evidence;
  for (const collector of await allCollectors()) {
    const brought = await collector.collect({
      artifact,
      model,
      evidence,
      asked,
      now,
      signal,
      onNotice: (text) => progress.notice(text),
      onProgram: (state) => progress.update({ ...state, unit: 'programs' }),
    });
    evidence = [...evidence, ...brought];
  }
  return evidence;
}
