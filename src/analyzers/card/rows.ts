import type { Rule } from '../../domain/finding.ts';

/** One thing that a deployer must find in a model card, and how it is told when it is there. */
export interface CardRow {
  readonly rule: Rule;
  /** Matched against the headings of the card. */
  readonly heading: RegExp;
  /** Keys of the front matter that say it as well. */
  readonly keys: readonly string[];
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

function lacks(id: string, what: string, why: string): Rule {
  return {
    id: `card/${id}`,
    says: 'note',
    severity: 'low',
    title: `The card does not say ${what}.`,
    why,
    remedy: 'Ask the publisher, and keep the answer with the dossier.',
    references: [],
  };
}

/** After 'Model Cards for Model Reporting' (Mitchell et al., 2019), section 4; contact is its 'model details'. */
export const CARD_ROWS: readonly CardRow[] = [
  {
    rule: lacks(
      'no-intended-use',
      'what the model is meant for',
      'Whoever uses it for something else finds out alone.',
    ),
    heading:
      /\b(?:intended (?:use|purpose|user)|uses?\b|use cases?|usage|how to use|direct use|applications?|quick ?start|get started)/i,
    keys: [],
    fires: ['# A model', '## Training data'],
    quiet: ['## Intended uses & limitations', '### Direct Use', '## Usage', '# How to use'],
  },
  {
    rule: lacks('no-limits', 'what the model should not be used for, or does badly', 'Known faults come as surprises.'),
    heading: /\b(?:limit(?:ation|s)|out[- ]of[- ]scope|bias|risks?|caveats?|ethical|responsib|misuse|safety)/i,
    keys: [],
    fires: ['## Usage'],
    quiet: ['## Bias, Risks, and Limitations', '## Out-of-Scope Use', '## Ethical Considerations'],
  },
  {
    rule: lacks('no-training-data', 'what it was trained on', 'Rights, consent and contamination cannot be judged.'),
    heading: /\b(?:training data|data ?sets?|pre-?training data|corpus|data sources?|data collection)/i,
    keys: ['datasets'],
    fires: ['## Training'],
    quiet: ['### Training Data', '## Dataset', '## Pretraining data'],
  },
  {
    rule: lacks('no-training-procedure', 'how it was trained', 'Whether it was made as claimed cannot be judged.'),
    heading:
      /\b(?:train(?:ing|ed)(?! data| set)|fine-?tun(?:ing|ed)|hyper-?parameters?|merge (?:details|method)|quanti[sz]ation)/i,
    keys: [],
    fires: ['## Training data'],
    quiet: ['## Training procedure', '### Training hyperparameters', '## Merge Details', '## Finetuning'],
  },
  {
    rule: lacks(
      'no-evaluation',
      'how well it does, measured how',
      'A claim of quality that nobody can repeat is an advertisement.',
    ),
    heading: /\b(?:evaluat|benchmark|results?|performance|metrics?|scores?\b|leaderboard)/i,
    keys: ['model-index'],
    fires: ['## Usage'],
    quiet: ['## Evaluation', '# Benchmarks', '### Results'],
  },
  {
    rule: lacks('no-contact', 'whom to ask', 'A fault or a breach has nobody to be told to.'),
    heading: /\b(?:contact|authors?|maintain|citation|cite|developed by|community|support|team|about us|issues)/i,
    keys: [],
    fires: ['## Usage'],
    quiet: ['## Citation', '## Model Card Contact', '## Authors'],
  },
];

/** Words under which cards tell of tests for harm. */
export const SAFETY_WORDS =
  /\b(?:red[- ]?team(?:ing|ed)?|safety (?:evaluation|benchmark|test|alignment)|toxicity|toxigen|harmbench|advbench|jailbreak|truthfulqa|bbq|winobias|bias evaluation|refusal rate)/i;
