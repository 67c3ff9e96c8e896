/** What was kept of one message. */
export interface Message {
  /** Of its first byte, from the start of the file or part. */
  readonly offset: number;
  readonly size: number;
  readonly integers: ReadonlyMap<number, readonly number[]>;
  readonly texts: ReadonlyMap<number, readonly string[]>;
  readonly messages: ReadonlyMap<number, readonly Message[]>;
  /** Bytes of fields that were known and not wanted, and how often each stood there. */
  readonly opaque: ReadonlyMap<number, { readonly count: number; readonly bytes: number }>;
  /** Of fields of bytes that are wanted when they are short: the last. */
  readonly short: ReadonlyMap<number, Uint8Array>;
  readonly unknown: UnknownFields | null;
  /** Fields whose text was cut. */
  readonly cut: readonly number[];
}

/** Fields that the message type does not have; loaders skip them. */
export interface UnknownFields {
  readonly first: number;
  readonly offset: number;
  readonly bytes: number;
}

/** The last value counts, as in every protobuf library. */
export function textOf({ texts }: Message, field: number): string {
  return texts.get(field)?.at(-1) ?? '';
}

export function integerOf({ integers }: Message, field: number): number | undefined {
  return integers.get(field)?.at(-1);
}

export function textsOf({ texts }: Message, field: number): readonly string[] {
  return texts.get(field) ?? [];
}

export function integersOf({ integers }: Message, field: number): readonly number[] {
  return integers.get(field) ?? [];
}

export function messagesOf({ messages }: Message, field: number): readonly Message[] {
  return messages.get(field) ?? [];
}
