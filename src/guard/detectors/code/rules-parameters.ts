import type { CodeRule } from './rule.ts';
import { UNTIL } from './rules-request.ts';

const PY_SOURCE = String.raw`(\w+)\s*=\s*(?:\w+\.)?request\.(?:args|form|values|GET|POST|json|get_json\(\)|query_params|cookies|headers|params)\b[^\n]*\n`;
const JAVA_SOURCE = String.raw`(?:String\s+(\w+)\s*=\s*\w*[rR]eq\w*\.get(?:Parameter|Header|QueryString)\([^\n]*\n|@(?:RequestParam|PathVariable|QueryParam|PathParam)\b[^,)\n]*?String\s+(\w+))`;

/** What handlers of requests are given, and hand on where it can do harm: Python, Java, C#, Rust. */
export const PARAMETER_RULES: readonly CodeRule[] = [
  {
    id: 'py-path-parameter',
    cwe: 22,
    safer: 'Check that the path stays inside the folder: `resolve()` and `is_relative_to`.',
    at: ['open(', 'send_file(', 'path.join(', 'FileResponse(', 'Path('],
    match:
      /(?:path\.join\([^\n)]{0,90}[+,]\s*\w+(?=\s*\))|(?:\bopen|send_file|FileResponse|\bPath)\(\s*(?:[^,\n()]{0,60}(?:\+\s*|\{|\/\s*))?\w+(?=\s*[,)}]))/y,
    unless: /basename\(|secure_filename|resolve\(\)/,
    settled: /basename\(|secure_filename|realpath|resolve\(\)|is_relative_to|startswith\(|safe_join|abspath/,
    story:
      /@\w+\.(?:get|route|post|api_route)\(\s*["'][^"'\n]*[<{](?:path:|string:)?(\w+)(?::path)?[>}][^\n]*\n(?:@[^\n]*\n)*\s*(?:async\s+)?def\s+\w+\([^)\n]*\b\1\b(?!\s*:\s*(?:int|UUID|float))[\s\S]{0,400}?[+,({/]\s*\1$/,
    fires: ['@app.get("/exports/{name}")\ndef export(name: str):\n    return FileResponse(f"/srv/exports/{name}")'],
    quiet: ['@app.get("/exports/{name}")\ndef export(name: int):\n    return FileResponse(f"/srv/exports/{name}")'],
  },
  {
    id: 'py-fetch-field',
    cwe: 918,
    safer: 'Fetch only from addresses on a list.',
    at: ['requests.', 'httpx.', 'urlopen('],
    match: /(?:requests|httpx)\.(?:get|post|put|head|request)\(\s*\w+(?=\s*[,)])|urlopen\(\s*\w+(?=\s*[,)])/y,
    settled: /allow|urlparse|hostname|startswith\(/i,
    story:
      /(\w+)\s*=\s*request\.(?:get_json\(|json\b|form\b|POST\b|args\b)[^\n]*\n[\s\S]{0,300}?(\w+)\s*=\s*\1(?:\[|\.get\()[^\n]*\n[\s\S]{0,300}?\(\s*\2$/,
    fires: ['body = request.get_json()\nurl = body["url"]\nr = requests.post(url, json={})'],
    quiet: ['body = request.get_json()\nr = requests.post(HOOK, json=body)'],
  },
  {
    id: 'py-path-name',
    cwe: 22,
    safer: 'Check that the path stays inside the folder: `secure_filename`, `send_from_directory`.',
    at: ['open(', 'send_file(', 'path.join(', 'FileResponse(', 'os.remove('],
    match:
      /(?:path\.join\([^\n)]{0,90}[+,]\s*\w+(?=\s*\))|(?:\bopen|send_file|FileResponse|os\.remove)\(\s*(?:[^,\n()]{0,60}(?:\+\s*|\{))?\w+(?=\s*[,)}]))/y,
    unless: /basename\(|secure_filename/,
    settled: /basename\(|secure_filename|realpath|resolve\(\)|is_relative_to|startswith\(|safe_join|abspath/,
    story: new RegExp(`${PY_SOURCE}${UNTIL(String.raw`\b\1`, 500)}[+,({]\\s*\\1$`),
    fires: ['name = request.args.get("f")\nreturn send_file(os.path.join(ROOT, name))'],
    quiet: ['name = secure_filename(request.args["f"])\nreturn send_file(os.path.join(ROOT, name))'],
  },
  {
    id: 'java-redirect-name',
    cwe: 601,
    safer: 'Send people to places from a list only.',
    at: ['sendRedirect(', 'RedirectView(', '"redirect:"'],
    inStrings: true,
    match: /(?:sendRedirect\(|RedirectView\(|"redirect:"\s*\+)\s*\w+/y,
    settled: /allow|startsWith\("\/"|\.contains\(/i,
    story: new RegExp(`${JAVA_SOURCE}[\\s\\S]{0,500}?[(+]\\s*(?:\\1\\2)$`),
    fires: ['String to = request.getParameter("to");\nresponse.sendRedirect(to);'],
    quiet: ['response.sendRedirect(home);'],
  },
  {
    id: 'java-fetch-name',
    cwe: 918,
    safer: 'Fetch only from addresses on a list.',
    at: ['URL(', 'URI.create(', 'getForObject(', 'getForEntity(', '.uri('],
    match: /(?:(?<=new )URL\(|URI\.create\(|getFor(?:Object|Entity)\(|\.uri\()\s*\w+/y,
    settled: /allow|getHost\(\)|whitelist/i,
    story: new RegExp(`${JAVA_SOURCE}[\\s\\S]{0,500}?\\(\\s*(?:\\1\\2)$`),
    fires: ['String get(@RequestParam String url) {\n  return rest.getForObject(url, String.class);'],
    quiet: ['return rest.getForObject(base, String.class);'],
  },
  {
    id: 'cs-fetch-name',
    cwe: 918,
    safer: 'Fetch only from addresses on a list.',
    at: ['GetAsync(', 'GetStringAsync(', 'GetByteArrayAsync(', 'DownloadString('],
    match: /(?:Get(?:String|ByteArray|Stream)?Async|DownloadString)\(\s*\w+/y,
    settled: /allow|\.Host\b|StartsWith\(/i,
    story:
      /(?:ActionResult|IResult)[\w<>]*\s+\w+\((?:[^()\n]*,)?\s*(?:\[\w+(?:\([^)\n]*\))?\]\s*)?string\s+(\w+)[\s\S]{0,400}?\(\s*\1$/,
    fires: [
      'public async Task<IActionResult> Preview([FromQuery] string url)\n{\n    var page = await _http.GetStringAsync(url);',
    ],
    quiet: ['var page = await _http.GetStringAsync(Base);'],
  },
  {
    id: 'cs-page-of-parameter',
    cwe: 79,
    safer: 'Return a view, which escapes.',
    at: ['Content('],
    match: /(?<![\w.])Content\(\s*(?:\$"[^"\n]*<[^"\n]*\{|"[^"\n]*<[^"\n]*"\s*\+)(?=[^;]{0,200}text\/html)/y,
    unless: /Encode/,
    fires: ['return Content("<h1>" + message + "</h1>", "text/html");'],
    quiet: ['return Content("<h1>" + HtmlEncoder.Default.Encode(m) + "</h1>", "text/html");'],
  },
  {
    id: 'cs-redirect-name',
    cwe: 601,
    safer: 'Use `LocalRedirect`.',
    at: ['Redirect('],
    match: /(?<![\w.])Redirect\(\s*\w+/y,
    settled: /IsLocalUrl|allow/i,
    story: /ActionResult[\w<>]*\s+\w+\((?:[^()\n]*,)?\s*(?:\[\w+\]\s*)?string\s+(\w+)[\s\S]{0,500}?\(\s*\1$/,
    fires: ['public IActionResult Done(string returnUrl)\n{\n    return Redirect(returnUrl);'],
    quiet: ['return Redirect(Home);'],
  },
  {
    id: 'rust-path-parameter',
    cwe: 22,
    safer: 'Check that the path has no `..` and stays inside the folder.',
    at: ['fs::read', 'File::open(', 'NamedFile::open('],
    match:
      /(?:fs::read(?:_to_string)?|File::open)\(\s*(?:&?format!\(\s*"[^"\n]*\{\w*\}[^"\n]*"(?:,\s*\w+)?|\w+\.join\(\s*&?\w+)/y,
    settled: /components\(\)|canonicalize\(|contains\("\.\."\)|file_name\(/,
    story: /\bPath\(\s*(\w+)\s*\)\s*:\s*(?:\w+::)*Path<String>[\s\S]{0,400}?(?:\b\1|\{\1\}[^"\n]*")$/,
    fires: [
      'async fn show(Path(name): Path<String>) -> String {\n    fs::read_to_string(format!("./notes/{}", name)).await.unwrap()',
    ],
    quiet: [
      'async fn show(Path(id): Path<u64>) -> String {\n    fs::read_to_string(format!("./notes/{}", id)).await.unwrap()',
    ],
  },
];
