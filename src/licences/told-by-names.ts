import type { LicenceCase } from './case.ts';

const WEAKENED =
  /\b(?:abliterat\w*|uncensor\w*|unfiltered|de-?restricted|decensor\w*|no-?refusals?|refusal[- ](?:direction|vector|feature)s? (?:\w+ ){0,3}(?:ablated|removed|orthogonali[sz]ed|projected)|(?:safety|guard-?rails?|refusals?|safeguards?)(?: (?:guard-?rails?|filters?|alignment|training|layers?|limits?))? (?:\w+ ){0,2}(?:removed|disabled|stripped|bypassed|weakened|ablated|suppressed))\b/i;

/** `abliterated` and its kin, in names, tags and what is known of the weights; null when it is denied there. */
export function weakenedBy(words: string): string | null {
  const found = WEAKENED.exec(words);
  if (found === null) return null;
  return /\b(?:no|not|never|without|nothing)\b[^.;\n]{0,40}$/i.test(words.slice(0, found.index)) ? null : found[0];
}

/** What the card says, else what names and configuration tell of the model and what it is made from. */
export function modalityOfCase(kase: LicenceCase, names: readonly string[]): 'text' | 'multimodal' | null {
  if (kase.modality !== null) return kase.modality;
  if (
    kase.lineage.some((fact) => /mllama|vision_(?:config|tower|model)|image_token|multi_?modal_projector/i.test(fact))
  )
    return 'multimodal';
  const told = names.flatMap((name) => modalityOfName(name) ?? []);
  return told.includes('multimodal') ? 'multimodal' : (told[0] ?? null);
}

/** Models whose names tell what they take in. */
export function modalityOfName(name: string): 'text' | 'multimodal' | null {
  if (/vision|multimodal|(?:^|[-_/])vl(?:m)?(?:[-_]|$)|llama-?4|\bpixtral|\bllava|3\.2-(?:11|90)b|omni/i.test(name))
    return 'multimodal';
  if (/3\.2-[13]b|3\.3-70b/i.test(name)) return 'text';
  return null;
}
