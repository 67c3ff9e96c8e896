/** The engine of patterns from outside (RE2). */
export type Patterns = Pick<typeof import('../../text/re2.ts'), 'compilePattern' | 'wrongWithPattern'>;

/** Loads the engine, which is heavy and which few need. */
export function loadPatterns(): Promise<Patterns> {
  return import('../../text/re2.ts');
}
