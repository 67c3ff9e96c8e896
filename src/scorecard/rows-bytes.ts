import type { FileKind } from '../domain/artifact.ts';
import { countOf, type ScoreMaterial, standingOf } from './material.ts';
import { byStanding, inconclusive, type ScoreRow, scored } from './row.ts';

/** Formats whose readers make tensors and nothing else. */
const SAFE: readonly FileKind[] = ['safetensors', 'gguf', 'onnx', 'npy', 'tensor-data', 'tflite', 'executorch'];
const PICKLES: readonly FileKind[] = ['pickle', 'pytorch-zip'];
/** Analyzers that tell what loading a file would do. */
const CODE = ['pickle-imports', 'keras-code', 'graph-code', 'torchscript', 'r-code', 'executables', 'model-packages'];
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

function weightsOf({ dossier }: ScoreMaterial) {
  return dossier.artifact.files.filter(({ role }) => role === 'weights');
}

/** Checks of the files themselves. */
export const BYTE_ROWS: readonly ScoreRow[] = [
  {
    id: 'safe-formats',
    title: 'Weights in formats that run nothing',
    weight: 10,
    read: (material) => {
      const weights = weightsOf(material);
      return {
        weights: weights.length,
        safe: weights.filter(({ kind }) => SAFE.includes(kind)).length,
        pickles: weights.filter(({ kind }) => PICKLES.includes(kind)).length,
        unread: weights.filter(({ coverage }) => coverage === 'none').length,
        code: standingOf(material, ...CODE),
      };
    },
    score: ({ weights, safe, pickles, unread, code }) => {
      if (code === 'malicious') return scored(0, 'loading it runs code that no model needs');
      if (weights === 0) return inconclusive('there are no weights');
      if (Number(unread) > 0) return inconclusive(`${unread} of ${weights} weight files were not read`);
      if (code === 'suspicious' || code === 'unscannable')
        return scored(2, 'loading it may run code, or cannot be read');
      if (safe === weights) return scored(10, `${weights} of ${weights} weight files are in safe formats`);
      if (Number(pickles) > 0)
        return scored(4, `${pickles} of ${weights} weight files are pickles; nothing was found in them`);
      return scored(7, `${safe} of ${weights} weight files are in safe formats, none is a pickle`);
    },
  },
  {
    id: 'no-remote-code',
    title: 'No code of the publisher’s',
    weight: 10,
    read: (material) => ({ remoteCode: standingOf(material, 'remote-code') }),
    score: ({ remoteCode }) =>
      byStanding(
        // A model without configuration asks for no code.
        remoteCode === 'not-applicable' ? 'clean' : remoteCode,
        { clean: 10, note: 8, unknown: 5, review: 5, suspicious: 2, malicious: 0 },
        'code beside the weights',
      ),
  },
  {
    id: 'integrity',
    title: 'Bytes held against what is stated of them',
    weight: 10,
    read: (material) => {
      const files = material.dossier.artifact.files.filter(({ kind }) => kind !== 'git-folder');
      const count = (kind: string): number => files.filter(({ digest }) => digest.kind === kind).length;
      return {
        files: files.length,
        proven: count('proven'),
        claimed: count('claimed'),
        unknown: count('unknown'),
        contradicted: countOf(material, 'digests/mismatch', 'identity/signature-contradicted'),
        // A folder states nothing of its own files; a hub does, and so does a signature that holds.
        stated: material.dossier.artifact.origin.source === 'hf' || countOf(material, 'identity/signed') > 0,
      };
    },
    score: ({ files, proven, claimed, unknown, contradicted, stated }) => {
      if (Number(contradicted) > 0) return scored(0, `${contradicted} files are not what is stated of them`);
      if (Number(unknown) > 0) return scored(3, `${unknown} of ${files} files have no digest`);
      if (stated !== true) return inconclusive('all files were hashed, and nobody states what they should be');
      if (Number(claimed) > 0) return scored(7, `${claimed} of ${files} digests are the source’s word`);
      return scored(10, `${proven} of ${files} files were hashed, and are what is stated of them`);
    },
  },
  {
    id: 'pinned-revision',
    title: 'Pinned to a revision',
    weight: 7.5,
    read: ({ dossier }) => {
      const { source, revision, requested } = dossier.artifact.origin;
      return { source, revision, requested };
    },
    score: ({ source, revision, requested }) => {
      if (source === 'directory') return inconclusive('a folder has no revision');
      if (revision === null) return scored(0, 'the source has no revisions');
      if (COMMIT.test(String(requested))) return scored(10, 'asked for by its commit');
      return scored(5, `asked for by ${requested === null ? 'the default branch' : 'a name'} that can move`);
    },
  },
  {
    id: 'template-safe',
    title: 'Chat template without tricks',
    weight: 5,
    read: (material) => ({ template: standingOf(material, 'chat-template') }),
    score: ({ template }) =>
      byStanding(
        template,
        { clean: 10, note: 8, unknown: 4, review: 5, suspicious: 2, malicious: 0 },
        'the chat template',
      ),
  },
];
