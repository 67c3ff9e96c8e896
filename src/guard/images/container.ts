/** A part of an image file: a chunk or a segment. `bytes` as they stand in the file, `content` what they hold. */
export interface Part {
  /** The chunk's or the marker's name: `tEXt`, `APP1`, `EXIF`. */
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

/** What a part tells about the image. */
export type Told =
  | { readonly kind: 'xmp'; readonly xml: string }
  | { readonly kind: 'exif'; readonly tiff: Uint8Array }
  | { readonly kind: 'text'; readonly key: string; readonly text: string }
  | { readonly kind: 'c2pa' }
  | { readonly kind: 'iptc' };

/** A format of files made of parts. `parts` and `join` are each other's inverse for well-formed files. */
export interface Container {
  readonly id: 'png' | 'jpeg' | 'webp';
  claims(bytes: Uint8Array): boolean;
  /** Throws MalformedError. */
  parts(bytes: Uint8Array): readonly Part[];
  /** Null for a part that is the image itself, or says nothing. */
  told(part: Part): Told | null;
  xmpPart(xml: string): Part;
  exifPart(tiff: Uint8Array): Part;
  /** The file of these parts; parts that hold metadata may stand anywhere in the list. */
  join(parts: readonly Part[]): Uint8Array;
}

/** Text of metadata that is looked at: a workflow of nodes has some hundred kilobytes. */
export const MOST_TEXT = 1_048_576;
/** Parts of one image: animations have thousands of frames. */
export const MOST_PARTS = 100_000;
