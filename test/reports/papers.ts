import { assembleDossier } from '../../src/domain/dossier.ts';
import { evidenceOf } from '../../src/domain/evidence.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import type { Json } from '../../src/kernel/json.ts';
import type { Document } from '../../src/papers/document.ts';
import { readPapers } from '../../src/papers/read-papers.ts';

/** A vetting whose model came with these papers, besides the evidence it had. */
export function withPapers(
  vetting: Vetting,
  documents: readonly Document[],
  more: Vetting['dossier']['evidence'] = [],
) {
  const papers = evidenceOf('papers', 'intake', vetting.vettedAt, readPapers(documents) as unknown as Json);
  const { digest: _, ...dossier } = vetting.dossier;
  return { ...vetting, dossier: assembleDossier({ ...dossier, evidence: [...dossier.evidence, papers, ...more] }) };
}

export function card(text: string): Document {
  return { path: 'README.md', role: 'card', text, json: undefined };
}

export function config(json: Json, path = 'config.json'): Document {
  return { path, role: 'config', text: JSON.stringify(json), json };
}

export const HERON_CARD = `---
license: apache-2.0
language: [en, de]
pipeline_tag: text-generation
library_name: transformers
base_model: marshlight/heron-7b-base
base_model_relation: finetune
datasets:
- marshlight/reeds
- name: harbour-notes
  license: cc-by-nc-4.0
  generated_by: gpt-4
model-index:
- name: heron
  results:
  - task: {type: text-generation}
    dataset: {name: MarshBench, type: marshlight/bench}
    metrics:
    - {type: accuracy, value: 71.3}
---
# Heron

## Intended uses & limitations
Drafts answers for a clerk, who reads them. It makes numbers up.

## Training data
Trained on [OpenReeds](https://huggingface.co/datasets/marshlight/open-reeds). Labels were generated with GPT-4 by us.
We honour opt-outs by robots.txt. No personal data was used.

## Environmental impact
12 kg of CO2.
`;
