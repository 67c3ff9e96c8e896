import { isJsonObject, type Json } from '../kernel/json.ts';

/** Digests of descriptors (OCI image-spec, descriptor.md). */
const DIGEST =
  /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!sha(?:256|512):)[a-z0-9]+(?:[+._-][a-z0-9]+)*:[\w=-]+)$/;

export function isDigest(value: Json | undefined): boolean {
  return typeof value === 'string' && DIGEST.test(value);
}

/** Whether a client can ask for what is described: by a digest and a size. */
export function isDescriptor(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const { digest, size } = value;
  return isDigest(digest) && Number.isSafeInteger(size) && Number(size) >= 0;
}
