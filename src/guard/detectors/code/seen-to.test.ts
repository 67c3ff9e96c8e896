import { expect, it } from 'vitest';
import { isSeenTo } from './seen-to.ts';
import { siteAt } from './site.ts';
import type { Cwe } from './weaknesses.ts';

function seenTo(cwe: Cwe, text: string, literal: string): boolean {
  return isSeenTo(cwe, siteAt(text, text.lastIndexOf(literal)));
}

it.each([
  'slots = ",".join(["%s"] * len(ids))\ncur.execute(f"SELECT * FROM t WHERE id IN ({slots})", ids)',
  "const dir = up ? 'ASC' : 'DESC';\nawait db.execute(`SELECT * FROM t ORDER BY a ${dir}`)",
  'if column not in COLUMNS:\n    raise ValueError(column)\ncur.execute(f"SELECT {column} FROM t")',
  '$allowed = ["a"];\n$s = in_array($x, $allowed) ? $x : "a";\n$st->execute("SELECT * FROM t ORDER BY $s")',
  'marks := strings.Repeat("?,", n) + "?"\ndb.execute(fmt.Sprintf("SELECT * FROM t WHERE id IN (%s)", marks))',
  'sort := "ASC"\nif down {\n\tsort = "DESC"\n}\ndb.execute("SELECT * FROM t ORDER BY a " + sort)',
])('a statement of marks and of words of one’s own: %s', (text) => expect(seenTo(89, text, 'execute')).toBe(true));

it.each([
  'slots = ",".join(ids)\ncur.execute(f"SELECT * FROM t WHERE id IN ({slots})")',
  'dir = request.args["dir"]\ncur.execute(f"SELECT * FROM t ORDER BY {dir}")',
  'if column not in COLUMNS:\n    print(column)\ncur.execute(f"SELECT {column} FROM t")',
  'sort = "ASC"\nsort = request.args["sort"]\ncur.execute("SELECT * FROM t ORDER BY a " + sort)',
  'marks = "?"\ncur.execute(f"SELECT * FROM t WHERE a IN ({marks}) AND b = {name}")',
])('one of somebody else’s: %s', (text) => expect(seenTo(89, text, 'execute')).toBe(false));

it('a digest that names a version, and none that keeps a secret', () => {
  expect(seenTo(328, '# checksum of the download\nsum = hashlib.md5(data)', 'md5')).toBe(true);
  expect(seenTo(328, '# cache the password\nsum = hashlib.md5(password)', 'md5')).toBe(false);
  expect(seenTo(328, 'sum = hashlib.md5(data)', 'md5')).toBe(false);
});

it('a command of which each part is quoted', () => {
  expect(seenTo(78, 'run(f"tar xf {shlex.quote(name)}", shell=True)', 'shell')).toBe(true);
  expect(seenTo(78, 'run(f"tar xf {shlex.quote(name)} {more}", shell=True)', 'shell')).toBe(false);
});

it('a shell that is given a text as it stands', () => {
  const run = 'out = subprocess.run(\n    cmd, stdout=PIPE, shell=True\n)';
  expect(seenTo(78, `cmd = f"df -h | cut -d ' ' -f 2"\n${run}`, 'shell')).toBe(true);
  expect(seenTo(78, `cmd = "df -h " + folder\n${run}`, 'shell')).toBe(false);
  expect(seenTo(78, `def show(cmd):\n    ${run}`, 'shell')).toBe(false);
});

it('a statement into which constants alone are put', () => {
  expect(seenTo(89, 'db.execute(f"PRAGMA busy_timeout = {cls._BUSY_TIMEOUT}")', 'execute')).toBe(true);
  expect(seenTo(89, 'db.execute(f"SELECT * FROM {TABLE_NAME} WHERE a = {a}")', 'execute')).toBe(false);
});

it('a file by the last part of a path, and none beside which one is known', () => {
  const cut = 'const name = path.basename(req.query.path);\n';
  expect(seenTo(22, `${cut}const body = fs.readFileSync(folder + name);`, 'readFile')).toBe(true);
  expect(seenTo(22, `${cut}const body = fs.readFileSync(name, 'utf8');`, 'readFile')).toBe(true);
  expect(seenTo(22, `${cut}const body = fs.readFileSync(req.query.path);`, 'readFile')).toBe(false);
  expect(seenTo(22, 'const ext = path.basename(p);\nconst body = fs.readFileSync(p);', 'readFile')).toBe(false);
});
