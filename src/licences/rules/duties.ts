import { DUE, type Judgement, OWNER } from './clause.ts';

type Duty = NonNullable<Judgement['duty']>;

/** Begin names with a prefix: Llama, EXAONE, HyperCLOVA X. */
export function namePrefix(prefix: string, names = 'the model'): Duty {
  return {
    id: 'name-prefix',
    text: `Begin the name of ${names} with “${prefix}” when it is distributed.`,
    owner: OWNER.release,
    due: DUE.sharing,
    probe: `the alias begins with “${prefix}”`,
  };
}

/** Show words: `Built with Llama`. */
export function displayText(text: string, where: string): Duty {
  return {
    id: 'display-text',
    text: `Show “${text}” ${where}.`,
    owner: OWNER.product,
    due: DUE.release,
    probe: 'the page or documentation shows the text',
  };
}

/** Terms that a trained or derived model inherits. */
export const DERIVATIVE_TERMS: Duty = {
  id: 'derivative-terms',
  text: 'Put the trained model under the same terms, use restrictions included, and say so in its card.',
  owner: OWNER.release,
  due: DUE.sharing,
  probe: 'the card of the trained model names this licence',
};

/** A use that must stay what it is: non-commercial, research. */
export function keepTo(limit: string, what = 'the use'): Duty {
  return {
    id: 'keep-to-limit',
    text: `Keep ${what} to ${limit}: no product, paid service or business operation may rest on it.`,
    owner: OWNER.product,
    due: DUE.running,
    probe: null,
  };
}

/** Something for counsel to settle, sign or pay. */
export function forCounsel(id: string, text: string, due: string = DUE.use): Duty {
  return { id, text, owner: OWNER.legal, due, probe: null };
}
