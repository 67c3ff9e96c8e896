import { describe, expect, it } from 'vitest';
import { DEEP } from '../../../../test/support/deep.ts';
import { createGuard } from '../../guard.ts';
import { insecureCode } from './detector.ts';
import { CODE_RULES } from './rules.ts';

const guard = createGuard({ detectors: [insecureCode], clock: () => 0 });
const weaknessesIn = (text: string) => guard.check(text, { origin: 'assistant' }).findings.map(({ type }) => type);

describe('insecure code', () => {
  it.each<[string, string, readonly string[]]>([
    ['a sink in a fenced block', 'Try:\n```python\nos.system("rm " + path)\n```\n', ['code/CWE-78']],
    ['a sink without a fence', 'os.system("rm " + path)', ['code/CWE-78']],
    ['a text that was built lines before', 'q = "SELECT %s" % a\n\ndb.execute(q)', ['code/CWE-89']],
    [
      'a file whose name another was made of',
      'const p = req.query.path;\nconst ext = path.basename(p);\nconst body = fs.readFileSync(p);',
      ['code/CWE-22'],
    ],
    [
      'a file in a folder that was checked',
      'const p = path.resolve(root, req.query.path);\nif (!p.startsWith(root + "/")) return;\nfs.readFileSync(p);',
      [],
    ],
    ['a variable that was given a literal', 'command = "uptime"\nos.system(command)', []],
    ['a variable given anew', 'command = "uptime"\ncommand = read()\nos.system(command)', ['code/CWE-78']],
    ['a comment', '# os.system(path) is not safe', []],
    ['a comment after a statement', 'x = 1  # never eval(text)', []],
    ['a sentence about a function', 'You should never call os.system(path) with such a path.', []],
    ['code in a sentence', 'Prefer `yaml.safe_load(text)` over `yaml.load(text)`, please.', []],
    ['a call over several lines', 'subprocess.run(\n    command,\n    shell=True,\n)', ['code/CWE-78']],
    ['a literal in a log line', 'print("use md5(x) here")', []],
  ])('%s', (_, text, expected) => {
    expect(weaknessesIn(text)).toEqual(expected);
  });

  it('tells what is insecure and what to write instead, never the code itself', () => {
    const [finding] = guard.check('x = yaml.load(text)', { origin: 'assistant' }).findings;
    expect(finding).toMatchObject({ type: 'code/CWE-502', start: 4, detail: 'Use `yaml.safe_load`.' });
  });

  it.each<[string, string, string]>([
    ['C', 'int main(int argc, char **argv) {\n  system(argv[1]);\n}', 'CWE-78 Use `posix_spawn` or'],
    [
      'C++',
      '```cpp\nvoid f(std::string name) {\n  std::system(("rm " + name).c_str());\n}\n```',
      'CWE-78 Use `execv` ',
    ],
    [
      'C, of a buffer',
      'char b[9];\nsnprintf(b, sizeof b, "rm %s", argv[1]);\nsystem(b);',
      'CWE-78 Use `posix_spawn` or',
    ],
    ['PHP', '<?php\nsystem($_GET["c"]);', 'CWE-78 Quote with `escapeshellarg`'],
    ['JavaScript', 'app.get("/", (req) => { eval(req.query.code); });', 'CWE-94 Parse what is expected (`JSON.parse`)'],
    ['JavaScript, of a command', "exec('ls ' + req.query.d);", 'CWE-78 Use `execFile`'],
    [
      'TypeScript',
      '```ts\nconst r = await db.query(`SELECT * FROM t WHERE id = ${id}`);\n```',
      'CWE-89 Bind values: `query(',
    ],
    ['Java', 'ResultSet r = s.executeQuery("SELECT * FROM t WHERE id = " + id);', 'CWE-89 Use `PreparedStatement`'],
    ['Python', 'cur.execute("SELECT * FROM t WHERE id = " + key)', 'CWE-89 Bind values: `execute('],
    [
      'nobody knows which language',
      'x.execute("SELECT * FROM t WHERE id = " + key)',
      'CWE-89 Bind values as parameters;',
    ],
    [
      'a language, in the block of another',
      '```php\necho $x;\n```\n```python\nsystem(x)\n```',
      'CWE-78 Use `subprocess',
    ],
  ])('says once and in the words of %s what is wrong with a statement', (_, text, said) => {
    const { findings } = guard.check(text, { origin: 'assistant' });
    expect(findings.map(({ type, detail }) => `${type.slice(5)} ${detail}`)).toEqual([expect.stringContaining(said)]);
  });

  it('tells each of two statements in a line', () => {
    expect(weaknessesIn('system(argv[1]); system(argv[2]);')).toEqual(['code/CWE-78', 'code/CWE-78']);
  });

  it('has rules by different names, each with examples of both kinds', () => {
    expect(new Set(CODE_RULES.map(({ id }) => id)).size).toBe(CODE_RULES.length);
    expect(CODE_RULES.filter(({ fires, quiet }) => fires.length === 0 || quiet.length === 0)).toEqual([]);
  });

  it('takes time in proportion to the text, whatever the text', () => {
    const awkward = ['eval(', '(((((((', 'SELECT a from b where ', 'strcpy ( ', '"+"', 'exec("'];
    for (const piece of awkward) expect(() => weaknessesIn(piece.repeat(DEEP ? 3_000 : 1_000))).not.toThrow();
  });
});
