/**
 * What faiss writes after each four-letter code (facebookresearch/faiss, faiss/impl/index_write.cpp, 1.7 to 1.15), one
 * step a word: a number skips so many bytes; `vN` is a count and so many elements of N bytes; letters are parts with a
 * grammar of their own, below; `X` is an index within, `T` a transform.
 */
export const CODES: Readonly<Record<string, string>> = {
  null: '',
  IxFI: 'H v4',
  IxF2: 'H v4',
  IxFl: 'H v4',
  IxHe: 'H 4 1 1 v4 4 T v1',
  IxPq: 'H Q v1 4 1 4',
  IxSQ: 'H S v1',
  Imiq: 'H Q',
  Ix2L: 'H X 8 1 Q 8 8 8 v1',
  IwFl: 'I L',
  IwFd: 'I v8 L',
  IwSq: 'I S 8 1 L',
  IwPQ: 'I 1 8 Q L',
  IwQR: 'I 1 8 Q L Q v1 4',
  IwPf: 'I 1 8 4 8 4 8 Q L',
  IPfs: 'H Q 4 4 4 8 8 v1',
  IxPT: 'H P X',
  IxRF: 'H X X 4',
  IxMp: 'H X v8',
  IxM2: 'H X v8',
  IHNf: 'H W X',
  IHNp: 'H W X',
  IHNs: 'H W X',
  IHN2: 'H W X',
  INSf: 'H 4 1 4 4 4 4 N X',
  INSp: 'H 4 1 4 4 4 4 N X',
  INSs: 'H 4 1 4 4 4 4 N X',
  IRMf: 'H X',
  IRMh: 'H X',
  IBxF: 'B v1',
  IBwF: 'B 8 8 X D L',
  IBFf: 'B X',
  IBHf: 'B W X',
  IBMp: 'B X v8',
  IBM2: 'B X v8',
};

/** Transforms of vectors; each ends with its two dimensions and whether it is trained. */
export const TRANSFORMS: Readonly<Record<string, string>> = {
  rrot: '1 v4 v4 4 4 1',
  LTra: '1 v4 v4 4 4 1',
  Pcam: '4 4 1 4 v4 v4 v4 1 v4 v4 4 4 1',
  Viqm: '4 4 1 v4 v4 4 4 1',
  Viqt: 'v4 1 T T 4 4 1',
  RmDT: 'v4 4 4 1',
  VNrm: '4 4 4 1',
  VCnt: 'v4 4 4 1',
};

/** Parts without a code: quantisers, the graph of HNSW, what every inverted file begins with. */
export const PARTS: Readonly<Record<string, string>> = {
  Q: '8 8 8 v4',
  S: '4 4 4 8 8 v4',
  W: 'v8 v4 v4 v8 v4 20',
  I: 'H 8 8 X D',
  B: '4 4 8 1 4',
};
