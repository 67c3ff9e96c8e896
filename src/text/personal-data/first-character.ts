/** What the first character of a match may be: a digit, another, or either. Of what it does not understand, either. */
export function firstCharacter({ source }: RegExp): 'digit' | 'letter' | 'either' {
  const atoms = choicesOf(source).flatMap(firstAtoms);
  const digit = atoms.some(
    (atom) => atom === '.' || atom.startsWith('[^') || atom === '\\d' || /^(?:\[.*)?[0-9]/.test(atom),
  );
  const other = atoms.some((atom) => atom !== '\\d' && !/^(?:\[[0-9-]+\]|[0-9])$/.test(atom));
  if (!other) return 'digit';
  return digit ? 'either' : 'letter';
}

/** Whether every match has a letter of ASCII in it. Of what it does not understand, no. */
export function needsLetter(source: string): boolean {
  return choicesOf(source).every(hasLetter);
}

/** Characters that every match has at least: UTF-16 units. Of what it does not understand, none. */
export function shortestMatch(source: string): number {
  return Math.min(...choicesOf(source).map(shortestOf));
}

function shortestOf(choice: string): number {
  let shortest = 0;
  for (let rest = choice; rest !== ''; ) {
    const length = atomLength(rest);
    const atom = rest.slice(0, length);
    const [repeated = '', least] = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(rest.slice(length)) ?? [];
    const times = least === undefined ? (/^[?*]/.test(repeated) ? 0 : 1) : Number(least);
    shortest += times * (atom.startsWith('(') ? withinGroup(atom) : /^(?:\\[bB]|[$^])$/.test(atom) ? 0 : 1);
    rest = rest.slice(length + repeated.length);
  }
  return shortest;
}

/** Of what is only looked at, nothing. */
function withinGroup(group: string): number {
  const [opened = '('] = /^\((?:\?(?::|<[A-Za-z]\w*>))?/.exec(group) ?? [];
  return group.startsWith('(?') && opened === '(' ? 0 : shortestMatch(group.slice(opened.length, -1));
}

/** One character of those alone, that must stand there. */
const LETTERS = /^(?:[A-Za-z]|\[(?:[A-Z]-[A-Z]|[a-z]-[a-z]|[A-Za-z])+\])$/;

function hasLetter(choice: string): boolean {
  for (let rest = choice; rest !== ''; ) {
    const length = atomLength(rest);
    const atom = rest.slice(0, length);
    rest = rest.slice(length);
    if (/^(?:[?*]|\{0)/.test(rest) || /^\(\?[=!<]/.test(atom)) continue;
    if (LETTERS.test(atom)) return true;
    if (atom.startsWith('(') && needsLetter(atom.replace(/^\((?:\?:)?/, '').slice(0, -1))) return true;
  }
  return false;
}

/** Characters or classes that a choice may begin with: of groups, those within. */
function firstAtoms(choice: string): readonly string[] {
  const atoms: string[] = [];
  for (let rest = choice; rest !== ''; ) {
    const length = atomLength(rest);
    const atom = rest.slice(0, length);
    const behind = rest.slice(length);
    const looks = /^\(\?[=!<]/.test(atom);
    if (atom.startsWith('(') && !looks)
      atoms.push(...choicesOf(atom.replace(/^\((?:\?:)?/, '').slice(0, -1)).flatMap(firstAtoms));
    else if (!looks) atoms.push(atom);
    if (!looks && !/^(?:[?*]|\{0)/.test(behind)) return atoms;
    rest = behind.replace(/^(?:[?*]|\{0[^}]*\})/, '');
  }
  return atoms;
}

/** The parts between each `|` that stands in no group. */
function choicesOf(source: string): readonly string[] {
  const choices = [''];
  for (let at = 0; at < source.length; ) {
    const length = atomLength(source.slice(at));
    const atom = source.slice(at, at + length);
    if (atom === '|') choices.push('');
    else choices.push(`${choices.pop() ?? ''}${atom}`);
    at += length;
  }
  return choices;
}

/** A class, a group or an escaped character is one. */
function atomLength(rest: string): number {
  if (rest.startsWith('\\')) return /^\\[pu]\{[^}]*\}/.exec(rest)?.[0].length ?? 2;
  if (rest.startsWith('[')) return /^\[(?:\\.|[^\]\\])*\]/.exec(rest)?.[0].length ?? 1;
  if (!rest.startsWith('(')) return 1;
  for (let at = 1, depth = 1; at < rest.length; ) {
    const inner = rest[at] === '(' ? 1 : atomLength(rest.slice(at));
    depth += rest[at] === '(' ? 1 : rest[at] === ')' ? -1 : 0;
    at += inner;
    if (depth === 0) return at;
  }
  return rest.length;
}
