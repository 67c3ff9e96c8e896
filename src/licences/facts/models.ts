/** A model's name and the licence its own publisher gave it: a hint that can deny or leave open, and never allow. */
interface NamedModel {
  readonly match: RegExp;
  /** Records it may be under. */
  readonly records: readonly string[];
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** From the publishers' repositories as read in November 2026, and general knowledge. Order matters: the first that matches counts. */
export const NAMED_MODELS: readonly NamedModel[] = [
  {
    match: /\bcode-?llama|\bllama-?2\b|llama2/i,
    records: ['llama2'],
    fires: ['meta-llama/Llama-2-7b-hf', 'codellama/CodeLlama-13b-hf'],
    quiet: ['meta-llama/Llama-3.2-1B'],
  },
  {
    match: /\bllama-?3[._-]1\b/i,
    records: ['llama3.1'],
    fires: ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Meta-Llama-3.1-70B'],
    quiet: ['meta-llama/Llama-3.2-1B'],
  },
  {
    match: /\bllama-?3[._-]2\b/i,
    records: ['llama3.2'],
    fires: ['meta-llama/Llama-3.2-11B-Vision'],
    quiet: ['meta-llama/Llama-3.1-8B'],
  },
  {
    match: /\bllama-?3[._-]3\b/i,
    records: ['llama3.3'],
    fires: ['meta-llama/Llama-3.3-70B-Instruct'],
    quiet: ['meta-llama/Meta-Llama-3-8B'],
  },
  {
    match: /\bllama-?4\b/i,
    records: ['llama4'],
    fires: ['meta-llama/Llama-4-Scout-17B-16E'],
    quiet: ['tinyllama/TinyLlama-1.1B'],
  },
  {
    match: /\bllama-?3\b/i,
    records: ['llama3'],
    fires: ['meta-llama/Meta-Llama-3-8B'],
    quiet: ['openlm-research/open_llama_3b'],
  },
  {
    match:
      /\bhuggyllama\/llama-|\bdecapoda-research\/llama|\bllama-?(?:1|v1)-?\d*b?\b|\balpaca-(?:7|13|native|lora)|\bvicuna-\d+b-(?:v0|v1\.[01]|delta)/i,
    records: ['llama-1'],
    fires: ['huggyllama/llama-7b', 'lmsys/vicuna-7b-delta-v1.1'],
    quiet: ['lmsys/vicuna-7b-v1.5', 'openlm-research/open_llama_7b'],
  },
  {
    match: /\b(?:code|pali|shield|med|tx)?gemma-?[123]?(?:-|n\b|$)(?!4)/i,
    records: ['gemma-2025-03-24', 'gemma-2024-04-01'],
    fires: ['google/gemma-2-9b-it', 'google/gemma-7b', 'google/codegemma-2b', 'google/gemma-3-27b-it'],
    quiet: ['google/gemma-4-12b', 'google/flan-t5-xl'],
  },
  { match: /\bfalcon-180b/i, records: ['falcon-180b'], fires: ['tiiuae/falcon-180B'], quiet: ['tiiuae/falcon-40b'] },
  {
    match: /\bfalcon-?2?-11b/i,
    records: ['falcon-2-11b'],
    fires: ['tiiuae/falcon-11B'],
    quiet: ['tiiuae/falcon-7b'],
  },
  {
    match: /\bfalcon-?(?:3|h1)\b/i,
    records: ['falcon-llm-2.0'],
    fires: ['tiiuae/Falcon3-7B-Base', 'tiiuae/Falcon-H1-7B'],
    quiet: ['tiiuae/falcon-7b'],
  },
  {
    match: /\bmistral-large-|\bministral-8b|\bpixtral-large|\bmistral-small-2409/i,
    records: ['mrl-0.1'],
    fires: ['mistralai/Mistral-Large-Instruct-2407', 'mistralai/Ministral-8B-Instruct-2410'],
    quiet: ['mistralai/Mistral-7B-v0.1'],
  },
  {
    match: /\bcodestral-22b/i,
    records: ['mnpl-0.1'],
    fires: ['mistralai/Codestral-22B-v0.1'],
    quiet: ['mistralai/Mamba-Codestral-7B-v0.1'],
  },
  {
    match: /\bmistral-medium-3\.5/i,
    records: ['mistral-medium-3.5'],
    fires: ['mistralai/Mistral-Medium-3.5'],
    quiet: ['mistralai/Mistral-7B-v0.1'],
  },
  {
    match: /\bqwen2(?:\.5)?-(?:vl-)?72b/i,
    records: ['qwen-2024'],
    fires: ['Qwen/Qwen2.5-72B-Instruct', 'Qwen/Qwen2-VL-72B'],
    quiet: ['Qwen/Qwen2.5-7B'],
  },
  {
    match: /\bqwen2\.5-(?:coder-|vl-)?3b/i,
    records: ['qwen-research-2024'],
    fires: ['Qwen/Qwen2.5-3B', 'Qwen/Qwen2.5-Coder-3B'],
    quiet: ['Qwen/Qwen2.5-32B', 'Qwen/Qwen3-4B'],
  },
  { match: /\bqwen3\.8-max/i, records: ['qwen3.8-max'], fires: ['Qwen/Qwen3.8-Max'], quiet: ['Qwen/Qwen3-8B'] },
  {
    match: /\bqwen-(?:7b|14b|72b|1_8b)|\bqwen1\.5-(?:72b|110b)/i,
    records: ['tongyi-qianwen', 'tongyi-qianwen-research'],
    fires: ['Qwen/Qwen-14B', 'Qwen/Qwen1.5-110B'],
    quiet: ['Qwen/Qwen3-14B'],
  },
  {
    match: /\b(?:c4ai-|command-)(?:command-)?[ar]\b|\bcohere(?:forai|labs)\/|\baya-(?:23|101|expanse|vision)/i,
    records: ['cohere-cc-by-nc-aup'],
    fires: ['CohereForAI/c4ai-command-r-v01', 'CohereLabs/aya-expanse-8b'],
    quiet: ['bigscience/mt0-xl'],
  },
  {
    match: /\bdeepseek-(?:llm|coder|moe|vl|v2(?:\.5)?|v3|math)\b(?!.*0324)/i,
    records: ['deepseek-1.0'],
    fires: ['deepseek-ai/DeepSeek-V3', 'deepseek-ai/deepseek-coder-33b-base'],
    quiet: ['deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-V3-0324'],
  },
  {
    match: /\bexaone-(?:3(?:\.[05])?|deep)\b/i,
    records: ['exaone-1.1-nc'],
    fires: ['LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct'],
    quiet: ['LGAI-EXAONE/EXAONE-4.0-32B'],
  },
  {
    match: /\bexaone-4/i,
    records: ['exaone-1.2-nc'],
    fires: ['LGAI-EXAONE/EXAONE-4.0-32B'],
    quiet: ['LGAI-EXAONE/EXAONE-3.5-2.4B'],
  },
  {
    match: /\bflux\.?1-(?:dev|kontext-dev|fill-dev|canny-dev|depth-dev|redux-dev)/i,
    records: ['flux-1-dev-nc'],
    fires: ['black-forest-labs/FLUX.1-dev', 'black-forest-labs/FLUX.1-Kontext-dev'],
    quiet: ['black-forest-labs/FLUX.1-schnell'],
  },
  {
    match: /\bstable-diffusion-3(?:\.5)?\b|\bstable-audio-open/i,
    records: ['stability-community-2024'],
    fires: ['stabilityai/stable-diffusion-3.5-large'],
    quiet: ['stabilityai/stable-diffusion-2-1'],
  },
  {
    match: /\bsdxl-turbo|\bsd-turbo|\bstable-video-diffusion|\bstablelm-2-/i,
    records: ['stability-nc-2023'],
    fires: ['stabilityai/sdxl-turbo'],
    quiet: ['stabilityai/stable-diffusion-xl-base-1.0'],
  },
  {
    match: /\bstable-diffusion-xl-base-0\.9/i,
    records: ['sdxl-0.9-research'],
    fires: ['stabilityai/stable-diffusion-xl-base-0.9'],
    quiet: ['stabilityai/stable-diffusion-xl-base-1.0'],
  },
  {
    match: /\bstable-diffusion-(?:xl-base-1\.0|2(?:-1)?)\b/i,
    records: ['openrail++'],
    fires: ['stabilityai/stable-diffusion-xl-base-1.0', 'stabilityai/stable-diffusion-2-1'],
    quiet: ['stable-diffusion-v1-5/stable-diffusion-v1-5'],
  },
  {
    match: /\bstable-diffusion-v1-\d/i,
    records: ['creativeml-openrail-m'],
    fires: ['stable-diffusion-v1-5/stable-diffusion-v1-5'],
    quiet: ['stabilityai/stable-diffusion-2-1'],
  },
  {
    match: /\bbloom(?:z|-\d|$)/i,
    records: ['bigscience-bloom-rail-1.0'],
    fires: ['bigscience/bloom', 'bigscience/bloomz-7b1'],
    quiet: ['google/flan-t5-xl'],
  },
  {
    match: /\bstarcoder2?\b|\bsantacoder/i,
    records: ['bigcode-openrail-m'],
    fires: ['bigcode/starcoder2-15b'],
    quiet: ['Salesforce/codegen-2B'],
  },
  {
    match: /\bhunyuan-?large|tencent-hunyuan-large/i,
    records: ['hunyuan-large'],
    fires: ['tencent/Tencent-Hunyuan-Large'],
    quiet: ['tencent/HunyuanVideo'],
  },
  {
    match: /\bhunyuan-?3d/i,
    records: ['hunyuan-3d-2.0'],
    fires: ['tencent/Hunyuan3D-2'],
    quiet: ['tencent/HunyuanVideo'],
  },
  {
    match: /\bhunyuan-?(?:video|a13b)/i,
    records: ['hunyuan-2025'],
    fires: ['tencent/HunyuanVideo', 'tencent/Hunyuan-A13B-Instruct'],
    quiet: ['tencent/Hunyuan3D-2'],
  },
  { match: /\bkimi-k2/i, records: ['kimi-k2'], fires: ['moonshotai/Kimi-K2-Instruct'], quiet: ['moonshotai/Kimi-K3'] },
  { match: /\bkimi-k3/i, records: ['kimi-k3'], fires: ['moonshotai/Kimi-K3'], quiet: ['moonshotai/Kimi-K2'] },
  {
    match: /\bminimax-m2/i,
    records: ['minimax-m2'],
    fires: ['MiniMaxAI/MiniMax-M2'],
    quiet: ['MiniMaxAI/MiniMax-Text-01'],
  },
  {
    match: /\bminimax-(?:text|vl)-01/i,
    records: ['minimax-01'],
    fires: ['MiniMaxAI/MiniMax-Text-01'],
    quiet: ['MiniMaxAI/MiniMax-M2'],
  },
  {
    match: /\bdbrx/i,
    records: ['dbrx'],
    fires: ['databricks/dbrx-instruct'],
    quiet: ['databricks/dolly-v2-12b'],
  },
  {
    match: /\bjamba-(?:1\.[567]|large|mini)/i,
    records: ['jamba-open-model'],
    fires: ['ai21labs/AI21-Jamba-1.5-Mini'],
    quiet: ['ai21labs/Jamba-v0.1'],
  },
  { match: /\bgrok-2/i, records: ['grok2-community'], fires: ['xai-org/grok-2'], quiet: ['xai-org/grok-1'] },
  {
    match: /\bopt-175b/i,
    records: ['opt-175b'],
    fires: ['facebook/opt-175b'],
    quiet: ['facebook/opt-iml-1.3b'],
  },
  {
    match: /\bchameleon-\d+b/i,
    records: ['chameleon-research'],
    fires: ['facebook/chameleon-7b'],
    quiet: ['facebook/opt-1.3b'],
  },
  {
    match: /\bllava-med/i,
    records: ['microsoft-research'],
    fires: ['microsoft/llava-med-v1.5'],
    quiet: ['microsoft/phi-4'],
  },
  {
    match: /\bbaichuan2?-(?:7|13)b/i,
    records: ['baichuan2-community'],
    fires: ['baichuan-inc/Baichuan2-13B-Chat'],
    quiet: ['01-ai/Yi-34B'],
  },
  {
    match: /\bchatglm2?-6b/i,
    records: ['chatglm-6b'],
    fires: ['THUDM/chatglm2-6b'],
    quiet: ['THUDM/glm-4-9b'],
  },
  {
    match: /\bcogvideox-5b/i,
    records: ['cogvideox'],
    fires: ['THUDM/CogVideoX-5b'],
    quiet: ['THUDM/CogVideoX-2b'],
  },
  {
    match: /\bhyperclova-?x-seed/i,
    records: ['hyperclovax-seed'],
    fires: ['naver-hyperclovax/HyperCLOVAX-SEED-Text-Instruct-1.5B'],
    quiet: ['naver/splade'],
  },
  {
    match: /\bplayground-v2-/i,
    records: ['playground-v2'],
    fires: ['playgroundai/playground-v2-1024px-aesthetic'],
    quiet: ['playgroundai/playground-v2.5'],
  },
  { match: /\bif-i-(?:m|l|xl)-v1/i, records: ['deepfloyd-if'], fires: ['DeepFloyd/IF-I-XL-v1.0'], quiet: ['a/if-you'] },
  { match: /\blfm2?-/i, records: ['lfm-1.0'], fires: ['LiquidAI/LFM2-1.2B'], quiet: ['a/lf-model'] },
  {
    match: /\b(?:nemotron-(?:nano|mini|4|h|super|ultra)|cosmos-)/i,
    records: ['nvidia-open-model'],
    fires: ['nvidia/Cosmos-1.0-Diffusion', 'nvidia/Nemotron-H-8B'],
    quiet: ['nvidia/segformer-b0'],
  },
  {
    match: /\bgpt-oss-\d/i,
    records: ['gpt-oss'],
    fires: ['openai/gpt-oss-20b'],
    quiet: ['openai/whisper-large'],
  },
];

/** Records that a model of this name is known to be under at its own publisher; empty when the name says nothing. */
export function recordsOfModel(name: string): readonly string[] {
  return NAMED_MODELS.find(({ match }) => match.test(name.slice(0, 300)))?.records ?? [];
}
