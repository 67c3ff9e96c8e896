/** The IPTC terms for media that a model made or changed (cv.iptc.org, digital source type). */
export const SOURCES = {
  /** Made by a model. */
  generated: 'trainedAlgorithmicMedia',
  /** A picture of the world that a model changed or added to. */
  composite: 'compositeWithTrainedAlgorithmicMedia',
} as const;
export type ImageSource = keyof typeof SOURCES;

const TERMS = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const NAMESPACE = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';

/** The term that a packet gives: `trainedAlgorithmicMedia`; null when it gives none. */
export function sourceTermIn(xml: string): string | null {
  const found =
    /DigitalSourceType\s*=\s*["']([^"'<>]{1,300})["']/.exec(xml) ??
    /<[\w-]+:DigitalSourceType\s*>\s*([^<]{1,300}?)\s*</.exec(xml) ??
    /<[\w-]+:DigitalSourceType\s+[\w-]+:resource\s*=\s*["']([^"'<>]{1,300})["']/.exec(xml);
  return found?.[1]?.split('/').at(-1) ?? null;
}

/** A packet that says so, and keeps what the other one said where that is well-formed enough to be added to. */
export function markedXmp(source: ImageSource, before: string | null): string {
  const mark = `<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="${NAMESPACE}" Iptc4xmpExt:DigitalSourceType="${TERMS}${SOURCES[source]}"/>`;
  const end = before?.lastIndexOf('</rdf:RDF>') ?? -1;
  if (before !== null && end !== -1 && sourceTermIn(before) === null)
    return `${before.slice(0, end)}${mark}${before.slice(end)}`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${mark}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

export interface XmpLeaks {
  readonly location: boolean;
  readonly author: boolean;
  readonly prompt: boolean;
}

export function leaksInXmp(xml: string): XmpLeaks {
  return {
    location: /[:<\s]GPS(?:Latitude|Longitude|Position)\b|photoshop:City\b|Iptc4xmpCore:Location\b/.test(xml),
    author: /<dc:creator\b|tiff:Artist\b|photoshop:AuthorsPosition\b|dc:rights\b/.test(xml),
    prompt: /AIPrompt\w*|\bparameters\s*=|[:<\s](?:prompt|Prompt)\b|<dc:description\b|exif:UserComment\b/.test(xml),
  };
}
