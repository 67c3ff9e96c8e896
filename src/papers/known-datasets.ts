/** A dataset about which something is known that its name alone does not tell. Dated and sourced; rows are added, not guessed. */
export interface KnownDataset {
  readonly id: string;
  /** Matched against the name without host, case and owner unless the owner is part of it. */
  readonly names: RegExp;
  readonly trouble: 'withdrawn' | 'unlawful-content' | 'infringing' | 'no-consent' | 'closed-model-terms';
  readonly says: string;
  /** For `closed-model-terms`: whose terms. */
  readonly writer: string | null;
  /** When it became known, or was withdrawn. */
  readonly since: string;
  readonly source: string;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

function row(rest: Omit<KnownDataset, 'writer'> & { readonly writer?: string }): KnownDataset {
  return { writer: null, ...rest };
}

const OPENAI = 'OpenAI terms of use, section 2: output may not be used to develop models that compete with OpenAI.';

/** Checked in November 2026. */
export const KNOWN_DATASETS: readonly KnownDataset[] = [
  row({
    id: 'laion-5b',
    names:
      /(?:^|\/)(?:laion[-_]?5b|laion2b(?:[-_](?:en|multi|nolang))?(?:-aesthetic)?|laion[-_]?2b[-_]?(?:en|multi)|laion1b-nolang)$/i,
    trouble: 'unlawful-content',
    says: 'LAION-5B and its parts were withdrawn after links to child abuse material were found in them; Re-LAION-5B is the cleaned release.',
    since: '2023-12-20',
    source:
      'Thiel, Stanford Internet Observatory: Identifying and Eliminating CSAM in Generative ML Training Data and Models (2023)',
    fires: ['laion/laion5B', 'laion-5b', 'laion/laion2B-en', 'laion2b-multi'],
    quiet: ['laion/relaion2B-en-research-safe', 'laion/laion-art-small', 'laion400m-meta'],
  }),
  row({
    id: 'books3',
    names: /(?:^|[/_-])books3$|(?:^|\/)the[-_]pile[-_]books3$/i,
    trouble: 'infringing',
    says: 'Books3 holds the text of some 190,000 books taken from a shadow library; it was taken down on request of rights holders.',
    since: '2023-08-01',
    source: 'Rights Alliance (Denmark), takedown of August 2023; Kadrey v. Meta (N.D. Cal. 3:23-cv-03417)',
    fires: ['the_pile_books3', 'books3', 'someone/books3'],
    quiet: ['books30', 'pg19', 'storytracer/US-PD-Books'],
  }),
  row({
    id: 'the-pile',
    names: /(?:^|\/)(?:the[-_])?pile(?:[-_](?:v1|all|deduplicated))?$|(?:^|\/)the_pile(?:_deduplicated)?$/i,
    trouble: 'infringing',
    says: 'The Pile holds Books3, and was taken down by its host over it; copies without Books3 exist under other names.',
    since: '2023-08-01',
    source: 'The Eye, takedown of August 2023; Gao et al. 2020 (arXiv 2101.00027), table 1',
    fires: ['EleutherAI/pile', 'the_pile', 'EleutherAI/the_pile_deduplicated'],
    quiet: ['monology/pile-uncopyrighted', 'common-pile/caselaw', 'pile-of-law/pile-of-law', 'compile'],
  }),
  row({
    id: 'bookcorpus',
    names: /(?:^|\/)bookcorpus(?:open)?$/i,
    trouble: 'infringing',
    says: 'BookCorpus copied thousands of books from Smashwords against their terms; its authors no longer distribute it.',
    since: '2021-05-11',
    source: 'Bandy and Vincent 2021: Addressing "Documentation Debt" in Machine Learning Research (arXiv 2105.05241)',
    fires: ['bookcorpus', 'bookcorpus/bookcorpus', 'bookcorpusopen'],
    quiet: ['book-corpus-open-licensed'],
  }),
  row({
    id: 'libgen',
    names: /\b(?:libgen|library[-_ ]genesis|anna'?s[-_ ]archive|z[-_]?library|bibliotik)\b/i,
    trouble: 'infringing',
    says: 'It is a shadow library: books and papers without a licence.',
    since: '2025-06-23',
    source: 'Bartz v. Anthropic (N.D. Cal. 3:24-cv-05417), order on fair use of 23 June 2025',
    fires: ['libgen', 'LibGen-nonfiction', 'annas-archive'],
    quiet: ['library-of-congress', 'genesis'],
  }),
  row({
    id: 'dukemtmc',
    names: /duke[-_]?mtmc/i,
    trouble: 'withdrawn',
    says: 'DukeMTMC recorded students without consent; the university withdrew it and its parts.',
    since: '2019-06-02',
    source: 'Duke University, June 2019; exposing.ai/duke_mtmc',
    fires: ['DukeMTMC', 'dukemtmc-reid', 'x/Duke-MTMC'],
    quiet: ['duke-ct'],
  }),
  row({
    id: 'ms-celeb-1m',
    names: /ms[-_]?celeb(?:[-_]?1m)?|ms1m/i,
    trouble: 'withdrawn',
    says: 'MS-Celeb-1M gathered faces of a hundred thousand people without consent; Microsoft withdrew it.',
    since: '2019-06-06',
    source: 'Financial Times, 6 June 2019; exposing.ai/msceleb',
    fires: ['MS-Celeb-1M', 'ms1mv2', 'msceleb'],
    quiet: ['celeba'],
  }),
  row({
    id: 'megaface',
    names: /(?:^|\/)mega[-_]?face\d?$/i,
    trouble: 'withdrawn',
    says: 'MegaFace took faces from private photographs; it is no longer distributed.',
    since: '2020-06-01',
    source: 'University of Washington, decommissioned in 2020; exposing.ai/megaface',
    fires: ['MegaFace', 'megaface2'],
    quiet: ['mega-facets'],
  }),
  row({
    id: 'tiny-images',
    names: /(?:^|\/)(?:80[-_ ]?million[-_ ]?)?tiny[-_ ]?images$/i,
    trouble: 'withdrawn',
    says: '80 Million Tiny Images was withdrawn for derogatory labels and offensive images.',
    since: '2020-06-29',
    source:
      'Torralba, Fergus and Freeman, MIT CSAIL, statement of June 2020; Prabhu and Birhane 2020 (arXiv 2006.16923)',
    fires: ['80-million-tiny-images', 'tiny_images', 'tinyimages'],
    quiet: ['tiny-imagenet'],
  }),
  row({
    id: 'imagenet-people',
    names: /imagenet[-_]?(?:21k|22k|fall11|full)(?:[-_]?(?:p|winter21))?$/i,
    trouble: 'no-consent',
    says: 'Releases of ImageNet before 2021 hold the people subtree, of which 1,593 classes were removed as unsafe or offensive.',
    since: '2019-09-17',
    source: 'Yang et al. 2020: Towards Fairer Datasets (FAT* 2020); image-net.org, update of 17 September 2019',
    fires: ['imagenet-21k', 'timm/imagenet-22k', 'imagenet_fall11'],
    quiet: ['imagenet-1k', 'tiny-imagenet', 'imagenet-a'],
  }),
  row({
    id: 'brainwash',
    names: /(?:^|\/)brainwash(?:[-_]dataset)?$/i,
    trouble: 'withdrawn',
    says: 'Brainwash holds pictures of visitors of a café who were not asked; Stanford withdrew it.',
    since: '2019-06-01',
    source: 'Stanford University, June 2019; exposing.ai/brainwash',
    fires: ['brainwash'],
    quiet: ['brainwaves'],
  }),
  row({
    id: 'clearview-scraped-faces',
    names: /(?:^|\/)(?:diveface|pipa|ibm[-_]?diversity[-_]in[-_]faces|diversity[-_]in[-_]faces)$/i,
    trouble: 'no-consent',
    says: 'Faces from photographs whose subjects were not asked; withdrawn or under claim.',
    since: '2020-01-24',
    source: 'Janecyk v. IBM (N.D. Ill. 1:20-cv-00783); exposing.ai',
    fires: ['diversity-in-faces', 'IBM-Diversity-in-Faces'],
    quiet: ['faces-in-the-wild'],
  }),
  row({
    id: 'alpaca',
    names: /(?:^|[/_-])alpaca(?:[-_](?:cleaned|data|gpt-?4|52k|gpt4-cleaned))?$|(?:^|\/)stanford[-_]alpaca$/i,
    trouble: 'closed-model-terms',
    says: 'Alpaca was written by text-davinci-003 and is licensed CC-BY-NC-4.0.',
    writer: 'OpenAI',
    since: '2023-03-13',
    source: `Taori et al., Stanford Alpaca, README. ${OPENAI}`,
    fires: ['tatsu-lab/alpaca', 'yahma/alpaca-cleaned', 'vicgalle/alpaca-gpt4'],
    quiet: ['alpaca-farm-human', 'alpacas'],
  }),
  row({
    id: 'sharegpt',
    names: /share[-_]?gpt(?!.*(?:vl-images))/i,
    trouble: 'closed-model-terms',
    says: 'ShareGPT holds conversations with ChatGPT, gathered from pages that users had shared.',
    writer: 'OpenAI',
    since: '2023-03-30',
    source: OPENAI,
    fires: ['anon8231489123/ShareGPT_Vicuna_unfiltered', 'RyokoAI/ShareGPT52K', 'ShareGPT4V'],
    quiet: ['shared-tasks'],
  }),
  row({
    id: 'openai-written',
    names:
      /(?:^|[/_-])(?:openhermes(?:[-_]2\.5)?|open[-_]?orca|slimorca(?:-dedup)?|dolly[-_]gpt|gpt4all[-_].*|gpt-?4[-_]llm.*|evol[-_]?instruct.*|wizardlm[-_]evol[-_].*|ultrachat(?:_200k)?|lmsys-chat-1m|self[-_]instruct|unnatural[-_]instructions|code[-_]?alpaca(?:[-_]20k)?|camel-ai.*|tinystories(?:v2)?|baize.*|llava-instruct-150k)$/i,
    trouble: 'closed-model-terms',
    says: "It was written in whole or in part by OpenAI's models.",
    writer: 'OpenAI',
    since: '2023-03-01',
    source: `The datasets' own cards. ${OPENAI}`,
    fires: [
      'teknium/OpenHermes-2.5',
      'Open-Orca/OpenOrca',
      'HuggingFaceH4/ultrachat_200k',
      'sahil2801/CodeAlpaca-20k',
      'roneneldan/TinyStories',
      'liuhaotian/LLaVA-Instruct-150K',
    ],
    quiet: ['databricks/databricks-dolly-15k', 'OpenAssistant/oasst1', 'orca-whales'],
  }),
  row({
    id: 'claude-written',
    names:
      /(?:^|[/_-])(?:magpie[-_]claude.*|claude[-_](?:\d|opus|sonnet|haiku|instruct).*|.*[-_]claude[-_]?(?:\d.*|opus.*|sonnet.*|haiku.*))$/i,
    trouble: 'closed-model-terms',
    says: "Its name says that Anthropic's Claude wrote it.",
    writer: 'Anthropic',
    since: '2023-07-11',
    source:
      "Anthropic's commercial terms, section D.4: outputs may not be used to build a competing product or to train one.",
    fires: ['nothingiisreal/Reddit-Dirty-And-WritingPrompts-claude-3', 'kalomaze/Opus_Instruct_claude-opus'],
    quiet: ['claude-monet-paintings'],
  }),
];

/** What is known of a dataset of this name. */
export function knownDatasets(name: string): readonly KnownDataset[] {
  const plain = name
    .trim()
    .slice(0, 300)
    .replace(/^https?:\/\/[^/]+\//, '')
    .replace(/^datasets\//, '')
    .replace(/\/$/, '');
  return KNOWN_DATASETS.filter(({ names }) => names.test(plain));
}
