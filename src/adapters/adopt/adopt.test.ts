import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { findModels } from './find-models.ts';
import { modelsInManifest } from './kubernetes.ts';
import { ollamaModel } from './ollama.ts';

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
  lay('ollama/models/manifests/registry.ollama.ai/library/llama3/8b', OLLAMA);
  lay(`ollama/models/blobs/${BLOB.replace(':', '-')}`);
  lay('deploy/chat.yaml', MANIFEST);
  lay('deploy/values.yaml', 'model: acme/not-a-manifest');
  const { models, outOfReach } = await findModels(root);
  expect(models.map(({ house, name, reference }) => [house, name, reference.replace(root, '')])).toEqual([
    ['hugging-face-cache', 'acme/small', '/hub/models--acme--small'],
    ['kubernetes', 'deployment/chat', 'hf:acme/chat-7b@v2'],
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
      const found = ollamaModel('/store', 'r/library/a/b', json);
      expect(found === null || found.reference.startsWith('/store/blobs/sha256-')).toBe(true);
    }),
  );
  const evil = JSON.stringify({
    layers: [{ mediaType: 'application/vnd.ollama.image.model', digest: 'sha256:../../x' }],
  });
  expect(ollamaModel('/store', 'r/library/a/b', evil)).toBeNull();
});
