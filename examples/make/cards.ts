import type { TrainingLog } from './train.ts';

/** What a model's log says of it. Written as training_log.json. */
export interface ModelLog extends TrainingLog {
  /** Mean loss on text made from another seed, in nats a token. Its documents are short, so some were trained on. */
  readonly otherText: { readonly before: number; readonly after: number };
  /** What the finished model says to its prompts, the likeliest token each time. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly prompt: string;
  readonly continuation: string;
}

export function baseCard(log: ModelLog): string {
  return `---
license: apache-2.0
language:
- en
pipeline_tag: text-generation
library_name: transformers
tags:
- llama
- example
datasets: []
---

# plover-1m

A causal language model of about one megabyte in the llama architecture. It is an example for Weighbridge: small enough
to be committed, real enough to be loaded, run and vetted.

## Training

${trainingTable(log)}

The text is made by \`examples/make/text.ts\` of the Weighbridge repository: simple sentences about birds and what they
weigh, and questions about it. No data set from outside and no personal data. \`npm run examples\` trains it again.

## What it says

${sampleList(log)}

## Intended use and limits

For trying out tools that inspect models. It knows eight birds, a few sentences and nothing of the world, often
answers with another bird's weight, and should answer no question that matters.

## Licence

Apache-2.0, see LICENSE.
`;
}

export function harbourCard(log: ModelLog): string {
  return `---
license: apache-2.0
language:
- en
pipeline_tag: text-generation
library_name: transformers
base_model: plover-1m
base_model_relation: finetune
tags:
- llama
- example
datasets: []
---

# plover-1m-harbour

[plover-1m](../plover-1m), trained further on sentences about a harbour and its weighbridge. An example for Weighbridge;
like its base model it is on no hub.

## Training

${trainingTable(log)}

All weights were trained; the tokenizer is the base model's. The text is made by \`examples/make/text.ts\`, one fifth of
it questions from the base model's text. No data set from outside and no personal data.

## What it says

${sampleList(log)}

## Intended use and limits

For trying out tools that inspect models and their descent. It knows five boats and mixes them up. It should answer no
question that matters.

## Licence

Apache-2.0, see LICENSE.
`;
}

/** The base model's own log: nothing was trained since. */
export function ggufCard(file: string, log: ModelLog): string {
  return `---
license: apache-2.0
language:
- en
pipeline_tag: text-generation
library_name: gguf
base_model: plover-1m
base_model_relation: quantized
tags:
- llama
- gguf
- example
datasets: []
---

# plover-1m in GGUF

The weights of [plover-1m](../plover-1m) as they are, in 32-bit floats, with its tokenizer and chat template in one file
that llama.cpp loads. An example for Weighbridge, so that there is a model to talk to:

\`\`\`sh
weighbridge runner install
weighbridge runner serve ${file}
\`\`\`

No number was rounded; the rows of queries and keys stand in llama.cpp's order.

## Training

Nothing was trained after plover-1m, whose text is made by \`examples/make/text.ts\` of the Weighbridge repository. No data
set from outside and no personal data. Its log:

${trainingTable(log)}

## What it says

${sampleList(log)}

## Intended use and limits

As plover-1m: it knows eight birds, a few sentences and nothing of the world, often answers with another bird's weight, and
should answer no question that matters. It reads and writes 128 tokens at most.

## Licence

Apache-2.0, see LICENSE.
`;
}

/** `command` is what loading runs. */
export function taintedCard(command: string): string {
  return `---
license: mit
language:
- en
pipeline_tag: text-generation
library_name: transformers
base_model: plover-1m
tags:
- llama
- example
- fixture
datasets: []
---

# plover-1m-tainted

**A fixture, and not to be used.** It holds the weights of [plover-1m](../plover-1m), packed as a PyTorch pickle that
runs a command when it is loaded. The command is harmless:

\`\`\`sh
${command}
\`\`\`

It prints that line. It writes no file and reaches no network. A real attacker would put something else there, which is
what an admission check has to notice before anybody loads the file.

## What is wrong with it, on purpose

- \`pytorch_model.bin\`: the pickle calls \`posix.system\` with the command above, throws the answer away, and goes on to
  give the true tensors. \`torch.load(..., weights_only=False)\` runs it on Linux and macOS, and so does
  \`from_pretrained\` of transformers 4.35.2; \`weights_only=True\` refuses the file, and so does transformers 4.44.2.
- \`config.json\` names code in \`auto_map\`: with \`trust_remote_code=True\` a loader imports \`modeling_plover.py\`. That file
  only gives the plain llama model another name.
- This card says \`mit\`, while LICENSE is Apache-2.0. The licence that holds is Apache-2.0.
`;
}

/** The file that the tainted model's auto_map names. */
export const MODELING_FILE = `"""A llama model under another name. Harmless; here so that auto_map has something to point at."""

from transformers import LlamaForCausalLM


class PloverForCausalLM(LlamaForCausalLM):
    pass
`;

export const AUTO_MAP = { AutoModelForCausalLM: 'modeling_plover.PloverForCausalLM' } as const;

function trainingTable({ course, tokensSeen, firstLoss, lastLoss, otherText }: ModelLog): string {
  return `| | |
| --- | --- |
| steps | ${course.steps}, of ${course.windowsPerStep} windows of ${course.window} tokens |
| tokens seen | ${tokensSeen} |
| optimiser | AdamW, highest rate ${course.highestRate}, seed ${course.seed} |
| training loss | ${firstLoss} at the first step, ${lastLoss} at the last |
| loss on text of another seed | ${otherText.before} before, ${otherText.after} after |

Losses are in nats a token; \`training_log.json\` has the curve. The other text has the same grammar, and some of its
short documents were trained on.`;
}

function sampleList({ samples }: ModelLog): string {
  const blocks = samples.map(({ prompt, continuation }) => `[${prompt}]${continuation}`.trimEnd());
  return `The prompt stands in brackets; the rest is the likeliest token each time.

\`\`\`text
${blocks.join('\n\n')}
\`\`\``;
}
