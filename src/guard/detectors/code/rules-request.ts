import type { CodeRule } from './rule.ts';

/** Up to where the name is given something else. */
const UNTIL = (name: string, most: number) => String.raw`(?:(?!${name}\s*=[^=])[\s\S]){0,${most}}?`;

const PHP_SAFE =
  'htmlspecialchars|htmlentities|intval|\\(int\\)|filter_|strip_tags|esc_|escape|preg_match|json_|ctype_';
const GO_SOURCE = String.raw`(\w+)\s*(?:,\s*\w+)?\s*:?=\s*(?:\w+\.URL\.Query\(\)\.Get\(|\w+\.(?:FormValue|PostFormValue|PathValue)\(|mux\.Vars\(|chi\.URLParam\(|c\.(?:Param|Query|DefaultQuery|PostForm)\()[^\n]*\n`;
const JS_SOURCE = String.raw`(?:(?:const|let|var)\s+(?:\{[^}\n]*?)?\b|^\s*)(\w+)\b[^=\n]{0,60}=\s*(?:req|request|ctx|event)\.(?:query|params|body|headers|queryStringParameters|request)\b(?![^\n]*(?:Number|parseInt|encodeURI|escape|basename))[^\n]*\n`;
const PY_SOURCE = String.raw`(\w+)\s*=\s*(?:\w+\.)?request\.(?:args|form|values|GET|POST|json|get_json\(\)|query_params|cookies|headers|params)\b[^\n]*\n`;
const JAVA_SOURCE = String.raw`(?:String\s+(\w+)\s*=\s*\w*[rR]eq\w*\.get(?:Parameter|Header|QueryString)\([^\n]*\n|@(?:RequestParam|PathVariable|QueryParam|PathParam)\b[^,)\n]*?String\s+(\w+))`;

/** What a request brought, kept under a name, and given where it can do harm. */
export const REQUEST_RULES: readonly CodeRule[] = [
  {
    id: 'php-xss-name',
    cwe: 79,
    safer: 'Escape with `htmlspecialchars`.',
    at: ['echo ', 'print(', 'print ', '<?='],
    inStrings: true,
    match: /(?:echo|print|<\?=)[^;\n]{0,160}\$\w+/y,
    unless: new RegExp(PHP_SAFE),
    story: new RegExp(
      String.raw`(\$\w+)\s*=\s*(?:trim\()?\$_(?:GET|POST|REQUEST|COOKIE)\b(?![^;\n]*(?:${PHP_SAFE}))[^;\n]*;${UNTIL(String.raw`\1`, 600)}(?:echo|print|<\?=)[^;\n]*\1$`,
    ),
    fires: ['$name = $_GET["name"];\necho "Hi " . $name;', '$c = $_POST["c"] ?? "";\n?>\n<p><?= $c ?></p>'],
    quiet: ['$name = htmlspecialchars($_GET["name"]);\necho $name;', '$id = $_GET["id"];\necho "saved";'],
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
    id: 'py-random-for',
    cwe: 338,
    safer: 'Use the `secrets` module for what must not be guessed.',
    at: ['random.', 'randint('],
    match:
      /(?:(?<![\w.]|np\.|numpy\.)random\.(?:random|randint|choice|choices|randrange|sample|getrandbits|randbytes)\(|(?<![\w.])(?:randint|choices?)\()/y,
    story:
      /\bdef \w*(?:passw|pwd|secret|reset_?|session_?id|api_?key|auth_?|access_?|csrf_?|otp|one_time|salt|nonce|captcha|token|verification)\w*\((?:(?!\n(?:async )?def |\n {4}(?:async )?def |\nclass )[\s\S])*$/i,
    unless: /token(?:s|ize)|SystemRandom/,
    settled: /SystemRandom/,
    fires: ['def reset_token():\n    return "".join(random.choice(LETTERS) for _ in range(8))'],
    quiet: ['def pick_color():\n    return random.choice(COLORS)', 'def salt():\n    return secrets.token_hex(8)'],
  },
  {
    id: 'go-rand-for',
    cwe: 338,
    safer: 'Use `crypto/rand`.',
    at: ['rand.'],
    match: /rand\.(?:Read|Intn?|Int63n?|Int31n?|Perm|Shuffle|N|IntN)\(/y,
    story:
      /"math\/rand(?:\/v2)?"[\s\S]*\nfunc (?:\([^)\n]*\) )?\w*(?:[Tt]oken|[Pp]assw|[Ss]ecret|[Ss]ession|[Kk]ey|[Ss]alt|[Nn]once|OTP|[Oo]tp|[Cc]ode|[Cc]srf|CSRF)\w*\((?:(?!\n\}|\nfunc )[\s\S])*$/,
    fires: ['import "math/rand"\n\nfunc newToken() string {\n\tb := make([]byte, 16)\n\trand.Read(b)'],
    quiet: ['import "math/rand"\n\nfunc roll() int {\n\treturn rand.Intn(6)'],
  },
  {
    id: 'c-copy-told-length',
    cwe: 787,
    safer: 'Check the length against the size of the array before you copy.',
    at: ['memcpy(', 'memmove('],
    match: /mem(?:cpy|move)\(\s*\w+\s*,\s*[^,;\n]{1,60},\s*(?!sizeof|\d|[A-Z_]+\s*\))[\w.>-]+\s*(?=\))/y,
    story:
      /\b(?:char|uint8_t|u8|BYTE|unsigned char)\s+(\w+)\s*\[[^\]\n]*\]\s*(?:=[^;\n]*)?;(?:(?!\b(?:if|while|assert)\s*\([^;\n]*[<>]|min\(|MIN\(|\n\})[\s\S]){0,600}\bmem(?:cpy|move)\(\s*\1\s*,[^;\n]*$/,
    fires: ['char body[256];\nrecv(fd, &h, sizeof(h), 0);\nmemcpy(body, payload, h.length);'],
    quiet: [
      'char body[256];\nif (h.length > sizeof(body)) return -1;\nmemcpy(body, payload, h.length);',
      'char body[256];\nmemcpy(body, payload, sizeof(body));',
    ],
  },
];
