/** One import statement, as written. */
export interface PythonImport {
  readonly module: string;
  readonly line: number;
}

export interface PythonFacts {
  readonly format: 'python';
  readonly imports: readonly PythonImport[];
  /** Statements at the top level that do something when the module is imported: calls, `exec`, loops. One line each. */
  readonly topLevelCalls: readonly { readonly text: string; readonly line: number }[];
  readonly text: string;
}
