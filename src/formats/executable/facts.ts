export type ExecutableKind =
  | 'ELF'
  | 'PE'
  | 'DOS'
  | 'Mach-O'
  | 'WebAssembly'
  | 'Java class'
  | 'Java objects'
  | 'Dalvik'
  | 'Python bytecode'
  | 'cosmopolitan'
  | 'Lua bytecode'
  | 'LLVM bitcode'
  | 'Windows shortcut'
  | 'static library';

export interface ExecutableFacts {
  readonly format: 'executable';
  readonly what: ExecutableKind;
  /** Whether it is loaded by others rather than started: a shared library, a class. */
  readonly library: boolean;
}
