import { parted } from './parting.ts';

/** What letters say that something parts within their words: most words come together across it; else null. */
export function glued(text: string): string | null {
  // Marks that make letters bold part no word.
  const parts = text.replace(/<[^<>]{0,80}>|\*\*|__/g, '').match(/[A-Za-z]+/g) ?? [];
  const says = parted(parts.join(''));
  if (says === null) return null;
  const cuts = new Set<number>();
  let end = 0;
  for (const part of parts) {
    end += part.length;
    cuts.add(end);
  }
  let [at, across, whole, single] = [0, 0, 0, 0];
  for (const word of says.split(' ')) {
    const first = at;
    at += word.length;
    if (word.length === 1 && word !== 'a' && word !== 'i') single += 1;
    if (word.length < SHORTEST) continue;
    if (Array.from({ length: word.length - 1 }, (_, place) => first + 1 + place).some((place) => cuts.has(place)))
      across += 1;
    else whole += 1;
  }
  return across >= LEAST_ACROSS && across > whole && single <= across ? says : null;
}

const SHORTEST = 3;
const LEAST_ACROSS = 4;
