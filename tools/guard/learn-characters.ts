import { type CharacterModel, STEPS_PER_BIT, slotOf, symbolOf, UNSEEN } from '../../src/text/learned/characters.ts';

/** Counts what follows what in ordinary texts. */
export function learnCharacters(texts: readonly string[]): CharacterModel {
  const counts = [1, 2, 3, 4].map(() => new Map<number, number>());
  const [one, two, three, four] = counts as [
    Map<number, number>,
    Map<number, number>,
    Map<number, number>,
    Map<number, number>,
  ];
  const count = (table: Map<number, number>, key: number) => table.set(key, (table.get(key) ?? 0) + 1);
  for (const text of texts) {
    let history = 0x20202020;
    for (let at = 0; at < text.length; at += 1) {
      count(three, (history & 0xffffff) | 0x1000000);
      history = (history << 8) | symbolOf(text.charCodeAt(at));
      count(four, history);
      count(three, history & 0xffffff);
      count(two, history & 0xffff);
      count(one, history & 0xff);
    }
  }
  const fourTable = new Uint8Array(1 << 16).fill(UNSEEN);
  const threeTable = new Uint8Array(1 << 14).fill(UNSEEN);
  const total = [...one.values()].reduce((a, b) => a + b, 0);
  const single = (key: number) => (one.get(key & 0xff) ?? 0.1) / total;
  const pair = (key: number) =>
    ((two.get(key & 0xffff) ?? 0) + 3 * single(key)) / ((one.get((key >> 8) & 0xff) ?? 0) + 3);
  const triple = (key: number) =>
    ((three.get(key & 0xffffff) ?? 0) + 3 * pair(key)) / ((two.get((key >> 8) & 0xffff) ?? 0) + 3);
  for (const [key, seen] of three) {
    if (key > 0xffffff || seen < 2) continue;
    put(threeTable, slotOf(key, threeTable.length - 1), triple(key));
  }
  for (const [key, seen] of four) {
    if (seen < 2) continue;
    const context = three.get(((key >>> 8) & 0xffffff) | 0x1000000) ?? 0;
    put(fourTable, slotOf(key, fourTable.length - 1), (seen + 3 * triple(key)) / (context + 3));
  }
  return { four: fourTable, three: threeTable };
}

/** Where two runs share a place, the likelier one says. */
function put(table: Uint8Array, slot: number, probability: number): void {
  const steps = Math.max(0, Math.min(UNSEEN - 1, Math.round(-Math.log2(probability) * STEPS_PER_BIT)));
  table[slot] = Math.min(table[slot] ?? UNSEEN, steps);
}
