import type { Caller } from '../contract/weighbridge.ts';
import type { Artifact } from '../domain/artifact.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { OpenModel } from '../ports/source.ts';
import type { Parts } from './parts.ts';

/** What the source said of the model, then what each collector brings, each seeing what came before. */
export async function collectEvidence(
  { collectors, clock }: Pick<Parts, 'collectors' | 'clock'>,
  artifact: Artifact,
  model: OpenModel,
  { signal, progress }: Caller,
): Promise<readonly Evidence[]> {
  const now = clock.now().toISOString();
  let evidence = model.evidence;
  for (const collector of collectors) {
    const brought = await collector.collect({
      artifact,
      model,
      evidence,
      now,
      signal,
      onNotice: (text) => progress.notice(text),
    });
    evidence = [...evidence, ...brought];
  }
  return evidence;
}
