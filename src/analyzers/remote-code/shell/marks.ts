/** Signs that stand in a value for what is not known of it; texts that hold them have them removed. */
export const MARKS = {
  /** What came over the network. */
  fetched: '\uE001',
  /** What was made readable by a program: a reader of the script does not see what it is. */
  decoded: '\uE002',
  /** Keys, tokens and passwords of the person. */
  secret: '\uE003',
  /** Such as are handed to the service that gave them, too. */
  token: '\uE007',
  /** All variables of the environment. */
  environment: '\uE004',
  /** What a program said. */
  unknown: '\uE005',
  /** What came from a house of source code: run at once it is as any other, built it is a project that somebody chose. */
  forge: '\uE009',
  /** What came from an address that the script does not say. */
  unnamed: '\uE00A',
  /** What came from a machine without a name. */
  nameless: '\uE00C',
  /** What a shell says that is listened to. */
  session: '\uE008',
  /** What makers of tools offer at their own address. */
  known: '\uE006',
  /** What stood on the machine before, and is put back changed: its table of times, its list of rights. */
  own: '\uE00B',
  /** Between the words that one name stands for. */
  split: '\uE010',
} as const;

const ALL = /[\uE000-\uE01F]/g;

export function withoutMarks(text: string): string {
  return text.replace(ALL, '');
}

export function isFetched(value: string): boolean {
  return /^\s*[\uE001\uE009\uE00A\uE00C]/.test(value);
}

export function isDecoded(value: string): boolean {
  return value.trimStart().startsWith(MARKS.decoded);
}

/** Something that must not leave the machine. */
export function isPrivate(value: string): boolean {
  return value.includes(MARKS.secret) || value.includes(MARKS.environment) || value.includes(MARKS.token);
}

/** The strongest mark of a value whose letters a program changed. */
export function marksOf(value: string): string {
  return [...new Set(value.match(ALL) ?? [])].filter((mark) => mark !== MARKS.split).join('');
}

/** Values are kept no longer than rows read. */
export const LONGEST_VALUE = 8_192;
