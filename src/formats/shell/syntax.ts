/** What shells of the family of POSIX sh (bash, dash, ksh, zsh, and near enough fish) read of a text. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  /** `$x`, `${x}`, `${!x}`, `${x:1:2}`, `${x[@]}`: the form is what stands behind the name. */
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly form: string;
      readonly indirect: boolean;
      readonly quoted: boolean;
    }
  /** `$(…)` and what stands in ticks. */
  | { readonly kind: 'output'; readonly script: Script; readonly quoted: boolean }
  /** `<(…)` and `>(…)`. */
  | { readonly kind: 'file'; readonly script: Script; readonly reads: boolean };

export type Word = readonly Part[];

export interface Assignment {
  readonly name: string;
  readonly index: string | null;
  readonly append: boolean;
  readonly value: Word;
  /** Of `x=(a b)`. */
  readonly list: readonly Word[] | null;
}

export interface Redirect {
  /** `<`, `>`, `>>`, `>|`, `<>`, `&>`, `&>>`, `<&`, `>&`, `<<<`, and `<<` with the text itself as its target. */
  readonly sign: string;
  readonly descriptor: string;
  readonly target: Word;
}

export interface Simple {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** Where it begins in the text. */
  readonly at: number;
}

export interface Group {
  readonly kind: 'group';
  readonly how: 'braces' | 'shell' | 'if' | 'loop' | 'case' | 'function';
  /** Of a function, and of `for x in …`. */
  readonly name: string;
  readonly words: readonly Word[];
  readonly body: Script;
  readonly redirects: readonly Redirect[];
  readonly at: number;
}

export type Command = Simple | Group;
export interface Pipeline {
  readonly commands: readonly Command[];
  /** Behind `&&` or `||`: it may not run. */
  readonly conditional: boolean;
}
export type Script = readonly Pipeline[];

export interface ShellText {
  readonly script: Script;
  /** Whether all of it was read; texts that nest deeper than any person writes are not. */
  readonly whole: boolean;
}

/** What a shell is handed. */
export interface ShellStep {
  readonly text: string;
  /** A shell of its own: where it goes is forgotten behind it. */
  readonly own: boolean;
}

/** A file of which something else than a shell hands some of it to shells. */
export interface ShellFile {
  /** What they would be told, in its order: what runs, what is fetched or written, names and folders. */
  readonly steps: readonly ShellStep[];
  /** What no shell reads, one a line. */
  readonly others: string;
  /** Some of it stands for more than is followed. */
  readonly unread?: true;
}
