/**
 * A `.pth` file of Python's packages (the module `site`): each line a folder that is put on the path, a comment, or, where
 * it begins with `import`, code that every start of Python runs. The ending is one of weights as well.
 */
export interface PathFileLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** A line that an installer of packages writes, word for word, into every environment. */
  readonly known: boolean;
}

/** The lines of code, in order. */
export function codeOfPathFile(text: string): readonly PathFileLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) =>
      /^import[ \t]/.test(line) ? [{ text: line, line: index + 1, known: isKnown(line.trimEnd()) }] : [],
    );
}

function isKnown(line: string): boolean {
  return (
    KNOWN.test(line) || (line.length < LONGEST && line.split(';').every((step) => OF_NAMESPACES.test(step.trim())))
  );
}

/** A package in a package in a package; what setuptools writes of one takes some six hundred letters. */
const LONGEST = 4096;

/**
 * The steps that setuptools writes for a package that lies in several places (setuptools/namespaces.py, `_nspkg_tmpl`, before
 * and since Python 3.5, `new` in Python 2; for a package that is developed, the folder where its source lies): each makes an empty module of a name that it spells out, and puts a folder on its path.
 */
const OF_NAMESPACES = new RegExp(
  `^(?:${[
    'import sys, ?(?:types|new), ?os',
    String.raw`has_mfs = sys\.version_info > \(3, 5\)`,
    String.raw`p = os\.path\.join\((?:sys\._getframe\(1\)\.f_locals\['sitedir'\]|FOLDER), \*\(NAME,?(?: NAME,?)*\)\)`,
    String.raw`importlib = (?:has_mfs and )?__import__\('importlib\.util'\)`,
    String.raw`(?:has_mfs and )?__import__\('importlib\.machinery'\)`,
    String.raw`m = (?:has_mfs and )?sys\.modules\.setdefault\(NAME, ?importlib\.util\.module_from_spec\(importlib\.machinery\.PathFinder\.find_spec\(NAME, ?\[os\.path\.dirname\(p\)\]\)\)\)`,
    String.raw`m = (?:m or|not ie and) sys\.modules\.setdefault\(NAME, ?(?:types\.ModuleType|new\.module)\(NAME\)\)`,
    String.raw`ie = os\.path\.exists\(os\.path\.join\(p, ?'__init__\.py'\)\)`,
    String.raw`mp = \(m or \[\]\) and m\.__dict__\.setdefault\('__path__', ?\[\]\)`,
    String.raw`\(p not in mp\) and mp\.append\(p\)`,
    String.raw`m and setattr\(sys\.modules\[NAME\], NAME, m\)`,
    '',
  ]
    .join('|')
    .replaceAll('FOLDER', String.raw`'(?:[\w.+ -]|\\\\|/){0,60}[/\\](?:[\w.+ -]|\\\\|/){0,200}'`)
    .replaceAll('NAME', String.raw`'[\w.]{1,80}'`)})$`,
);

/** Whether this is such a file and no text in the place of weights: it has lines of code, or folders by their whole path. */
export function isPathFile(text: string): boolean {
  if (codeOfPathFile(text).length > 0) return true;
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => FOLDER.test(line));
}

/** A folder by its whole path; what Git writes in the place of a link leads out of the folder by dots. */
const FOLDER = /^(?:\/|[A-Za-z]:[\\/])[^<>{}*?"|]*$/;

/** setuptools' switch for distutils and its finder of editable packages, virtualenv's. What they import is judged where it lies. */
const KNOWN =
  /^(?:import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os\.environ\.get\(var, '(?:local|stdlib)'\) == 'local'; enabled and __import__\('_distutils_hack'\)(?:\.add_shim\(\))?;?|import (__editable__\w+_finder); \1\.install\(\)|import _virtualenv)$/;
