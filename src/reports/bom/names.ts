import { PackageURL } from 'packageurl-js';
import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };
import type { Origin } from '../../domain/artifact.ts';
import type { Ecosystem } from '../../domain/dependency.ts';
import { digestOf, hexOf } from '../../kernel/digest.ts';
import { printable } from '../../kernel/printable.ts';

/** A text from outside as a bill shows it: cut, and with what could mislead as code points. */
export function shown(text: string, longest = 2000): string {
  return printable(text.slice(0, longest).toWellFormed());
}

const SPDX_IDS = new Map(spdxIds.map((id) => [id.toLowerCase(), id]));

/** The SPDX id that a licence's name is, whatever its case; null for names that are not on the list. */
export function spdxIdOf(name: string): string | null {
  const plain = name.trim().toLowerCase();
  return SPDX_IDS.get(plain) ?? SPDX_IDS.get(`${plain}-only`) ?? null;
}

const PURL_TYPES: Readonly<Record<Ecosystem, string>> = {
  PyPI: 'pypi',
  npm: 'npm',
  'crates.io': 'cargo',
  Go: 'golang',
  Maven: 'maven',
};

/** The package URL of a package; null where its name allows none. */
export function packagePurl(ecosystem: Ecosystem, name: string, version: string | null): string | null {
  const cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'));
  const namespace = cut < 0 ? undefined : name.slice(0, cut).replaceAll(':', '.');
  return purl(PURL_TYPES[ecosystem], namespace, name.slice(cut + 1), version);
}

/** The package URL of a model on a hub (purl type `huggingface`); null for others, and for names that are none. */
export function modelPurl({ source, name, revision }: Pick<Origin, 'source' | 'name' | 'revision'>): string | null {
  if (source !== 'hf') return null;
  const cut = name.lastIndexOf('/');
  return purl('huggingface', cut < 0 ? undefined : name.slice(0, cut), name.slice(cut + 1), revision);
}

function purl(type: string, namespace: string | undefined, name: string, version: string | null): string | null {
  try {
    return new PackageURL(type, namespace, name, version ?? undefined, undefined, undefined).toString();
  } catch {
    return null;
  }
}

/** Whether a name could be a repository's on a hub, so that an address can be made of it. */
export function isHubName(name: string): boolean {
  return /^[A-Za-z0-9_][\w.-]{0,95}\/[A-Za-z0-9_][\w.-]{0,95}$/.test(name) && !name.includes('..');
}

/** A dataset's address: as stated, or on the hub by its name; null where neither is one. */
export function datasetUrl(name: string, url: string | null): string | null {
  if (url !== null && /^https?:\/\//.test(url) && URL.canParse(url)) return new URL(url).href;
  return isHubName(name) ? `https://huggingface.co/datasets/${name}` : null;
}

/** A UUID that is a function of these texts (RFC 9562, version 8: the first bits of a SHA-256). */
export function uuidOf(...texts: readonly string[]): string {
  const hex = hexOf(digestOf(texts.map((text) => `${text.length}:${text}`).join('')));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What goes into a model of this task and what comes out, in the words of the hub's tasks. */
export function directionOf(task: string): readonly [inputs: readonly string[], outputs: readonly string[]] {
  const named = /^([a-z]+)-to-([a-z]+)$/.exec(task);
  return DIRECTIONS[task] ?? (named === null ? [[], []] : [[named[1] ?? ''], [named[2] ?? '']]);
}

const DIRECTIONS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  'text-generation': [['text'], ['text']],
  'text2text-generation': [['text'], ['text']],
  'text-classification': [['text'], ['label']],
  'token-classification': [['text'], ['label']],
  'question-answering': [['text'], ['text']],
  summarization: [['text'], ['text']],
  translation: [['text'], ['text']],
  'fill-mask': [['text'], ['text']],
  'feature-extraction': [['text'], ['embedding']],
  'sentence-similarity': [['text'], ['embedding']],
  'image-classification': [['image'], ['label']],
  'object-detection': [['image'], ['bounding box']],
  'image-segmentation': [['image'], ['mask']],
  'image-text-to-text': [['image', 'text'], ['text']],
  'automatic-speech-recognition': [['audio'], ['text']],
  'audio-classification': [['audio'], ['label']],
  'text-to-speech': [['text'], ['audio']],
};
