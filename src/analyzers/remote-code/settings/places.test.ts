import { describe, expect, it } from 'vitest';
import { runsInPlace } from './places.ts';

const runs = (text: string): boolean => runsInPlace({ path: '.git/hooks/post-checkout' }, text);
const CALL = 'git lfs post-checkout "$@"\n';
const guard = (said: string): string => `command -v git-lfs >/dev/null 2>&1 || { ${said}; exit 2; }\n`;

describe('a hook of Git', () => {
  it.each([
    `#!/bin/sh\n# of Git LFS\n${guard('printf >&2 "\\n%s\\n\\n" "no \'git-lfs\' on your path."')}${CALL}`,
    `#!/bin/sh\n${guard('echo >&2 "\\nno git-lfs\\n"')}${CALL}`,
    '#!/bin/sh',
  ])('that Git LFS writes is no news', (text) => expect(runs(text)).toBe(false));

  it.each([
    `#!/usr/bin/env -S sh -c 'true'\n${CALL}`,
    `#!/bin/sh -c true\n${CALL}`,
    `\n#!/tmp/x\n${CALL}`,
    `#!/bin/sh\n${guard('echo >&2 "x\\" "; }; true #"')}${CALL}`,
    `#!/bin/sh\n${CALL}true\n`,
  ])('that has more in it runs: %j', (text) => expect(runs(text)).toBe(true));
});
