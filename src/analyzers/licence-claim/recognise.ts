/** A known text: what it begins with, and how long it is without its white space run together. */
interface KnownText {
  readonly id: string;
  readonly heading: RegExp;
  /** In characters, white space run together: terms that were added make a text longer. */
  readonly length: readonly [number, number];
  /** What short texts end with: terms may be added to them in a line. */
  readonly ending?: RegExp;
}

const NO_END = 60_000;

/**
 * Recognised by its first lines and its length, conservatively: a text that is longer than the licence it begins like
 * (a 'modified MIT') is not that licence. Lengths: the SPDX texts, with room for names and years.
 */
const KNOWN_TEXTS: readonly KnownText[] = [
  { id: 'apache-2.0', heading: /^apache license,? version 2\.0, january 2004/, length: [8_500, 12_500] },
  {
    id: 'mit',
    heading:
      /^(?:(?:the )?mit license|copyright).{0,400}permission is hereby granted, free of charge, to any person obtaining a copy/,
    length: [900, 1_300],
    ending: /dealings in the software\.?$/,
  },
  {
    id: 'bsd-3-clause',
    heading:
      /redistribution and use in source and binary forms(?!.{0,1200}advertising materials).{0,1200}neither the name/,
    length: [1_200, 1_800],
    ending: /possibility of such damage\.?$/,
  },
  {
    id: 'bsd-2-clause',
    heading:
      /redistribution and use in source and binary forms(?!.{0,1200}(?:endorse or promote|advertising materials))/,
    length: [1_000, 1_500],
    ending: /possibility of such damage\.?$/,
  },
  {
    id: 'agpl-3.0',
    heading: /^gnu affero general public license version 3, 19 november 2007/,
    length: [25_000, NO_END],
  },
  { id: 'gpl-3.0', heading: /^gnu general public license version 3, 29 june 2007/, length: [25_000, NO_END] },
  { id: 'gpl-2.0', heading: /^gnu general public license version 2, june 1991/, length: [14_000, NO_END] },
  { id: 'lgpl-3.0', heading: /^gnu lesser general public license version 3, 29 june 2007/, length: [6_000, NO_END] },
  {
    id: 'lgpl-2.1',
    heading: /^gnu lesser general public license version 2\.1, february 1999/,
    length: [20_000, NO_END],
  },
  { id: 'mpl-2.0', heading: /^mozilla public license,? version 2\.0/, length: [12_000, 20_000] },
  {
    id: 'cc0-1.0',
    heading: /^(?:creative commons (?:legal code )?)?(?:legal code )?cc0 1\.0 universal/,
    length: [5_000, 9_000],
  },
  {
    id: 'unlicense',
    heading: /^this is free and unencumbered software released into the public domain/,
    length: [1_000, 1_500],
  },
  { id: 'openrail++', heading: /^(?:copyright.{0,120})?creativeml open ?rail\+\+-m license/, length: [8_000, NO_END] },
  { id: 'creativeml-openrail-m', heading: /^(?:copyright.{0,120})?creativeml open ?rail-m/, length: [8_000, NO_END] },
  { id: 'bigcode-openrail-m', heading: /^(?:copyright.{0,120})?bigcode open ?rail-m/, length: [8_000, NO_END] },
  { id: 'bigscience-openrail-m', heading: /^(?:copyright.{0,120})?bigscience open ?rail-m/, length: [8_000, NO_END] },
  {
    id: 'bigscience-bloom-rail-1.0',
    heading: /^(?:copyright.{0,120})?bigscience rail license v1\.0/,
    length: [8_000, NO_END],
  },
  { id: 'llama2', heading: /^llama 2 community license agreement/, length: [5_000, NO_END] },
  { id: 'llama3', heading: /^meta llama 3 community license agreement/, length: [5_000, NO_END] },
  { id: 'llama3.1', heading: /^llama 3\.1 community license agreement/, length: [5_000, NO_END] },
  { id: 'llama3.2', heading: /^llama 3\.2 community license agreement/, length: [5_000, NO_END] },
  { id: 'llama3.3', heading: /^llama 3\.3 community license agreement/, length: [5_000, NO_END] },
  { id: 'llama4', heading: /^llama 4 community license agreement/, length: [5_000, NO_END] },
  { id: 'gemma', heading: /^gemma terms of use/, length: [5_000, NO_END] },
];

const CREATIVE_COMMONS =
  /creative commons (attribution[a-z-]*) ([1-4]\.[05])(?: (?:international|unported|generic))? public license/;
const CC_PARTS: ReadonlyMap<string, string> = new Map([
  ['attribution', 'cc-by'],
  ['attribution-sharealike', 'cc-by-sa'],
  ['attribution-noderivatives', 'cc-by-nd'],
  ['attribution-noncommercial', 'cc-by-nc'],
  ['attribution-noncommercial-sharealike', 'cc-by-nc-sa'],
  ['attribution-noncommercial-noderivatives', 'cc-by-nc-nd'],
]);

/** Comparing stops here; no known text is half as long. */
const COMPARED = 200_000;

/** The id of a licence by its text, or null when it is none of the known ones or was changed. */
export function recogniseLicence(text: string): string | null {
  const plain = text
    .slice(0, COMPARED)
    .toLowerCase()
    .replaceAll(/[#*_=>`\s]+/g, ' ')
    .trim();
  const head = plain.slice(0, 2_500);
  const known = KNOWN_TEXTS.find(({ heading, length: [least, most], ending }) => {
    const fits = plain.length >= least && plain.length <= most;
    return fits && heading.test(head) && (ending?.test(plain) ?? true);
  });
  return known?.id ?? creativeCommons(plain);
}

function creativeCommons(plain: string): string | null {
  if (plain.length < 10_000 || plain.length > 25_000) return null;
  const [, parts = '', version = ''] = CREATIVE_COMMONS.exec(plain.slice(0, 4_000)) ?? [];
  const id = CC_PARTS.get(parts);
  return id === undefined ? null : `${id}-${version}`;
}
