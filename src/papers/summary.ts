import type { DatasetClaim, TrainingSummary } from '../domain/papers.ts';
import { datasetClaim } from './claims.ts';
import { lineAt, MOST, words } from './document.ts';

/**
 * The three sections of the Commission's template for the public summary of training content (Article 53(1)(d) of
 * Regulation (EU) 2024/1689; explanatory notice and template of 24 July 2025).
 */
const SECTIONS = [
  ['general information', /^[# \t\d.*|]{0,20}general information/im],
  ['list of data sources', /^[# \t\d.*|]{0,20}(?:list of )?data sources/im],
  ['data processing', /^[# \t\d.*|]{0,20}(?:relevant )?data processing(?: aspects)?/im],
] as const;

const NAMED =
  /(?:training[-_ ]?(?:content|data)[-_ ]?summary|public[-_ ]?summary|template[-_ ]?for[-_ ]?the[-_ ]?public[-_ ]?summary|article[-_ ]?53)/i;

/** Whether a text is such a summary: by its name or title, and at least one of its sections. */
export function isSummary(path: string, text: string): boolean {
  const head = text.slice(0, 4000);
  return (NAMED.test(path) || NAMED.test(head)) && SECTIONS.some(([, heading]) => heading.test(text.slice(0, 400_000)));
}

export function readSummary(path: string, whole: string): TrainingSummary {
  const text = whole.slice(0, 400_000);
  const there = SECTIONS.filter(([, heading]) => filled(text, heading)).map(([name]) => name);
  const missing = SECTIONS.map(([name]) => name).filter((name) => !there.some((one) => one === name));
  return { path, line: 1, sections: there, missing };
}

/** A heading with something under it that is not left blank. */
function filled(text: string, heading: RegExp): boolean {
  const match = heading.exec(text);
  if (match === null) return false;
  const rest = text.slice(match.index + match[0].length);
  const next = SECTIONS.map(([, other]) => other.exec(rest)?.index ?? rest.length);
  const body = rest.slice(0, Math.min(...next));
  return body.replaceAll(/\[[^\]]*\]|n\/a|tbd|[#*|_\-\s:.]/gi, '').length > 40;
}

/** Under the sections on sources: `Publicly available datasets: A, B`, and rows of a list or table below such a line. */
const SOURCES =
  /^[-*| \t]{0,20}(?:\*\*)?(?:names? of (?:the )?(?:large )?(?:publicly available )?datasets?|(?:large )?publicly available datasets?|datasets?(?: used)?|name)(?:\*\*)?[ \t]{0,5}[:|][ \t]{0,5}(.{1,2000})$/gim;

export function datasetsInSummary(path: string, whole: string): readonly DatasetClaim[] {
  const text = whole.slice(0, 400_000);
  const found: DatasetClaim[] = [];
  for (const match of text.matchAll(SOURCES)) {
    const line = lineAt(text, match.index);
    for (const part of (match[1] ?? '').split(/[,;|]/)) {
      const name = words(part.replaceAll(/[*_`[\]]|\(https?:[^)]*\)/g, ''), 120);
      const prose = name.split(' ').length > 6 || /^(?:yes|no|none|n\/a|not|see)\b/i.test(name);
      if (name === '' || prose || found.length >= MOST) continue;
      found.push(
        datasetClaim({
          name,
          paper: 'summary',
          path,
          line,
          optOut: optOutIn(text),
          personalData: personalDataIn(text),
        }),
      );
    }
  }
  return found;
}

function optOutIn(text: string): string | null {
  const sentence = /[^.\n]*\b(?:opt[- ]?outs?|reservation of rights|robots\.txt)\b[^.\n]*/i.exec(text)?.[0];
  return sentence === undefined ? null : words(sentence);
}

function personalDataIn(text: string): boolean | null {
  const answer = /personal data[^\n:|?]{0,80}[:|?]\s*\**\s*(yes|no)\b/i.exec(text)?.[1];
  return answer === undefined ? null : answer.toLowerCase() === 'yes';
}
