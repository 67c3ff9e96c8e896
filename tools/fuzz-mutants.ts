/** Longest mutant, in bytes: four times the largest genuine file that is taken. */
const LONGEST = 800_000;

/** One to eight mutations: a bit, a byte, a length field, a cut, a doubled or dropped stretch, foreign bytes. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutant = Buffer.from(bytes);
  const at = (): number => Math.floor(random() * (mutant.length + 1));
  for (let count = 1 + Math.floor(random() * 8); count > 0 && mutant.length > 0; count--) {
    const place = Math.min(at(), mutant.length - 1);
    const kind = Math.floor(random() * 7);
    if (kind === 0) mutant[place] = (mutant[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (kind === 1) mutant[place] = Math.floor(random() * 256);
    else if (kind === 2) mutant.fill(random() < 0.5 ? 0xff : 0, place, Math.min(mutant.length, place + 8));
    else if (kind === 3) mutant = mutant.subarray(0, place);
    else if (kind === 4) mutant = Buffer.concat([mutant.subarray(0, place), mutant.subarray(Math.floor(place / 2))]);
    else if (kind === 5) mutant = Buffer.concat([mutant.subarray(0, Math.floor(place / 2)), mutant.subarray(place)]);
    else
      mutant = Buffer.concat([
        mutant.subarray(0, place),
        Buffer.from("cos\nsystem\n(S'true'\ntR."),
        mutant.subarray(place),
      ]);
  }
  return mutant.subarray(0, LONGEST);
}

/** SplitMix32 (Steele, Lea, Flood 2014), so that a run can be made again. */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
