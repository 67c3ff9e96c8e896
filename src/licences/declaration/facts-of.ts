/** Deep enough for any honest evidence; deeper is not read. */
const DEEPEST = 8;
const MOST = 500;

/**
 * Evidence of any shape as a fact a line: texts as they are, maps as `key: value`, and a map of plain values also as one
 * line, so that a name and what is said of it stand together.
 */
export function factsOf(value: unknown): readonly string[] {
  const facts: string[] = [];
  walk(value, '', 0, facts);
  return facts.slice(0, MOST);
}

function walk(value: unknown, key: string, depth: number, facts: string[]): void {
  if (facts.length >= MOST || depth > DEEPEST || value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const one of value) walk(one, key, depth + 1, facts);
  } else if (typeof value === 'object') {
    const entries = Object.entries(value);
    const plain = entries.filter(([, one]) => typeof one !== 'object');
    if (plain.length > 1) facts.push(plain.map(([name, one]) => `${name}: ${String(one)}`).join(', '));
    for (const [name, one] of entries) walk(one, name, depth + 1, facts);
  } else {
    const text = String(value as string | number | boolean).slice(0, 2_000);
    facts.push(...(key === '' ? text.split(/\n|;\s+/) : [`${key}: ${text}`]));
  }
}
