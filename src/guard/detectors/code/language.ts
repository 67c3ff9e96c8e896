import type { Site } from './site.ts';
import type { Cwe } from './weaknesses.ts';

/** Languages whose advice differs. */
export type Language =
  | 'python'
  | 'javascript'
  | 'java'
  | 'c'
  | 'php'
  | 'csharp'
  | 'go'
  | 'ruby'
  | 'rust'
  | 'perl'
  | 'shell';

/** What only this language has, or hardly any other, in a few lines. */
const SIGNS: Readonly<Record<Language, RegExp>> = {
  python:
    /^\s*(?:def \w+\(|from [\w.]+ import |import \w+\s*$|elif |except\b|with [^\n{]{1,80}:\s*$|class \w+[^\n{]{0,60}:\s*$)|\bos\.(?:system|popen|path|environ)|\bself\.|\bsubprocess\.|\bsqlite3\.|\bNone\b|\brequest\.(?:args|form|json|GET|POST|values)\b|\b(?:cur|cursor)\.|\.cursor\(|[(,= ]f["']|["'] % |\bprint\(|\binput\(/gm,
  javascript:
    /\b(?:const|let) [\w{[]|=>|\brequire\(|\bfunction\s*\w{0,40}\s*\(|\breq\.(?:query|body|params|headers)\b|\bawait \w|\bconsole\.|\bdocument\.|\bwindow\.|[=!]==|`[^`\n]{0,200}\$\{|\b(?:id|name|input): string\b|\bmodule\.exports\b|\bJSON\./g,
  java: /\b(?:public|private|protected) (?:static |final )?[A-Z]?\w+[ (<]|\bResultSet\b|\bStatement\b|\bString \w+\s?[=,)]|^import java|\bSystem\.out\b|@Override\b|\bHttpServlet|\brequest\.getParameter\b|\bRuntime\.getRuntime\b|\bjdbcTemplate\b|\bthrows \w/gim,
  c: /#include\s?[<"]|\bstd::|\bchar\s?\*|\bchar \w+\[|\bint main\(|\bs?n?printf\(|\bargv\b|\bc_str\(\)|\bconst char\b|\bstrc(?:at|py)\(|\bstruct \w+ ?\*|\bsize_t\b|\bNULL\b|\bfgets\(/g,
  php: /<\?php|\$_(?:GET|POST|REQUEST|COOKIE|SERVER|FILES|SESSION)\b|(?<!my )\$[a-z_]\w*\s?(?:=[^=~]|->)|["')]\s?\.\s?\$\w|\bmysqli?_\w+\(|\becho \$/gi,
  csharp:
    /\busing System\b|\bSql(?:Command|Connection)\b|\bConsole\.|\bstring \w+\s?[=,)]|\bnamespace \w|\bvar \w+ = new\b|\bProcess\.Start\b|\bRequest\.(?:Query|Form)\[|\bIActionResult\b|[(= ]\$"/g,
  go: /\bfunc \w*\(|\bfunc \(|:=|\bfmt\.[A-Z]|^package \w|\berr != nil\b|\bexec\.Command\b|\br\.(?:URL|FormValue)\b/gm,
  ruby: /\bputs\b|\bparams\[:|#\{|^\s*end\b|\bdo \|\w|^\s*def \w+[^:\n]*$|\.(?:each|where|find_by_sql)\b/gm,
  rust: /\bfn \w+|\blet mut\b|\bimpl \w|\bprintln!|\bCommand::new\b|&(?:mut )?str\b|\.unwrap\(\)|\bformat!\(/g,
  perl: /\bmy [$@%]\w|\buse strict\b|^\s*sub \w+\s?\{|\$\w+\s?=~/gm,
  shell: /^#!\/\S{0,20}sh\b|^\s*fi\b|\bthen\s*$|\[ -[a-z] |"\$\{?\w+\}?"|\$\(\w|^\s*done\b/gm,
};

/** What fences call them. */
const FENCES: ReadonlyMap<string, Language> = new Map([
  ...(['python', 'javascript', 'java', 'c', 'php', 'csharp', 'go', 'ruby', 'rust', 'perl', 'shell'] as const).map(
    (language) => [language, language] as const,
  ),
  ['py', 'python'],
  ['js', 'javascript'],
  ['ts', 'javascript'],
  ['typescript', 'javascript'],
  ['jsx', 'javascript'],
  ['tsx', 'javascript'],
  ['node', 'javascript'],
  ['cpp', 'c'],
  ['c++', 'c'],
  ['cc', 'c'],
  ['cs', 'csharp'],
  ['c#', 'csharp'],
  ['golang', 'go'],
  ['rb', 'ruby'],
  ['rs', 'rust'],
  ['pl', 'perl'],
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['zsh', 'shell'],
]);

/** The language that the statement and the lines before it are in; null when they do not tell. */
export function languageOf({ statement, before }: Site): Language | null {
  const fence = before.lastIndexOf('```');
  const [, named] = fence < 0 ? [] : (/^([\w+#]{1,12})\s/.exec(before.slice(fence + 3, fence + 16)) ?? []);
  const told = named === undefined ? undefined : FENCES.get(named.toLowerCase());
  if (told !== undefined) return told;
  // What stands before a fence is another text.
  const text = (fence < 0 ? before : before.slice(fence + 3)) + statement;
  let [best, most, tied]: [Language | null, number, boolean] = [null, 0, false];
  for (const [language, signs] of Object.entries(SIGNS) as [Language, RegExp][]) {
    const count = new Set(text.match(signs)).size;
    if (count > most) [best, most, tied] = [language, count, false];
    else if (count === most) tied = true;
  }
  return tied ? null : best;
}

/** What to write instead, where a rule speaks of what several languages have. */
export const SAFER: { readonly [Number in Cwe]?: Readonly<Partial<Record<Language, string>>> } = {
  78: {
    python: 'Use `subprocess.run([...])` with a list and no shell.',
    javascript: 'Use `execFile` or `spawn` with a list of arguments and no shell.',
    java: 'Use `ProcessBuilder` with a list of arguments and no shell.',
    c: 'Use `posix_spawn` or `execv` with separate arguments and no shell.',
    php: 'Quote with `escapeshellarg`, or do without a shell.',
    csharp: 'Fill `ProcessStartInfo.ArgumentList`, with `UseShellExecute` off.',
    go: 'Use `exec.Command` with separate arguments and no shell.',
    ruby: 'Give arguments one by one: `system("ls", path)`.',
    rust: 'Use `Command::new` with `arg` for each argument.',
    perl: 'Give `system` a list: the program, then each argument.',
    shell: 'Put values in double quotes, after `--`, and evaluate none.',
  },
  89: {
    python: 'Bind values: `execute(statement, values)`.',
    javascript: 'Bind values: `query(statement, values)`, with a mark for each in the statement.',
    java: 'Use `PreparedStatement` with parameters.',
    c: 'Prepare the statement and bind values (`sqlite3_bind_text`, `mysql_stmt_bind_param`).',
    php: 'Prepare the statement and bind values.',
    csharp: 'Use parameters: `command.Parameters.Add`.',
    go: 'Bind values: `Query(statement, values...)`, with a mark for each in the statement.',
    ruby: 'Bind values: `where("a = ?", a)`.',
    rust: 'Bind values, with a mark for each in the statement.',
    perl: 'Prepare the statement and give `execute` the values.',
  },
  94: {
    python: 'Parse what is expected (`ast.literal_eval`, `json.loads`) or look it up in a table; never evaluate text.',
    javascript: 'Parse what is expected (`JSON.parse`) or look it up in an object; never evaluate text.',
    php: 'Parse what is expected (`json_decode`) or look it up in an array; never evaluate text.',
    ruby: 'Parse what is expected (`JSON.parse`) or call methods by checked names; never evaluate text.',
    perl: 'Parse what is expected or look it up in a hash; evaluate blocks, never text.',
    shell: 'Put commands in an array and run it as `"${command[@]}"`; never evaluate text.',
  },
};
