/** A log as files that any server of files can serve (c2sp.org/tlog-tiles). */
const WIDTH = 256;

export interface Tile {
  /** Null: entries; otherwise the level of its hashes. */
  readonly level: number | null;
  readonly index: number;
  /** 256, or fewer at the right edge. */
  readonly width: number;
}

export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  const place = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return `tile/${level ?? 'entries'}/${place}${width === WIDTH ? '' : `.p/${width}`}`;
}

/** Collects what a growing log puts into its tiles, and hands out each tile when it is full. */
export class TileWriter {
  readonly #levels: Uint8Array[][] = [];
  readonly #counts: number[] = [];
  #entries: Uint8Array[] = [];
  #size = 0;

  /** One more entry, with the hashes it completed, smallest subtree first. */
  *add(entry: Uint8Array, completed: readonly Uint8Array[]): Iterable<readonly [string, Uint8Array]> {
    this.#entries.push(bundled(entry));
    this.#size += 1;
    for (const [level, hash] of completed.filter((_, at) => at % 8 === 0).entries()) {
      const hashes = this.#levels[level] ?? [];
      this.#levels[level] = hashes;
      hashes.push(hash);
      this.#counts[level] = (this.#counts[level] ?? 0) + 1;
      if (hashes.length < WIDTH) continue;
      yield [tilePath({ level, index: (this.#counts[level] ?? 0) / WIDTH - 1, width: WIDTH }), Buffer.concat(hashes)];
      hashes.length = 0;
    }
    if (this.#entries.length < WIDTH) return;
    yield [tilePath({ level: null, index: this.#size / WIDTH - 1, width: WIDTH }), Buffer.concat(this.#entries)];
    this.#entries = [];
  }

  /** The tiles at the right edge that are not full. */
  *rest(): Iterable<readonly [string, Uint8Array]> {
    for (const [level, hashes] of this.#levels.entries()) {
      if (hashes.length === 0) continue;
      const index = Math.floor((this.#counts[level] ?? 0) / WIDTH);
      yield [tilePath({ level, index, width: hashes.length }), Buffer.concat(hashes)];
    }
    if (this.#entries.length === 0) return;
    const index = Math.floor(this.#size / WIDTH);
    yield [tilePath({ level: null, index, width: this.#entries.length }), Buffer.concat(this.#entries)];
  }
}

/** An entry in a bundle, behind its length. Throws RangeError for one of 64 KiB or more, which no bundle can hold. */
function bundled(entry: Uint8Array): Uint8Array {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(entry.length);
  return Buffer.concat([length, entry]);
}
