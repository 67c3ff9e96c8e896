import { describe, expect, it } from 'vitest';
import { DEEP } from '../../../test/support/deep.ts';
import { readDockerfile } from './dockerfile.ts';

const steps = (text: string) => readDockerfile(text)?.steps.map((step) => step.text);

describe('the reader of Dockerfiles', () => {
  it.each([
    ['lines that go on, comments and empty lines among them', 'RUN a && \\\n# b\n\n  c \\  \n d', ['a &&   c  d']],
    ['another sign of lines that go on', '# escape=`\nRUN a `\n b\\', ['a  b\\']],
    ['a list of words', 'CMD ["sh", "-c", "a | \'b\'"]', ["sh -c 'a | '\\''b'\\'''"]],
    ['a text for the shell', 'RUN <<E\na\nb\nE\nRUN c', ['a\nb\n', 'c']],
    ['a text for a command', 'RUN --mount=type=x,y=z cat <<-E | sh\n\ta\n\tE\nRUN b', ['cat <<-E | sh\n\ta\nE', 'b']],
    ['a file that is written', 'COPY <<E /x\na\nE', ["cat > /x <<'E'\na\nE"]],
    ['a file that is fetched', 'ADD --chown=1 https://a/b?c /d/', ["curl -o /d//b 'https://a/b?c'"]],
    ['a project that is cloned', 'ADD https://a/b.git#c /d', ["git clone 'https://a/b.git#c' /d"]],
    ['names and folders', 'FROM x\nENV a b c\nARG d=e\nWORKDIR /f', ['cd /', 'export a="b c"', 'export d=e', 'cd /f']],
    ['a file of another image', 'COPY --from=x --chown=1 /a /b', ['cp /a /b']],
    ['what runs later', 'HEALTHCHECK --interval=5s CMD a\nONBUILD RUN b', ['a', 'b']],
    ['what is told by its digest', 'ADD --checksum=sha256:0 https://a/b /d', []],
    ['no text that ends nowhere', 'RUN <<E\na', ['a\n']],
    ['nothing that runs', 'EXPOSE 80\nCOPY a b\n\n\\', []],
  ])('tells %s', (_, text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  it('leaves other shells alone, and keeps what no shell reads', () => {
    expect(readDockerfile('SHELL ["powershell", "-c"]\nRUN a')).toBeNull();
    expect(readDockerfile('SHELL ["/bin/bash", "-c"]\nRUN a')).not.toBeNull();
    expect(readDockerfile('FROM x\nRUN a\nUSER b')?.others).toBe('FROM x\nUSER b');
  });

  it('reads any text in linear time', () => {
    for (const text of ['RUN \\\n', 'RUN a <<E\n', '# x\n', 'ADD a ', 'RUN <<A <<B '])
      expect(readDockerfile(text.repeat(DEEP ? 100_000 : 20_000))).not.toBeNull();
  });
});
