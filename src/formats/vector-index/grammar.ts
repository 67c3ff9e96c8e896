/**
 * What faiss writes after each four-letter code (facebookresearch/faiss, faiss/impl/index_write.cpp, 1.7 to 1.15), one
 * step a word: a number skips so many bytes, `8:code` keeps a number of so many bytes under a name; `vN` is a count and so many
 * elements of N bytes, `vN=d*n` as many as the product of names and numbers; letters are parts with a grammar of their own, below;
 * `X` is an index within, `X!` one of the same vectors, `T` a transform.
 */
export const CODES: Readonly<Record<string, string>> = {
  null: '',
  IxFI: 'H v4=d*n',
  IxF2: 'H v4=d*n',
  IxFl: 'H v4=d*n',
  IxHe: 'H 4:bits 1 1 v4 4:code T v1=code*n',
  IxPq: 'H Q v1=pq*n 4 1 4',
  IxSQ: 'H S v1=sq*n',
  Imiq: 'H Q',
  Ix2L: 'H X 8 1 Q 8 8 8:code v1=code*n',
  IwFl: 'I L=4*d',
  IwFd: 'I v8 L=4*d',
  IwSq: 'I S 8:code 1 L=code',
  IwPQ: 'I 1 8:code Q L=code',
  IwQR: 'I 1 8:code Q L=code Q v1 4',
  IwPf: 'I 1 8 4 8 4 8 Q L',
  IPfs: 'H Q 4 4 4 8 8 v1',
  IxPT: 'H P X!',
  IxRF: 'H X! X! 4',
  IxMp: 'H X! v8=n',
  IxM2: 'H X! v8=n',
  IHNf: 'H W X!',
  IHNp: 'H W X!',
  IHNs: 'H W X!',
  IHN2: 'H W X!',
  INSf: 'H 4 1 4 4 4 4 N X!',
  INSp: 'H 4 1 4 4 4 4 N X!',
  INSs: 'H 4 1 4 4 4 4 N X!',
  IRMf: 'H X',
  IRMh: 'H X',
  IBxF: 'B v1=code*n',
  IBwF: 'B 8:lists 8 X D L=code',
  IBFf: 'B X',
  IBHf: 'B W X!',
  IBMp: 'B X! v8=n',
  IBM2: 'B X! v8=n',
};

/** Transforms of vectors; each ends with its two dimensions and whether it is trained. */
export const TRANSFORMS: Readonly<Record<string, string>> = {
  rrot: '1 v4:matrix v4 4:in 4:out 1:trained',
  LTra: '1 v4:matrix v4 4:in 4:out 1:trained',
  Pcam: '4 4 1 4 v4 v4 v4 1 v4:matrix v4 4:in 4:out 1:trained',
  Viqm: '4 4 1 v4 v4 4:in 4:out 1',
  Viqt: 'v4 1 T T 4:in 4:out 1',
  RmDT: 'v4 4:in 4:out 1:trained',
  VNrm: '4 4:in 4:out 1:trained',
  VCnt: 'v4 4:in 4:out 1:trained',
};

/** Parts without a code: quantisers, the graph of HNSW, what every inverted file begins with. */
export const PARTS: Readonly<Record<string, string>> = {
  Q: '8:dims 8:parts 8:width v4:centroids',
  S: '4:kind 4 4 8:dims 8:sq v4',
  I: 'H 8:lists 8 X D',
  B: '4:d 4:code 8:n 1:trained 4',
};
