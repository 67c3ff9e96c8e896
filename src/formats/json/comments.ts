/** Files whose readers (editors, compilers of TypeScript and JavaScript) take comments, and a comma behind the last item. */
const NAME =
  /\.(?:jsonc|code-workspace)$|(?:^|\/)(?:(?:ts|js)config(?:\.[\w-]+)*|devcontainer|tslint|pyrightconfig|api-extractor|\.(?:eslintrc|jshintrc|babelrc|swcrc))\.json$|(?:^|\/)\.(?:vscode|devcontainer|zed)\/(?:[^/]+\/)*[^/]+\.json$/i;

export function takesComments(path: string): boolean {
  return NAME.test(path);
}

/** Blanks in the place of comments and of commas before a closing bracket: everything else stands where it stood. One pass. */
export function withoutComments(text: string): string {
  const units = Buffer.from(text, 'utf16le');
  const blank = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (!/[\r\n]/.test(text.charAt(at))) units.writeUInt16LE(0x20, at * 2);
  };
  let comma = -1;
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const comment = sign === '/' ? endOfComment(text, at) : at;
    if (comment > at) {
      blank(at, comment);
      at = comment;
      continue;
    }
    if ((sign === '}' || sign === ']') && comma >= 0) blank(comma, comma + 1);
    if (sign === ',') comma = at;
    else if (!/\s/.test(sign)) comma = -1;
    at = sign === '"' ? endOfString(text, at) : at + 1;
  }
  return units.toString('utf16le');
}

/** Where it stands when none begins here; one that nothing ends goes on to the end of the text. */
function endOfComment(text: string, start: number): number {
  if (text.startsWith('/*', start)) {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (!text.startsWith('//', start)) return start;
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? text.length;
}

const LINE_END = /[\r\n]/g;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}
