/** Words that speak to a machine that reads, and not to a person: worth showing, and never obeyed. */
const ADDRESSED = [
  /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:previous|prior|above|all|any|other|earlier)\b[^.\n]{0,40}\b(?:instructions?|rules?|prompts?|terms?|polic(?:y|ies)|restrictions?|licen[cs]es?)\b/i,
  /\b(?:system|developer)\s*(?:prompt|message|note|override)?\s*:\s*(?:ignore|disregard|override|you (?:must|are|will)|return|output|answer|verdict|always)\b/i,
  /<\|?(?:im_start|system)\b/i,
  /\b(?:ai|llm|automated|licen[cs]e|compliance)[- ](?:reviewer|auditor|checker|scanner)s?\b[^.\n]{0,80}\b(?:must|should|shall|report|mark|return|output|answer|approve|treat)\b/i,
  /\b(?:return|output|answer|respond|reply|report|set|mark|verdict|conclude)\b(?: (?:with|it|this|as|that|is|the|verdict|model|to))*\s*[:=]?\s*["'“]?(?:allow(?:ed)?|approved|permitted)\b/i,
];

/** The first line that gives orders to its reader; null when none does. */
export function addressedToMachines(text: string): { readonly line: number; readonly text: string } | null {
  const lines = text.slice(0, 400_000).split('\n');
  const at = lines.findIndex((line) => ADDRESSED.some((match) => match.test(line.slice(0, 4_000))));
  return at === -1 ? null : { line: at + 1, text: (lines[at] ?? '').trim().slice(0, 300) };
}
