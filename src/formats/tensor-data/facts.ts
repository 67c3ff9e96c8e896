/** Bytes that mean nothing by themselves: another file of the model says which tensors they are. */
export interface TensorDataFacts {
  readonly format: 'tensor-data';
  /** Paths of the files that name it. */
  readonly namedBy: readonly string[];
  /** Where the name is a link that is not followed: why it is not. */
  readonly link: 'broken' | 'loop' | 'leaves-folder' | 'folder' | null;
}
