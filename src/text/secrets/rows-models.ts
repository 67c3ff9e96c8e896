import { LETTERS_AND_DIGITS, textFrom } from './examples.ts';
import { type SecretRow, tokens } from './row.ts';

/** Model hubs, those who serve models by API, and what stands around them: search, tracing, voices. */
export const MODEL_ROWS: readonly SecretRow[] = [
  tokens(['hugging-face', 'Hugging Face token', 'huggingface.co/docs/hub/security-tokens'], 'hf_ W34 | api_org_ W34', {
    quiet: [`hf_${'x'.repeat(34)}`, 'hf_model_for_sequence_classification', 'HF_TOKEN=hf_...'],
  }),
  {
    id: 'openai-legacy',
    title: 'OpenAI API key',
    // Its own marker: base64 of `OpenAI` stands in the middle of every key.
    literals: ['sk-'],
    pattern: /sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{16,80}(?![A-Za-z0-9_-])/dy,
    entropy: 3,
    confidence: 'certain',
    shown: 3,
    source: 'platform.openai.com/docs/api-reference/authentication',
    fires: () =>
      ['sk-', 'sk-proj-', 'sk-svcacct-'].map(
        (start) => `${start + textFrom(LETTERS_AND_DIGITS, 20)}T3BlbkFJ${textFrom(LETTERS_AND_DIGITS, 20, 1)}`,
      ),
    quiet: ['sk-...', 'sk-your-key-here', 'task-specific-fine-tuning-of-language-models-in-practice'],
  },
  tokens(
    ['openai', 'OpenAI project key', 'platform.openai.com/docs/api-reference/authentication'],
    'sk-{proj,svcacct,admin}- U40-200',
    { entropy: 4 },
  ),
  tokens(
    ['anthropic', 'Anthropic API key', 'docs.anthropic.com/en/api/overview'],
    'sk-ant-{api03,admin01,oat01,ort01,sid01}- U80-120',
    { quiet: [`sk-ant-api03-${'x'.repeat(95)}`, 'sk-ant-api03-too-short'] },
  ),
  tokens(['openrouter', 'OpenRouter key', 'openrouter.ai/docs/api-reference/authentication'], 'sk-or-v1- H64'),
  tokens(['langfuse', 'Langfuse secret key', 'langfuse.com/docs'], 'sk-lf- UUID'),
  tokens(['elevenlabs', 'ElevenLabs key', 'elevenlabs.io/docs/api-reference/authentication'], 'sk_ H48'),
  tokens(['cartesia', 'Cartesia key', 'docs.cartesia.ai'], 'sk_car_ W20-60'),
  tokens(['helicone', 'Helicone key', 'docs.helicone.ai'], '{sk,pk}-helicone- U20-80'),
  tokens(
    ['model-api-key', 'Model API key of the form sk-', 'api-docs.deepseek.com, help.openai.com, platform.moonshot.ai'],
    'sk- W32-64',
    { entropy: 3.4, quiet: ['sk-learn', `sk-${'0'.repeat(32)}`] },
  ),
  tokens(['replicate', 'Replicate token', 'replicate.com/docs/reference/http#authentication'], 'r8_ W37'),
  tokens(['groq', 'Groq key', 'console.groq.com/docs/quickstart'], 'gsk_ W48-56'),
  tokens(['nvidia', 'NVIDIA API key', 'docs.api.nvidia.com'], 'nvapi- U60-70'),
  tokens(['xai', 'xAI key', 'docs.x.ai'], 'xai- W70-90'),
  tokens(['perplexity', 'Perplexity key', 'docs.perplexity.ai'], 'pplx- W40-56'),
  tokens(['tavily', 'Tavily key', 'docs.tavily.com'], 'tvly- W30-40 | tvly-{dev,prod}- U30-60'),
  tokens(['langsmith', 'LangSmith key', 'docs.smith.langchain.com'], 'lsv2_{pt,sk}_ H32 _ H10 | ls__ H32'),
  tokens(['pinecone', 'Pinecone key', 'docs.pinecone.io'], 'pcsk_ W5-6 _ W60-66'),
  tokens(['fireworks', 'Fireworks AI key', 'docs.fireworks.ai'], 'fw_ W22-26'),
  tokens(['together', 'Together AI key', 'docs.together.ai'], 'tgp_v1_ U40-48'),
  tokens(['cerebras', 'Cerebras key', 'inference-docs.cerebras.ai'], 'csk- L44-52'),
  tokens(['voyage', 'Voyage AI key', 'docs.voyageai.com'], '{pa,al}- U43'),
  tokens(['jina', 'Jina AI key', 'jina.ai/api-dashboard'], 'jina_ U58-64'),
  tokens(['runpod', 'RunPod key', 'docs.runpod.io/get-started/api-keys'], 'rpa_ W40-50'),
  tokens(['friendli', 'Friendli token', 'friendli.ai/docs'], 'flp_ W40-60'),
  tokens(['firecrawl', 'Firecrawl key', 'docs.firecrawl.dev'], 'fc- H32'),
  tokens(['e2b', 'E2B key', 'e2b.dev/docs/api-key'], 'e2b_ H40'),
  tokens(['browserbase', 'Browserbase key', 'docs.browserbase.com'], 'bb_{live,test}_ U24-40'),
  tokens(['llama-cloud', 'LlamaCloud key', 'docs.cloud.llamaindex.ai/api_key'], 'llx- W40-60'),
  tokens(['nomic', 'Nomic key', 'docs.nomic.ai'], 'nk- U40-50'),
  tokens(['mem0', 'Mem0 key', 'docs.mem0.ai'], 'm0- W40'),
  tokens(['anyscale', 'Anyscale key', 'docs.anyscale.com'], 'esecret_ W24-40'),
  tokens(['brave-search', 'Brave Search key', 'api-dashboard.search.brave.com/documentation'], 'BSA U24-32', {
    random: true,
  }),
  tokens(
    ['weights-and-biases', 'Weights & Biases key', 'docs.wandb.ai/guides/hosting'],
    'wandb_v1_ U40-86 | local- H40',
  ),
  tokens(['kaggle', 'Kaggle token', 'www.kaggle.com/docs/api'], 'KGAT_ H32'),
  tokens(['cursor', 'Cursor key', 'docs.cursor.com'], 'key_ H64'),
  tokens(['lakera', 'Lakera key', 'docs.lakera.ai'], 'lk_ H64'),
  tokens(['vercel-ai', 'Vercel AI Gateway key', 'vercel.com/docs/ai-gateway'], 'vck_ W24-64'),
  tokens(['modal', 'Modal token', 'modal.com/docs/reference/modal.config'], '{ak,as}- W22'),
  tokens(['portkey', 'Portkey key', 'portkey.ai/docs'], 'pk-live- U20-40'),
];
