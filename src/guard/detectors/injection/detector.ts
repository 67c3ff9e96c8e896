import { ORIGINS, type Origin } from '../../../domain/guard.ts';
import type { UnitDetector, UnitHit } from '../../detector.ts';
import { createIdle, type Idle } from '../idle.ts';
import { INJECTION_EXAMPLES } from './examples.ts';
import { createJudge, type Judge, type Verdict } from './verdict.ts';

/** About one in a hundred honest prompts scores as high of those that were written to sound like attacks (`docs/reference/guard-detectors.md`). */
const SUSPECT = 0.95;
/** The same of documents and results of tools, which are judged by weights of their own, and by whom they speak to. */
const SUSPECT_DOCUMENT = 0.97;
/** Hardly any does. */
const CERTAIN = 0.98;
const DOCUMENTS: readonly Origin[] = ['document', 'tool-result'];

/** The score from where on a text of this origin is told. */
export function suspectOf(origin: Origin): number {
  return DOCUMENTS.includes(origin) ? SUSPECT_DOCUMENT : SUSPECT;
}

/**
 * Attempts to make a model leave its instructions: overriding and extracting them, unrestricted personas, optimised
 * suffixes, tasks hidden in documents. Told at the sentence at which the message as a whole becomes suspect, and once
 * more where it becomes certain.
 */
export const injection: UnitDetector = {
  kind: 'unit',
  id: 'injection',
  title: 'Prompt injection and jailbreaks',
  types: [
    { type: 'injection/override', title: 'Tries to replace the instructions' },
    { type: 'injection/extraction', title: 'Tries to get at instructions or secrets of the application' },
    { type: 'injection/jailbreak', title: 'Tries to talk the model out of its limits' },
    { type: 'injection/suffix', title: 'A text as an optimiser makes it, not a person' },
    { type: 'injection/embedded-task', title: 'A document that gives the model orders' },
    { type: 'injection/forged-turn', title: 'Forges turns of a conversation that grant or do what nobody may' },
    { type: 'injection/many-shot', title: 'Shows a model one after another complying with harmful requests' },
    { type: 'injection/other', title: 'Resembles known attacks' },
  ],
  // The operator's own prompt may say what it wants; what the model says is no attack on it.
  origins: ['user', 'tool-result', 'document', 'transcript'],
  unit: 'sentence',
  overCuts: true,
  judgesWhole: false,
  defaults: [
    { types: [], origins: ['user', 'transcript'], threshold: SUSPECT, action: 'flag' },
    { types: [], origins: DOCUMENTS, threshold: SUSPECT_DOCUMENT, action: 'flag' },
  ],
  examples: INJECTION_EXAMPLES,
  open: (origin) => {
    const judges = JUDGES[origin];
    const suspect = suspectOf(origin);
    let judge: Judge | null = null;
    let told = 0;
    return {
      see: ({ readings }) => {
        judge ??= judges.take();
        let hits: UnitHit[] | undefined;
        for (let reading = 0; reading < readings.length; reading += 1) {
          if (told >= CERTAIN) break;
          const { text = '', from = 0 } = readings[reading] ?? {};
          if (isAcrostic(text)) continue;
          const verdict = judge.read(from === 0 ? text : text.slice(from), told > 0 ? CERTAIN : suspect);
          if (verdict === null) continue;
          told = verdict.score;
          hits ??= [];
          hits.push(hitOf(verdict, { reading, start: from, end: text.length }));
        }
        return hits ?? NOTHING;
      },
      end: () => {
        if (judge !== null) judges.give(judge);
        [judge, told] = [null, 0];
        return NOTHING;
      },
    };
  },
};

/** Asks for a poem of a name: what attacks would have spelt is a secret. */
function isAcrostic(text: string): boolean {
  return text.includes('irst letter') && ACROSTIC.test(text) && !SPELT.test(text);
}

const ACROSTIC =
  /\b(?:acrostic|poem|haiku|verses?|sonnet|song|lyrics|rhyme|story|stanzas?)\b[^\n]{0,120}\bfirst letters? of (?:each|every|the) (?:lines?|verses?|words?|sentences?|stanzas?)\b/i;
const SPELT =
  /\b(?:pass\w*|secrets?|prompts?|instructions?|codes?|keys?|tokens?|rules?|system|above|previous|ignore|access|granted|messages?|conversation|told|restrictions?|guidelines?)\b/i;

const JUDGES = Object.fromEntries(ORIGINS.map((origin) => [origin, createIdle(() => createJudge(origin))])) as Record<
  Origin,
  Idle<Judge>
>;
const NOTHING: readonly UnitHit[] = [];

function hitOf({ score, attempt }: Verdict, place: Pick<UnitHit, 'reading' | 'start' | 'end'>): UnitHit {
  return { ...place, type: `injection/${attempt}`, score: Math.round(score * 1000) / 1000 };
}
