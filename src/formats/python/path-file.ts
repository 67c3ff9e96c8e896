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
      /^import[ \t]/.test(line) ? [{ text: line, line: index + 1, known: KNOWN.test(line.trimEnd()) }] : [],
    );
}

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
