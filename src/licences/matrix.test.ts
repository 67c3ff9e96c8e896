import { describe, expect, it } from 'vitest';
import type { LicenceVerdict } from '../domain/licence.ts';
import { caseOf, declarationShape } from './declaration/declaration.ts';
import { judgeCase } from './judge-case.ts';
import { loadKnowledge } from './load.ts';

const { library, detect } = await loadKnowledge();

const PLAIN = {
  commercial: true,
  internal: false,
  hosted_service: true,
  mau: 10_000,
  region: 'US',
  train_other_models: false,
  sell_outputs: false,
  regulated_domain: null,
  redistribute_weights: false,
  annual_revenue_usd: 500_000,
  purpose: 'a chat assistant in an app',
};

/** The uses, a column each. */
const USES: readonly object[] = [
  // A small firm's paid service; the same firm's staff; a university; a trial inside a firm.
  {},
  { internal: true, hosted_service: false, purpose: 'summaries of tickets for staff' },
  { commercial: false, hosted_service: false, annual_revenue_usd: 0, purpose: 'academic research at a university' },
  { commercial: false, internal: true, hosted_service: false, purpose: 'a proof of concept in a sandbox' },
  // Weights shipped with a product; the service in Germany; outputs that teach an LLM; a billion users.
  { hosted_service: false, redistribute_weights: true, purpose: 'part of a product' },
  { region: 'DE' },
  { train_other_models: true, purpose: 'writes examples that teach our own LLM' },
  { mau: 1_000_000_000, annual_revenue_usd: 20_000_000_000 },
];

/** One letter a use: allow, conditions, unknown, deny. Each row was read against its record, not taken from the engine. */
const EXPECTED = `
apache-2.0                      a a a a c a a a
mit                             a a a a c a a a
bsd-3-clause                    a a a a c a a a
openmdw-1.0                     a a a a c a a a
openmdw-1.1                     a a a a c a a a
unlicense                       a a a a a a a a
cc-by-4.0                       c a a a c c c c
cc-by-sa-4.0                    c a a a c c c c
cc-by-sa-3.0                    c a a a c c c c
cc-by-nc-4.0                    d d c u d d d d
cc-by-nc-sa-4.0                 d d c u d d d d
cc-by-nd-4.0                    c a a a c c c c
cc-by-nc-nd-4.0                 d d c u d d d d
cc0-1.0                         a a a a a a a a
hf-cc-family                    u u u u u u u u
odc-by-1.0                      a a a a c a a a
odbl-1.0                        a a a a c a a a
pddl-1.0                        a a a a a a a a
cdla-permissive-2.0             a a a a c a a a
cdla-permissive-1.0             a a a a c a a a
cdla-sharing-1.0                a a a a c a a a
c-uda-1.0                       c c a a c c c c
nvidia-data-model-training-2025 u c c c d u u u
gpl-3.0                         a a a a c a a a
agpl-3.0                        c a a a c c c c
fair-ai-public-1.0-sd           c c c c c c c c
bigscience-bloom-rail-1.0       c c c c c c c c
bigscience-openrail-m           c c c c c c c c
creativeml-openrail-m           c c c c c c c c
openrail++                      c c c c c c c c
bigcode-openrail-m              c c c c c c c c
openrail                        u u u u u u u u
deepseek-1.0                    c c c c c c c c
llama-1                         d d c d d d d d
llama2                          c c c c c c d d
llama3                          c c c c c c d d
llama3.1                        c c c c c c c d
llama3.2                        c c c c c u c d
llama3.3                        c c c c c c c d
llama4                          c c c c c d c d
chameleon-research              d d c d d d d d
fair-noncommercial-research     d d u u d d d d
opt-175b                        d d c d d d d d
gemma-2025-03-24                c c c c c c c c
gemma-2024-04-01                c c c c c c c c
falcon-tii-1.0                  c c c c c c c c
falcon-180b                     u u u u u u u u
falcon-2-11b                    c c c c c c c c
falcon-llm-2.0                  u u u u u u u u
mrl-0.1                         d d c d d d d d
mnpl-0.1                        d d u u d d d d
mistral-medium-3.5              u u u u u u u d
tongyi-qianwen                  c c c c c c d d
qwen-2024                       c c c c c c c d
tongyi-qianwen-research         d d c c d d d d
qwen-research-2024              d d u u d d d d
qwen3.8-max                     u u u u u u u d
qwen-community-2026             d u u u u d d d
yi-community-2.1                c c c c c c c c
internlm-weights-pre-2025       u u u u u u u u
baichuan2-community             d u u u u d d d
chatglm-6b                      u u c c u u u u
cogvideox                       u c c c u u u d
glm-5.3                         u u u u u u u u
minimax-01                      c c c c c c c c
minimax-m2                      c a a a c c c c
kimi-k2                         c a a a c c c c
kimi-k3                         u u u u u u u d
hunyuan-large                   c c c c c d d d
hunyuan-2025                    c c c c c d d d
hunyuan-3d-2.0                  c c c c c d d d
exaone-1.1-nc                   d d c d d d d d
exaone-1.2-nc                   d d c d d d d d
hyperclovax-seed                c c c c c c c d
stability-community-2024        c c c c c c d d
stability-nc-2023               d d c d d d d d
sdxl-0.9-research               d d u d d d d d
deepfloyd-if                    d d c d d d d d
flux-1-dev-nc                   d d c c d d d d
ltxv-open-weights               c c c c c c c d
playground-v2                   u c c c c u d d
cohere-cc-by-nc-aup             d d c u d d d d
dbrx                            c c c c c c d d
jamba-open-model                u u u u u u u u
grok-1                          a a a a c a a a
grok2-community                 u u u u u u d u
nvidia-open-model               c c c c c c c c
apple-amlr                      d d c d d d d d
apple-ascl                      a a a a c a a a
microsoft-research              d d c d d d d d
snowflake-arctic                a a a a c a a a
gpt-oss                         a a a a c a a a
open-aleph-1.0                  d d u d d d d d
lfm-1.0                         u u u u u u u d
openai-tou-2024-12-11           u u u u d u d u
midjourney-tos                  u u u u u u u u
hf-other                        u u u u u u u u
hf-unknown                      u u u u u u u u`;

const ROWS = EXPECTED.trim()
  .split('\n')
  .map((line) => line.split(/\s+/));

function verdictsOf(id: string): string {
  return USES.map((use) => {
    const declared = { license_file: { id }, intended_use: { ...PLAIN, ...use } };
    const verdict: LicenceVerdict = judgeCase(
      library,
      caseOf(declarationShape.parse(declared), library, detect),
    ).verdict;
    return verdict.charAt(0);
  }).join(' ');
}

describe('the licence of each record against eight uses', () => {
  it.each(ROWS)('%s', (id = '', ...letters) => {
    expect(verdictsOf(id)).toBe(letters.join(' '));
  });

  it('has a row for every record', () => {
    expect(new Set(ROWS.map(([id]) => id))).toEqual(new Set(library.records.map(({ id }) => id)));
  });
});
