/** How surely a part of an address carries a text out, and how. */
export interface Cargo {
  readonly score: number;
  readonly how: string;
}

/** The value of a part of a query, and whether it may be a word of a sentence, or a piece of an encoded text. */
export interface Piece {
  readonly value: string;
  readonly isWord: boolean;
  readonly isEncoded: boolean;
}

/** What is known of parts of addresses: addresses within addresses have most of them in common. */
export interface KnownParts {
  /** What they carry, by how they were asked. */
  readonly cargoes: Map<string, Map<string, Cargo | null>>;
  readonly pieces: Map<string, Piece>;
}

export function createKnownParts(): KnownParts {
  return { cargoes: new Map(), pieces: new Map() };
}

/** What the parts carry that were asked about in this way. */
export function cargoesBy({ cargoes }: KnownParts, how: string): Map<string, Cargo | null> {
  const there = cargoes.get(how) ?? new Map<string, Cargo | null>();
  cargoes.set(how, there);
  return there;
}
