export function claimsMsgpack(path: string, head: Uint8Array, size: number): boolean {
  return (
    size > 0 &&
    (NAMED.test(path) || (SPACY.test(path) && (isCollection(head[0]) || isEmptyMap(head, size))) || isMap(head))
  );
}

const NAMED = /\.(?:msgpack|mpk|flax)$/i;

/** Parts of pipelines of spaCy and of models of Thinc (spacy/util.py, `to_disk`; thinc/model.py). */
const SPACY = /(?:^|\/)(?:tokenizer|model|moves|matcher|key2row|patterns|trees|lookups(?:_extra)?\.bin)$/;

/** The first byte of an array or a map; of a lone empty map, which a pickle cannot be. */
function isCollection(first = 0): boolean {
  return (first > 0x80 && first < 0xa0) || (first >= 0xdc && first <= 0xdf);
}

/** A lone byte says so little that only the name of such a part makes it a map; anywhere else a cut pickle begins with it. */
function isEmptyMap(head: Uint8Array, size: number): boolean {
  return size === 1 && head[0] === 0x80;
}

/** A map whose first key is a short text of plain letters. */
function isMap(head: Uint8Array): boolean {
  const first = head[0] ?? 0;
  const key = head[1] ?? 0;
  if (first < 0x81 || first > 0x8f || key < 0xa1 || key > 0xbf) return false;
  return (
    head.length > (key & 0x1f) + 2 && head.subarray(2, 2 + (key & 0x1f)).every((byte) => byte >= 0x20 && byte < 0x7f)
  );
}
