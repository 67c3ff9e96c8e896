import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const tensor = z.strictObject({
  name: z.string(),
  dtype: z.string(),
  /** Outermost first, as safetensors has it. */
  shape: z.array(z.number()),
  elements: z.number(),
  /** SHA-256 of the canonical values at the places that are read; null for a type that is not decoded. */
  values: hex.nullable(),
  /** The same after rounding to fewer bits, where the type has more. */
  asF16: hex.nullable(),
  asBF16: hex.nullable(),
  /** Every value read is the same: equal to another such tensor, it proves nothing. */
  constant: z.boolean(),
  /** SHA-256 of all its bytes as they are stored; null where they were not at hand, or nobody needed them. */
  whole: hex.nullable().default(null),
});

/** What a model can be known again by, without keeping its weights. */
export const fingerprintShape = z.strictObject({
  version: z.literal(1),
  /** As its publisher calls it: `org/name`. */
  name: z.string(),
  revision: z.string().nullable(),
  registeredAt: z.string(),
  /** Names under which it is known as well. */
  aliases: z.array(z.string()),
  /** Of config.json or GGUF metadata; null where neither says. */
  hyperParameters: z.record(z.string(), z.union([z.string(), z.number()])),
  vocabulary: hex.nullable(),
  chatTemplate: hex.nullable(),
  tensors: z.array(tensor),
});

export type Fingerprint = z.output<typeof fingerprintShape>;
export type TensorPrint = Fingerprint['tensors'][number];

/** Values read of a tensor, from its middle: enough that no two trained ones agree by chance. */
export const SAMPLE = 4096;
/** Fewer values than this say little: norms and biases of one model repeat in another. */
export const TELLING = 256;
