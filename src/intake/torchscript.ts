import { type Item, readingsAs } from './inventory.ts';

/**
 * Whether a part lies in an archive of TorchScript: beside it stand `constants.pkl` and a folder `code`. Its `.py` files
 * are TorchScript, which no Python imports, and its pickles name classes of that code under `__torch__`.
 */
export function inTorchscript(item: Item, member: readonly string[]): boolean {
  const root = rootOf(member.at(-1) ?? '');
  if (root === null) return false;
  for (const zip of readingsAs(item, 'zip')) {
    if (!isAround(zip.member, member)) continue;
    const names = zip.facts.entries.map(({ name }) => name);
    if (names.includes(`${root}/constants.pkl`) && names.some((name) => name.startsWith(`${root}/code/`))) return true;
  }
  return false;
}

/** Whether a part is TorchScript's own code: `<root>/code/….py`. */
export function isTorchscriptCode(item: Item, member: readonly string[]): boolean {
  return /^[^/]+\/code\/.+\.py$/.test(member.at(-1) ?? '') && inTorchscript(item, member);
}

function rootOf(name: string): string | null {
  return /^([^/]+)\//.exec(name)?.[1] ?? null;
}

function isAround(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length === inner.length - 1 && outer.every((step, index) => inner[index] === step);
}
