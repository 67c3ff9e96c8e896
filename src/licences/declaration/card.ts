import { type CardValue, type FrontMatter, readFrontMatter } from '../../formats/yaml/front-matter.ts';
import type { Declared, Place, Prose } from '../case.ts';

/** What a card’s front matter says that a licence reading needs. */
export interface CardFacts {
  readonly declared: readonly Declared[];
  readonly broken: (Place & { readonly why: string }) | null;
  readonly bases: readonly (Place & { readonly name: string })[];
  readonly relation: string | null;
  readonly datasets: readonly (Place & { readonly name: string })[];
  readonly tags: readonly string[];
  readonly prose: readonly Prose[];
  readonly modality: 'text' | 'multimodal' | null;
}

export const NO_CARD: CardFacts = {
  declared: [],
  broken: null,
  bases: [],
  relation: null,
  datasets: [],
  tags: [],
  prose: [],
  modality: null,
};

const FENCE = /^\uFEFF?\s*---[ \t]*\r?\n/;

/** Reads a card, or bare front matter without its fences. `source` names it in what is told. */
export function readCard(text: string, source: string): CardFacts {
  const fenced = FENCE.test(text);
  const whole = fenced
    ? /\n---[ \t]*\r?(?:\n|$)/.test(text.replace(FENCE, '\n'))
      ? text
      : `${text}\n---\n`
    : `---\n${text}\n---\n`;
  const matter = readFrontMatter(whole);
  return cardFacts(matter, source, { text: whole, shift: fenced ? 0 : -1 });
}

/** The same for front matter that was read before. `shift` is added to lines that count a fence nobody wrote. */
export function cardFacts(
  matter: FrontMatter,
  source: string,
  { text, shift }: { readonly text: string; readonly shift: number },
): CardFacts {
  if (matter.kind === 'broken') {
    return {
      ...NO_CARD,
      broken: { source, line: Math.max(1, matter.line + shift), why: matter.message },
      prose: [proseOf(text, source)],
    };
  }
  const values = matter.kind === 'read' ? matter.values : new Map<string, CardValue>();
  const at = (value: CardValue | undefined): Place => ({
    source,
    line: value === undefined ? null : value.line + shift,
  });
  const get = (key: string) => values.get(key);
  const tags = textsIn(get('tags')?.value);
  const gates = [...values].filter(([key]) => key.startsWith('extra_gated'));
  return {
    declared: [...declaredIn(values, at), ...tags.flatMap((tag) => taggedLicence(tag, at(get('tags'))))],
    broken: null,
    bases: namesIn(get('base_model'), at),
    relation: textsIn(get('base_model_relation')?.value)[0] ?? null,
    datasets: namesIn(get('datasets'), at),
    tags: [...tags, ...textsIn(get('model_name')?.value)],
    prose: [
      proseOf(text, source),
      ...gates.map(([, value]): Prose => ({ ...at(value), text: gateText(value.value), binding: true })),
    ],
    modality: modalityOf([...textsIn(get('pipeline_tag')?.value), ...tags]),
  };
}

function declaredIn(
  values: ReadonlyMap<string, CardValue>,
  at: (value: CardValue | undefined) => Place,
): readonly Declared[] {
  const stated = values.get('license') ?? values.get('licence');
  const name = textsIn((values.get('license_name') ?? values.get('licence_name'))?.value)[0] ?? null;
  const link = textsIn((values.get('license_link') ?? values.get('licence_link'))?.value)[0] ?? null;
  const ids = textsIn(stated?.value);
  if (ids.length === 0 && name !== null) {
    return [{ ...at(values.get('license_name')), quote: `license_name: ${name}`, id: 'other', name, link }];
  }
  return ids.map((id) => ({
    ...at(stated),
    quote: name === null ? `license: ${id}` : `license: ${id}, license_name: ${name}`,
    id,
    name,
    link,
  }));
}

function taggedLicence(tag: string, place: Place): readonly Declared[] {
  const id = /^licen[cs]e:(.+)$/i.exec(tag)?.[1];
  return id === undefined ? [] : [{ ...place, source: `${place.source} tags`, quote: tag, id, name: null, link: null }];
}

/** Names in a list, or one name; a map of names and settings counts by its keys. */
function namesIn(
  value: CardValue | undefined,
  at: (value: CardValue | undefined) => Place,
): readonly (Place & { readonly name: string })[] {
  return textsIn(value?.value).map((name) => ({ ...at(value), name }));
}

/** A gate's text, whatever shape it has: prompts are text, fields are maps of text. */
function gateText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

/** What stands below the front matter, and comments in it: prose that binds nobody by itself. */
function proseOf(text: string, source: string): Prose {
  return { source, line: 1, text: text.slice(0, 1_000_000), binding: false };
}

const MULTIMODAL =
  /image-text-to-text|visual-question|image-to-text|video-text|any-to-any|multimodal|^vision$|text-to-image|image-to-image|text-to-video|audio-text/i;

function modalityOf(words: readonly string[]): 'text' | 'multimodal' | null {
  if (words.some((word) => MULTIMODAL.test(word))) return 'multimodal';
  return words.some((word) => /^(?:text-generation|text2text-generation|text-classification)$/i.test(word))
    ? 'text'
    : null;
}

/** A text, or the texts of a list; other scalars as they are written. */
export function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    if (typeof one === 'number') return [String(one)];
    return typeof one === 'string' && one.trim() !== '' ? [one.trim()] : [];
  });
}
