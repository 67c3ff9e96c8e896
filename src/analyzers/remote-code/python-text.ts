/** Names under which a text is no source that somebody hid: prose, tables, other languages, data. */
const OTHER_NAME =
  /\.(?:md|markdown|txt|rst|tex|html?|csv|tsv|ya?ml|toml|ini|cfg|jinja2?|j2|js|mjs|cjs|ts|go|rs|c|cc|cpp|cu|h|hpp|java|jl|r|rb|pl|sh|bash|zsh|lua|swift|kt|proto|pbtxt|sql|vocab|bpe|pth|model|tiktoken|jsonl|log|svg|xml)$/i;

/** Lines that are looked at: enough to know a language by. */
const LINES = 200;
/** Share of the lines that must be Python. Prose that begins like code stays well below, code well above. */
const SHARE = 0.8;

const IMPORT =
  /^(?:import [\w.]+(?: as \w+)?(?:\s*,\s*[\w.]+(?: as \w+)?)*|from [\w.]+ import (?:\(|\*|[\w, ]+))\s*(?:[;#].*)?$/;
const STATEMENT = new RegExp(
  [
    '^\\s*(?:async\\s+)?(?:def|class)\\s+\\w+.*:',
    '^\\s*(?:if|elif|for|while|with|try|except|finally|else)\\b.*:\\s*(?:#.*)?$',
    '^\\s*(?:return|raise|yield|assert|del|global|pass|break|continue|await)\\b.*$',
    '^\\s*@[\\w.]+',
    '^\\s*[\\w.\\[\\]\'", ]+\\s*[-+*/|&]?=\\s*\\S',
    '^\\s*[\\w.]+\\(.*$',
    '^\\s*["\'\\])},].*$',
    '^\\s+\\S.*[,(\\[{)\\]}]$',
    '^\\s*#',
  ].join('|'),
);

/** `import os; os.system('id')` */
const ONE_LINE = /^\s*(?:import [\w., ]+|from [\w.]+ import [\w., *]+);\s*[\w.]+\s*[(=[]/;

/** Whether a text without Python's ending is Python all the same: it imports, and nearly every line is a statement. */
export function isPythonText(text: string, name: string): boolean {
  if (OTHER_NAME.test(name)) return false;
  const lines = text
    .slice(0, 40_000)
    .split(/\r\n|\r|\n/)
    .slice(0, LINES)
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, 300));
  const imports = lines.filter((line) => IMPORT.test(line)).length;
  if (ONE_LINE.test(lines[0] ?? '')) return true;
  if (imports === 0 || lines.length < 2) return false;
  const python = lines.filter((line) => IMPORT.test(line) || STATEMENT.test(line)).length;
  return python > imports && python >= SHARE * lines.length;
}
