import type { Rule } from '../../../domain/finding.ts';
import type { Group } from '../../../formats/shell/syntax.ts';

/** What a command is started with, its name apart. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly machine: Machine;
}

/** What stands where a script was fetched, unpacked or cloned into. */
export interface Tree {
  readonly path: string;
  readonly mark: string;
}

/** A shell that runs nothing: it keeps what names and files stand for, and tells what is done with them. */
export interface Machine {
  readonly values: Map<string, readonly string[]>;
  readonly files: Map<string, string>;
  readonly trees: Tree[];
  readonly functions: Map<string, Group>;
  readonly aliases: Map<string, string>;
  readonly buildsImage: boolean;
  readonly fish: boolean;
  /** Files that were written again so that nobody reads them without a key. */
  readonly locked: Set<string>;
  /** The last name of the address that was fetched last. */
  fetchedName: string;
  folder: string;
  /** The folder before, `cd -`, and those that `popd` goes back to. */
  before: string;
  readonly folders: string[];
  /** Temporary files that were made. */
  made: number;
  /** What the input of the commands of a group is. */
  stdin: string;
  /** Starts a command, and gives what it writes. */
  run(argv: readonly string[], stdin: string): string;
  /** Reads a text as a script and runs it; apart where it is no part of the line that runs it. */
  runText(text: string, stdin?: string, apart?: boolean): string;
  /** Asks rows of scripts about a text in another language. */
  askCode(code: string): void;
  tell(rule: Rule): void;
  /** Something fetched is run. */
  fetchedRun(value?: string): void;
  alias(name: string, text: string): void;
  assign(name: string, texts: readonly string[], append?: boolean): void;
}
