import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { findModels } from './find-models.ts';
import { modelsInManifest } from './kubernetes.ts';
import { ollamaModels } from './ollama.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'weighbridge-adopt-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function lay(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const BLOB = `sha256:${'ab'.repeat(32)}`;
const OLLAMA = JSON.stringify({ layers: [{ mediaType: 'application/vnd.ollama.image.model', digest: BLOB }] });
const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata: { name: chat }
spec: { template: { spec: { containers: [ { args: [--model, acme/chat-7b, --revision, v2] } ] } } }
---
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: ocr }
spec: { predictor: { model: { storageUri: "s3://models/ocr" } } }
---
apiVersion: v1
kind: Pod
metadata: { name: tgi }
spec: { containers: [ { env: [ { name: MODEL_ID, value: acme/embed } ] }, { args: ['--model=/models/x'] } ] }
`;

it('finds what lives in each of the houses, and says what is out of reach', async () => {
  lay('plain/a/model.safetensors');
  lay('plain/a/config.json');
  lay('runs/0/artifacts/model/MLmodel');
  lay('runs/0/artifacts/model/model.pkl');
  lay('hub/models--acme--small/snapshots/0123/config.json');
  lay('heap/one.gguf');
  lay('heap/two.gguf');
  lay('heap/below/model-00001-of-00002.gguf');
  lay('diffuser/model_index.json');
  lay('diffuser/unet/config.json');
  lay('ollama/models/manifests/registry.ollama.ai/library/llama3/8b', OLLAMA);
  lay(`ollama/models/blobs/${BLOB.replace(':', '-')}`);
  lay('deploy/chat.yaml', MANIFEST);
  lay('deploy/values.yaml', 'model: acme/not-a-manifest');
  const { models, outOfReach } = await findModels(root);
  expect(models.map(({ house, name, reference }) => [house, name, reference.replace(root, '')])).toEqual([
    ['hugging-face-cache', 'acme/small@0123', '/hub/models--acme--small/snapshots/0123'],
    ['kubernetes', 'deployment/chat', 'hf:acme/chat-7b@v2'],
    ['folder', 'diffuser', '/diffuser'],
    ['folder', 'heap/below', '/heap/below'],
    ['folder', 'heap/one.gguf', '/heap/one.gguf'],
    ['folder', 'heap/two.gguf', '/heap/two.gguf'],
    ['ollama', 'llama3:8b', `/ollama/models/blobs/${BLOB.replace(':', '-')}`],
    ['folder', 'plain/a', '/plain/a'],
    ['kubernetes', 'pod/tgi', 'hf:acme/embed'],
    ['mlflow', 'runs/0/artifacts/model', '/runs/0/artifacts/model'],
  ]);
  expect(outOfReach.map(({ name, reference }) => [name, reference])).toEqual([
    ['inferenceservice/ocr', 's3://models/ocr'],
    ['pod/tgi', '/models/x'],
  ]);
});

it('says that a folder is not there', async () => {
  await expect(findModels(join(root, 'no-such'))).rejects.toMatchObject({ code: 'path-missing' });
});

it('answers any text with models or with none, and never leads out of an Ollama store', () => {
  fc.assert(
    fc.property(fc.string(), fc.json(), (text, json) => {
      expect(Array.isArray(modelsInManifest(`apiVersion: v1\n${text}`).models)).toBe(true);
      expect(modelsInManifest(`apiVersion: v1\n---\n${json}`).models).toBeDefined();
      const found = ollamaModels('/store', 'r/library/a/b', json);
      expect(found.every(({ reference }) => reference.startsWith('/store/blobs/sha256-'))).toBe(true);
    }),
  );
  const evil = JSON.stringify({
    layers: [{ mediaType: 'application/vnd.ollama.image.model', digest: 'sha256:../../x' }],
  });
  expect(ollamaModels('/store', 'r/library/a/b', evil)).toEqual([]);
});

it.each<[string, string, readonly string[], string]>([
  ['a line for a shell', 'sh', ['-c', 'exec vllm serve "acme/a" --port 80; sleep 1'], 'hf:acme/a'],
  [
    'a line that goes on',
    'sh',
    ['-c', 'python3 -m vllm.entrypoints.openai.api_server \\\n  --model acme/b'],
    'hf:acme/b',
  ],
  ['what the image begins', 'registry.example/vllm-openai:1', ['acme/c', '--max-model-len=8'], 'hf:acme/c'],
  ['serve alone', 'x', ['serve', 'acme/d', '--revision=r1'], 'hf:acme/d@r1'],
  ['an adapter', 'x', ['--lora-modules', 'name=acme/e'], 'hf:acme/e'],
  ['llama.cpp', 'x', ['-hf', 'acme/f:Q4_K_M'], 'hf:acme/f@Q4_K_M'],
  ['Ollama', 'x', ['-c', 'ollama serve & ollama pull llama3:8b'], 'ollama://llama3:8b'],
  ['a variable', 'x', ['--model', '$(MODEL)'], ''],
  ['another option', 'x', ['--model', '--port'], ''],
])('reads the model of a container from %s', (_, image, args, reference) => {
  const { models, outOfReach } = modelsInManifest(JSON.stringify({ apiVersion: 'v1', kind: 'Pod', image, args }));
  expect([...models, ...outOfReach].map((one) => one.reference).join()).toBe(reference);
});

it('tells what it could not read, and never leaves it out', () => {
  const template = 'apiVersion: v1\nkind: Pod\nspec: {{ .Values.spec }}\n';
  expect(modelsInManifest(template, 'chart/pod.yaml').outOfReach).toMatchObject([{ name: 'chart/pod.yaml' }]);
  expect(modelsInManifest(template).outOfReach[0]?.why).toContain('helm template');
  const again = (one: string, before: string) => `${one}: &${one} [${`*${before},`.repeat(9)}]\n`;
  const levels = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((one, at) => again(one, 'abcdefgh'.charAt(at)));
  const bomb = `apiVersion: v1\na: &a [x,x,x,x,x,x,x,x,x]\n${levels.join('')}`;
  expect(modelsInManifest(bomb).outOfReach[0]?.why).toContain('no YAML');
});
