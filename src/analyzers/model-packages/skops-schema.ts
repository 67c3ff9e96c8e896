import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** Later protocols than any there is. */
const PROTOCOLS = 100;
const LISTS: ReadonlySet<string> = new Set(['ListNode', 'TupleNode', 'SetNode']);
const FILES: ReadonlySet<string> = new Set(['BytesNode', 'BytearrayNode', 'SparseMatrixNode']);
/** What Python writes and JSON does not have. */
const CONSTANT = /^-?(?:NaN|Infinity)$/;

/**
 * What is wrong with the schema of a skops file, or null: each node has what its loader reads (skops 0.13, skops/io), and
 * the arrays it names are members of the file. `members` are null where the schema stands alone.
 */
export function brokenSkops(schema: Json, members: ReadonlySet<string> | null): string | null {
  const protocol = isJsonObject(schema) ? schema['protocol'] : undefined;
  if (typeof protocol !== 'number' || !Number.isInteger(protocol) || protocol < 0 || protocol > PROTOCOLS)
    return 'no protocol';
  const open: (Json | undefined)[] = [schema];
  const seen = new Set<Json>();
  while (open.length > 0) {
    const node = open.pop();
    if (!isNode(node)) return 'a node that is none';
    if (node['__loader__'] === 'CachedNode') {
      if (!seen.has(node['__id__'] ?? null)) return 'a node that refers to none before it';
      continue;
    }
    seen.add(node['__id__'] ?? null);
    const wrong = brokenNode(node, members);
    if (wrong !== null) return `${node['__loader__']}: ${wrong}`;
    // The first is looked at first, as by the loader.
    for (const child of childrenOf(node).toReversed()) open.push(child);
  }
  return null;
}

type Node = JsonObject & { readonly __loader__: string };

function isNode(value: Json | undefined): value is Node {
  return (
    isJsonObject(value) && ['__loader__', '__module__', '__class__'].every((key) => typeof value[key] === 'string')
  );
}

function brokenNode(node: Node, members: ReadonlySet<string> | null): string | null {
  const { __loader__: loader, content } = node;
  if (LISTS.has(loader) && !Array.isArray(content)) return 'no list';
  if (loader === 'DictNode' && !isJsonObject(content)) return 'no map';
  if (loader === 'JsonNode' && !(typeof content === 'string' && isJson(content))) return 'no value';
  const isKept = FILES.has(loader) || (loader === 'NdArrayNode' && node['type'] === 'numpy');
  if (isKept) {
    const file = node['file'];
    if (typeof file !== 'string') return 'no file';
    return members?.has(file) === false ? 'a file that is not there' : null;
  }
  return loader === 'NdArrayNode' && !(node['type'] === 'json' && Array.isArray(content)) ? 'no array' : null;
}

function childrenOf(node: Node): readonly (Json | undefined)[] {
  const { __loader__: loader, content } = node;
  if (Array.isArray(content) && (LISTS.has(loader) || loader === 'NdArrayNode')) return content;
  if (loader === 'DictNode') return [node['key_types'], ...(isJsonObject(content) ? Object.values(content) : [])];
  return loader === 'ObjectNode' && content !== undefined && content !== null ? [content] : [];
}

function isJson(text: string): boolean {
  if (CONSTANT.test(text.trim())) return true;
  try {
    JSON.parse(text.replaceAll(/-?\b(?:NaN|Infinity)\b/g, '0'));
    return true;
  } catch {
    return false;
  }
}
