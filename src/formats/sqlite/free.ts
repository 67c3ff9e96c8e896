import { MalformedError } from '../../kernel/bytes.ts';
import type { Layout, Pages } from './tree.ts';

/** Follows the list of free pages (fileformat2, 1.5); as many as the header says. */
export async function takeFree(pages: Pages, first: number, count: number): Promise<void> {
  const { layout } = pages;
  let [found, before] = [0, 1];
  for (let trunk = first; trunk !== 0; ) {
    pages.take(trunk, before);
    const bytes = await pages.read(trunk);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const leaves = view.getUint32(4);
    if (leaves > layout.usable / 4 - 2) throw new MalformedError(`page ${trunk} lists ${leaves} free pages`, 0);
    for (let index = 0; index < leaves; index++) pages.take(view.getUint32(8 + 4 * index), trunk);
    found += 1 + leaves;
    before = trunk;
    trunk = view.getUint32(0);
  }
  if (found !== count) throw new MalformedError(`${count} free pages by the header, ${found} in their list`, 36);
}

/** The page around the byte by which processes lock the database has no other use. */
const LOCK_BYTE = 2 ** 30;

/** Pages that tell which page leads to which, in databases that shrink by themselves (1.8), and the one of the lock. */
export function takeKept(pages: Pages, shrinks: boolean): void {
  const { pageSize, usable, pages: count }: Layout = pages.layout;
  const lock = LOCK_BYTE / pageSize + 1;
  if (lock <= count) pages.take(lock, 1);
  if (!shrinks) return;
  const told = Math.floor(usable / 5) + 1;
  for (let page = 2; page <= count; page += told) pages.take(page === lock ? page + 1 : page, 1);
}
