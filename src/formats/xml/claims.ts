import { mayBeginWith } from '../document.ts';

const NAME = /\.(?:xml|pmml)$/i;
const MODEL_ROOT = /^\uFEFF?\s*<(?:\?xml|!--|!DOCTYPE|PMML[\s>]|net\s)/;
const MODEL_INSIDE = /<(?:PMML[\s>]|net\s+name=)/;

export function claimsXml(path: string, head: Uint8Array, size: number): boolean {
  if (NAME.test(path)) return size > 0;
  if (!mayBeginWith(head, '<')) return false;
  const text = new TextDecoder().decode(head);
  return MODEL_ROOT.test(text) && MODEL_INSIDE.test(text);
}
