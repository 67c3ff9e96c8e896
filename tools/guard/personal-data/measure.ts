import { personalData } from '../../../src/guard/detectors/personal-data/detector.ts';
import { createGuard } from '../../../src/guard/guard.ts';
import { drawFrom } from './draw.ts';
import { LANGUAGES, type NumberKind } from './kind.ts';
import { IN_WORDS, WITHOUT_WORDS } from './sentences.ts';

/** What the rules were written with, or what they are judged by. */
export type Part = 'development' | 'held';

export interface Share {
  readonly found: number;
  readonly of: number;
}

interface Recall {
  readonly kind: NumberKind;
  readonly english: Share;
  readonly own: Share;
  readonly alone: Share;
  readonly missed: readonly string[];
}

const guard = createGuard({ detectors: [personalData], clock: () => 0 });

/** How many numbers of a kind are found, under its own type and in its own place. */
export function recallOf(kind: NumberKind, part: Part): Recall {
  const draw = drawFrom(part === 'held' ? 4711 : 17);
  const missed: string[] = [];
  const share = (sentences: readonly string[], called: readonly string[], only = /./): Share => {
    let [found, of] = [0, 0];
    for (const sentence of sentences) {
      for (const word of called) {
        for (const value of kind.write(draw).filter((written) => only.test(written))) {
          const text = sentence.replace('{w}', () => word).replace('{v}', () => value);
          of += 1;
          if (isFound(kind.type, text, value)) found += 1;
          else missed.push(text);
        }
      }
    }
    return { found, of };
  };
  // Half of the words are kept back with the sentences.
  const half = (words: readonly string[]) => words.filter((_, at) => at % 2 === (part === 'held' ? 1 : 0));
  return {
    kind,
    english: share(IN_WORDS.en[part], half(kind.called)),
    own: kind.own.length === 0 ? { found: 0, of: 0 } : share(IN_WORDS[kind.language][part], half(kind.own)),
    alone: kind.telling ? share(WITHOUT_WORDS[part], [''], kind.plain ? /./ : /[^0-9]/) : { found: 0, of: 0 },
    missed,
  };
}

function isFound(type: string, text: string, value: string): boolean {
  const at = text.indexOf(value);
  return guard
    .check(text, { origin: 'user' })
    .findings.some((one) => one.type === type && one.start <= at + 1 && one.end >= at + value.length - 2);
}

export function percent({ found, of }: Share): string {
  return of === 0 ? '' : `${((100 * found) / of).toFixed(0)} %`;
}

export function languageOf(kind: NumberKind): string {
  return LANGUAGES[kind.language];
}

export function sumOfShares(shares: readonly Share[]): Share {
  return shares.reduce((sum, { found, of }) => ({ found: sum.found + found, of: sum.of + of }), { found: 0, of: 0 });
}
