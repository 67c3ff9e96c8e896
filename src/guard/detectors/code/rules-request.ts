import type { CodeRule } from './rule.ts';

/** Up to where the name is given something else. */
export const UNTIL = (name: string, most: number) => String.raw`(?:(?!${name}\s*=[^=])[\s\S]){0,${most}}?`;

const PHP_SAFE =
  'htmlspecialchars|htmlentities|intval|\\(int\\)|filter_|strip_tags|esc_|escape|preg_match|json_|ctype_';
const GO_SOURCE = String.raw`(\w+)\s*(?:,\s*\w+)?\s*:?=\s*(?:\w+\.URL\.Query\(\)\.Get\(|\w+\.(?:FormValue|PostFormValue|PathValue)\(|mux\.Vars\(|chi\.URLParam\(|c\.(?:Param|Query|DefaultQuery|PostForm)\()[^\n]*\n`;
const JS_SOURCE = String.raw`(?:(?:const|let|var)\s+(?:\{[^}\n]*?)?\b|^\s*)(\w+)\b[^=\n]{0,60}=\s*(?:req|request|ctx|event)\.(?:query|params|body|headers|queryStringParameters|request)\b(?![^\n]*(?:Number|parseInt|encodeURI|escape|basename))[^\n]*\n`;
const ESCAPED = /escape|encode|sanitize|purify|\bxss\(|Number\(|parseInt\(/i;

/** What a request brought, kept under a name, and given where it can do harm: PHP, Go, JavaScript. */
export const REQUEST_RULES: readonly CodeRule[] = [
  {
    id: 'php-xss-name',
    cwe: 79,
    safer: 'Escape with `htmlspecialchars`.',
    at: ['echo ', 'print(', 'printf(', 'print ', '<?='],
    inStrings: true,
    match: /(?:echo|printf?|<\?=)[^;\n]{0,160}\$\w+/y,
    unless: new RegExp(PHP_SAFE),
    story: new RegExp(
      String.raw`(\$\w+)\s*=\s*(?:trim\()?\$_(?:GET|POST|REQUEST|COOKIE)\b(?![^;\n]*(?:${PHP_SAFE}))[^;\n]*;${UNTIL(String.raw`\1`, 600)}(?:echo|printf?|<\?=)[^;\n]*\1$`,
    ),
    fires: ['$name = $_GET["name"];\necho "Hi " . $name;', '$c = $_POST["c"] ?? "";\n?>\n<p><?= $c ?></p>'],
    quiet: ['$name = htmlspecialchars($_GET["name"]);\necho $name;', '$id = $_GET["id"];\necho "saved";'],
  },
  {
    id: 'php-redirect-name',
    cwe: 601,
    safer: 'Send people to places from a list only.',
    at: ['header(', 'redirect('],
    match: /(?:header\(\s*["']Location:[^;\n]{0,80}|\bredirect\(\s*)\$\w+\b(?![\w[\]])/iy,
    settled: /parse_url\(|in_array\(|allowed|str_starts_with|strpos\(/i,
    story: new RegExp(
      String.raw`(\$\w+)\s*=\s*\$_(?:GET|POST|REQUEST)\b[^;\n]*;${UNTIL(String.raw`\1`, 500)}(?:header|redirect)\([^;\n]*\1$`,
      'i',
    ),
    fires: ['$to = $_GET["to"];\nheader("Location: " . $to);'],
    quiet: ['$to = $_GET["to"];\nheader("Location: " . $pages[$to]);'],
  },
  {
    id: 'php-upload-unchecked',
    cwe: 434,
    safer: 'Make up a name, and check what kind of file it is by its content.',
    at: ['move_uploaded_file('],
    match: /move_uploaded_file\(\s*\$_FILES\[[^;\n]{1,80},\s*\$\w+/y,
    settled:
      /pathinfo\(|finfo|mime_content|getimagesize|exif_imagetype|in_array\(|uniqid|random_bytes|allowed|getClientExtension/i,
    story: /(\$\w+)\s*=[^;\n]*\$_FILES\[[^\]\n]+\]\[["']name["']\][\s\S]{0,500}move_uploaded_file\([^;\n]*,\s*\1$/,
    fires: ['$to = "up/" . basename($_FILES["f"]["name"]);\nmove_uploaded_file($_FILES["f"]["tmp_name"], $to);'],
    quiet: [
      '$kind = mime_content_type($t);\n$to = "up/" . $_FILES["f"]["name"];\nmove_uploaded_file($_FILES["f"]["tmp_name"], $to);',
    ],
  },
  {
    id: 'go-path-name',
    cwe: 22,
    safer: 'Clean the path and check that it is inside the folder.',
    at: [
      'os.Open(',
      'os.ReadFile(',
      'os.Create(',
      'os.Remove(',
      'ioutil.ReadFile(',
      'http.ServeFile(',
      'filepath.Join(',
    ],
    match:
      /(?:(?:os\.(?:Open|ReadFile|Create|Remove)|ioutil\.ReadFile)\(\s*(?:[^,\n()]{0,60}\+\s*)?\w+(?=\s*[,)])|(?:http\.ServeFile|filepath\.Join)\([^\n)]{0,80}[+,]\s*\w+(?=\s*\)))/y,
    unless: /filepath\.(?:Base|Clean)/,
    settled: /filepath\.(?:IsLocal|Rel|Base|Clean)\(|strings\.(?:HasPrefix|Contains|ReplaceAll)\(|regexp/,
    story: new RegExp(`${GO_SOURCE}${UNTIL(String.raw`\b\1`, 500)}[+,(]\\s*\\1$`),
    fires: [
      'name := r.URL.Query().Get("file")\nhttp.ServeFile(w, r, "/srv/"+name)',
      'name := r.PathValue("f")\ndata, err := os.ReadFile(filepath.Join("/srv", name))',
    ],
    quiet: ['name := r.FormValue("f")\nos.ReadFile(filepath.Join("/srv", filepath.Base(name)))'],
  },
  {
    id: 'gin-path-name',
    cwe: 22,
    safer: 'Take the base name, or serve a file system that cannot be left.',
    at: ['c.File(', 'c.FileAttachment('],
    match: /c\.File(?:Attachment)?\(\s*(?:[^,\n()]{0,60}\+\s*)?\w+(?=\s*[,)])/y,
    settled: /filepath\.(?:IsLocal|Rel|Base|Clean)\(|strings\.(?:HasPrefix|Contains)\(/,
    story: new RegExp(`${GO_SOURCE}${UNTIL(String.raw`\b\1`, 400)}[+(]\\s*\\1$`),
    fires: ['name := c.Param("name")\nc.File("./public/" + name)'],
    quiet: ['c.File("./public/index.html")'],
  },
  {
    id: 'go-text-template-page',
    cwe: 79,
    safer: 'Use `html/template`, which escapes.',
    at: ['.Execute'],
    match: /\.Execute(?:Template)?\(\s*\w+/y,
    story: /"text\/template"[\s\S]*\b(\w+)\s+http\.ResponseWriter\b[\s\S]*\(\s*\1$/,
    fires: [
      'import "text/template"\n\nfunc page(w http.ResponseWriter, r *http.Request) {\n\tt.Execute(w, r.FormValue("t"))',
    ],
    quiet: ['import "html/template"\n\nfunc page(w http.ResponseWriter, r *http.Request) {\n\tt.Execute(w, nil)'],
  },
  {
    id: 'go-fetch-name',
    cwe: 918,
    safer: 'Fetch only from addresses on a list.',
    at: ['http.Get(', 'http.Post(', 'http.NewRequest'],
    match: /http\.(?:Get|Post|NewRequest(?:WithContext)?)\((?:[^,\n]{1,40},\s*){0,2}\w+(?=\s*[),])/y,
    settled: /allowed|Hostname\(\)|\.Host\b|strings\.HasPrefix/i,
    story: new RegExp(`${GO_SOURCE}${UNTIL(String.raw`\b\1`, 400)}[,(]\\s*\\1$`),
    fires: ['target := r.URL.Query().Get("url")\nresp, err := http.Get(target)'],
    quiet: ['resp, err := http.Get(base)'],
  },
  {
    id: 'go-redirect-name',
    cwe: 601,
    safer: 'Send people to places from a list only.',
    at: ['http.Redirect('],
    match: /http\.Redirect\(\s*\w+,\s*\w+,\s*\w+/y,
    settled: /allowed|\.Host\b|strings\.HasPrefix/i,
    story: new RegExp(`${GO_SOURCE}${UNTIL(String.raw`\b\1`, 400)},\\s*\\1$`),
    fires: ['next := r.URL.Query().Get("next")\nhttp.Redirect(w, r, next, http.StatusFound)'],
    quiet: ['http.Redirect(w, r, home, http.StatusFound)'],
  },
  {
    id: 'js-path-name',
    cwe: 22,
    safer: 'Resolve the path and check that it is inside the folder.',
    at: ['path.join(', 'readFile', 'createReadStream(', 'sendFile(', 'unlink', 'writeFile'],
    match:
      /(?:path\.join\([^;\n)]{0,90}[+,]\s*\w+(?=\s*\))|(?:(?:readFile|unlink|writeFile)(?:Sync)?|createReadStream|sendFile)\(\s*(?:[^,;\n()]{0,60}(?:\+\s*|\$\{))?\w+(?=\s*[,)}]))/y,
    unless: /basename\(/,
    settled: /basename\(|startsWith\(|\.includes\(['"]\.\.|path\.relative|normalize\(|\.test\(/,
    story: new RegExp(`${JS_SOURCE}${UNTIL(String.raw`\b\1`, 500)}[+,({]\\s*\\1$`, 'm'),
    fires: ['const { name } = req.params;\nfs.readFile(path.join(root, name), done);'],
    quiet: ['const { name } = req.params;\nfs.readFile(path.join(root, path.basename(name)), done);'],
  },
  {
    id: 'js-fetch-name',
    cwe: 918,
    safer: 'Fetch only from addresses on a list.',
    at: ['fetch(', 'axios', 'got(', 'http.get(', 'https.get('],
    match: /(?:fetch|axios(?:\.\w+)?|got|https?\.get)\(\s*\w+(?=\s*[),])/y,
    settled: /allow|whitelist|\.hostname|\.host\b|startsWith\(/i,
    story: new RegExp(`${JS_SOURCE}${UNTIL(String.raw`\b\1`, 400)}\\(\\s*\\1$`, 'm'),
    fires: ['const url = req.query.url;\nconst page = await fetch(url);'],
    quiet: ['const page = await fetch(BASE);'],
  },
  {
    id: 'js-page-of-event',
    cwe: 79,
    safer: 'Escape what goes into a page.',
    at: ['body:'],
    match: /body:\s*(?:`[^`]{0,200}?<[^`]{0,200}?\$\{\w+|["'][^"'\n]*<[^"'\n]*["']\s*\+\s*\w+)(?=[\s}+,.])/y,
    unless: ESCAPED,
    story: new RegExp(`${JS_SOURCE}${UNTIL(String.raw`\b\1`, 400)}[+{]\\s*\\1$`, 'm'),
    fires: ['const name = event.queryStringParameters.name;\nreturn { statusCode: 200, body: `<h1>${name}</h1>` };'],
    quiet: ['const name = event.queryStringParameters.name;\nreturn { statusCode: 200, body: name };'],
  },
  {
    id: 'js-cors-lines',
    cwe: 942,
    safer: 'Name the origins.',
    at: ['origin:'],
    match: /origin:\s*(?:["']\*["']|true)/y,
    story: /\bcors\w*\(\s*\{[^}]{0,200}\n[^}\n]{0,60}origin:\s*(?:["']\*["']|true)$/,
    fires: ["app.use(cors({\n  origin: '*',\n  credentials: true,\n}));"],
    quiet: ["app.use(cors({\n  origin: 'https://app.example.com',\n}));"],
  },
  {
    id: 'js-redirect-argument',
    cwe: 601,
    safer: 'Send people to places from a list only.',
    at: ['.redirect('],
    match: /\.redirect\(\s*\w+(?=\s*\))/y,
    settled: /startsWith\(|allow|isSafe/i,
    story: /@Query\([^)\n]*\)\s*(\w+)[\s\S]{0,400}\(\s*\1$/,
    fires: ["done(@Query('next') next: string, @Res() res: Response) {\n  return res.redirect(next);"],
    quiet: ['return res.redirect(home);'],
  },
];
