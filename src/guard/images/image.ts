import { type GuardImages, IMAGE_LEAKS, type ImageLeak } from '../../domain/guard.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Container, Part } from './container.ts';
import { exifIn, exifOf } from './exif.ts';
import { jpeg } from './jpeg.ts';
import { png } from './png.ts';
import { webp } from './webp.ts';
import { type ImageSource, leaksInXmp, markedXmp, SOURCES, sourceTermIn } from './xmp.ts';

/** What an image says about itself. */
export interface ImageReport {
  readonly format: Container['id'];
  /** IPTC's digital source type: `trainedAlgorithmicMedia` where a model made it; null when it does not say. */
  readonly source: string | null;
  /** Whether it says that a model made or changed it. */
  readonly marked: boolean;
  /** Whether there is a C2PA manifest; it is not verified. */
  readonly c2pa: boolean;
  readonly leaks: readonly { readonly leak: ImageLeak; readonly where: string }[];
}

const CONTAINERS: readonly Container[] = [png, jpeg, webp];
const MARKS: ReadonlySet<string> = new Set([...Object.values(SOURCES), 'algorithmicMedia']);

/** Reads the metadata of a PNG, JPEG or WebP file. Throws MalformedError. */
export function inspectImage(bytes: Uint8Array): ImageReport {
  const container = containerOf(bytes);
  return reportOf(container, container.parts(bytes));
}

/**
 * The image as it may go out, and what it says then. The picture itself is not changed, nor which way up it is.
 * Throws
 * MalformedError. A C2PA manifest no longer fits what was changed.
 */
export function prepareImage(bytes: Uint8Array, { mark, strip }: GuardImages) {
  const container = containerOf(bytes);
  let parts = container.parts(bytes);
  const before = reportOf(container, parts);
  parts = parts.flatMap((part) => stripped(container, part, strip));
  if (mark !== null && !(before.marked && reportOf(container, parts).marked)) {
    const xmp = parts.find((part) => container.told(part)?.kind === 'xmp');
    const told = xmp === undefined ? null : container.told(xmp);
    const kept = told?.kind === 'xmp' ? told.xml : null;
    parts = [...parts.filter((part) => part !== xmp), container.xmpPart(markedXmp(mark, kept))];
  }
  const image = container.join(parts);
  return { image, before, after: inspectImage(image) };
}

function containerOf(bytes: Uint8Array): Container {
  const container = CONTAINERS.find((one) => one.claims(bytes));
  if (container === undefined) throw new MalformedError('this is no PNG, JPEG or WebP file', 0);
  return container;
}

function reportOf(container: Container, parts: readonly Part[]): ImageReport {
  const told = parts.map((part) => container.told(part));
  const terms = told.map((one) => (one?.kind === 'xmp' ? sourceTermIn(one.xml) : null)).filter((term) => term !== null);
  const source = terms.find((term) => MARKS.has(term)) ?? terms[0] ?? null;
  return {
    format: container.id,
    source,
    marked: source !== null && MARKS.has(source),
    c2pa: told.some((one) => one?.kind === 'c2pa'),
    leaks: parts.flatMap((part) => leaksOf(container, part).map((leak) => ({ leak, where: part.kind.trim() }))),
  };
}

/** What image generators call the texts in which they write down all that they were asked. */
const PROMPT_KEY =
  /^(?:parameters|prompt|negative_?prompt|workflow|dream|sd-metadata|invokeai\w*|generation\w*|fooocus\w*|xmp)$/i;
const AUTHOR_KEY = /^(?:author|artist|copyright|creator)$/i;
const COMMENT_KEY = /^(?:comment|description|title|usercomment|disclaimer|warning|source)$/i;
/** The settings of a generator, wherever they are written. */
const PROMPT_TEXT = /\b(?:Steps: \d+|Negative prompt:|CFG scale:|Sampler:)|"(?:class_type|positive_prompt|prompt)"\s*:/;

function leaksOf(container: Container, part: Part): readonly ImageLeak[] {
  const told = container.told(part);
  switch (told?.kind) {
    case 'text':
      return textLeaks(told.key, told.text);
    case 'exif': {
      const { location, author, device, texts } = exifIn(told.tiff);
      const comments = [...new Set(texts.flatMap((text) => textLeaks('Comment', text)))];
      return [...comments, ...named({ location, author, device })];
    }
    case 'xmp':
      return named(leaksInXmp(told.xml));
    case 'iptc':
      return ['author'];
    case 'c2pa':
    case undefined:
      return [];
  }
}

function named(leaks: Partial<Record<ImageLeak, boolean>>): readonly ImageLeak[] {
  return IMAGE_LEAKS.filter((leak) => leaks[leak] === true);
}

function textLeaks(key: string, text: string): readonly ImageLeak[] {
  if (PROMPT_KEY.test(key) || PROMPT_TEXT.test(text)) return ['prompt'];
  if (AUTHOR_KEY.test(key)) return ['author'];
  return COMMENT_KEY.test(key) ? ['comment'] : [];
}

/** The part, without what must not be told: as a whole, but for which way up the picture is. */
function stripped(container: Container, part: Part, strip: readonly ImageLeak[]): readonly Part[] {
  if (!leaksOf(container, part).some((leak) => strip.includes(leak))) return [part];
  const told = container.told(part);
  if (told?.kind === 'xmp') {
    const term = sourceTermIn(told.xml);
    const source = (Object.keys(SOURCES) as ImageSource[]).find((one) => SOURCES[one] === term);
    return source === undefined ? [] : [container.xmpPart(markedXmp(source, null))];
  }
  if (told?.kind !== 'exif') return [];
  const { orientation } = exifIn(told.tiff);
  return orientation === null ? [] : [container.exifPart(exifOf(orientation))];
}
