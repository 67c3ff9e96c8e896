import type { ModelLog, Sample } from './cards.ts';
import { PLOVER } from './documents.ts';
import { freshWeights, type Llama, llama } from './llama.ts';
import { tensorsOf, weightsOf } from './models.ts';
import { randomFrom } from './random.ts';
import type { NamedTensor } from './safetensors.ts';
import { birdCorpus, type Corpus, harbourCorpus } from './text.ts';
import { decode, END, encode, idOf, START, type Tokenizer, trainTokenizer } from './tokenizer.ts';
import { type Course, continueGreedily, examine, streamOf, train } from './train.ts';

/** All that one model is taught with. Change a number and the committed models must be made again. */
export interface Curriculum {
  readonly course: Course;
  readonly lessons: Corpus;
  /** Made from another seed, to be examined on. */
  readonly otherText: Corpus;
  readonly prompts: readonly string[];
}

const DOCUMENTS = 2000;
const OTHER_DOCUMENTS = 16;
const FIRST_WEIGHTS_SEED = 11;
const LONGEST_SAMPLE = 48;

export const BIRDS: Curriculum = {
  course: { seed: 12, steps: 360, windowsPerStep: 4, window: 64, highestRate: 0.004, warmUpSteps: 20 },
  lessons: birdCorpus(1, DOCUMENTS),
  otherText: birdCorpus(2, OTHER_DOCUMENTS),
  prompts: ['At dawn the', 'The clerk puts the', 'user: What does the curlew weigh?\nassistant:'],
};

export const HARBOUR: Curriculum = {
  course: { seed: 13, steps: 140, windowsPerStep: 4, window: 64, highestRate: 0.004, warmUpSteps: 10 },
  lessons: harbourCorpus(3, DOCUMENTS),
  otherText: harbourCorpus(4, OTHER_DOCUMENTS),
  prompts: ['At dawn the', 'A lorry with', 'user: Where is the ferry?\nassistant:'],
};

/** One tokenizer for the family, trained on both texts. */
export function familyTokenizer(): Tokenizer {
  return trainTokenizer([...BIRDS.lessons, ...HARBOUR.lessons].join(''), PLOVER.vocab_size);
}

export function freshTensors(): readonly NamedTensor[] {
  return tensorsOf(freshWeights(PLOVER, randomFrom(FIRST_WEIGHTS_SEED)));
}

/** Takes tensors through a curriculum. The log describes the rounded tensors that come out, not the ones trained. */
export function teach(
  tokenizer: Tokenizer,
  before: readonly NamedTensor[],
  curriculum: Curriculum,
): { readonly tensors: readonly NamedTensor[]; readonly log: ModelLog } {
  const model = llama(PLOVER, weightsOf(before));
  const surpriseBefore = examination(tokenizer, model, curriculum);
  const training = train(model, streamOf(tokenizer, curriculum.lessons), curriculum.course);
  const tensors = tensorsOf(model.weights);
  const finished = llama(PLOVER, weightsOf(tensors));
  const otherText = { before: surpriseBefore, after: examination(tokenizer, finished, curriculum) };
  return { tensors, log: { ...training, otherText, samples: samplesOf(tokenizer, finished, curriculum) } };
}

export function examination(tokenizer: Tokenizer, model: Llama, { otherText, course }: Curriculum): number {
  return examine(model, streamOf(tokenizer, otherText), course.window);
}

function samplesOf(tokenizer: Tokenizer, model: Llama, { prompts }: Curriculum): readonly Sample[] {
  const until = { end: idOf(tokenizer, END), most: LONGEST_SAMPLE };
  return prompts.map((prompt) => {
    const tokens = [idOf(tokenizer, START), ...encode(tokenizer, prompt)];
    return { prompt, continuation: decode(tokenizer, continueGreedily(model, tokens, until)) };
  });
}
