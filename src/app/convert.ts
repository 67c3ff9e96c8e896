import { signEnvelope } from '../attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE, statementOf } from '../attest/statement.ts';
import type { Caller } from '../contract/caller.ts';
import type { Conversion, ConvertInput } from '../contract/pickles.ts';
import type { FileKind } from '../domain/artifact.ts';
import { scanVerdictOf } from '../domain/scan.ts';
import { npyTensor } from '../formats/npy/tensor.ts';
import { type Checkpoint, type CheckpointTensor, readCheckpoint } from '../formats/pickle/checkpoint.ts';
import { openArray } from '../formats/pickle/numpy-arrays.ts';
import { Refused } from '../formats/pickle/refused.ts';
import { type TensorToWrite, writeSafetensors } from '../formats/safetensors/write.ts';
import { type StridedTensor, tensorBytes, tooScattered } from '../formats/strided.ts';
import { type Members, openMembers } from '../formats/zip/open-members.ts';
import type { Listed } from '../intake/take-inventory.ts';
import { createBudget } from '../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Digest, hexOf } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import type { OpenModel } from '../ports/source.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { readOne } from './read-model.ts';

/** The predicate of a signed conversion: which bytes became which. */
export const CONVERSION_PREDICATE = 'urn:weighbridge:predicate:conversion:v1';

/**
 * Rewrites a PyTorch checkpoint of plain tensors, zip or legacy, or arrays of NumPy as safetensors. Nothing is unpickled: the
 * tensors are read from the values the program would make. Throws `convert-refused` for anything but a clean file of plain tensors.
 */
export async function convert(parts: Parts, input: ConvertInput, caller: Caller): Promise<Conversion> {
  const signer = input.sign === null ? null : await parts.keys.signer(input.sign.keyFile);
  const model = await openModel(parts.sources, input.file, caller);
  try {
    const [file, second] = model.files;
    if (file?.kind !== 'file' || second !== undefined || model.localPath === null) {
      throw new WeighbridgeError('call-invalid', `${input.file} is no single file on this machine`);
    }
    const bytes = await model.open(file.path);
    try {
      const from = await digestOf(parts, model, file, caller);
      await assertClean(parts, model, file, bytes);
      const { tensors, key, leftOut } = await checkpointTensors(bytes, file.path, parts.clock, input.key);
      const to = await parts.files.writeChunks(input.to, writeSafetensors(tensors, { format: 'pt' }), {
        fresh: input.replace !== true,
      });
      const conversion = {
        from,
        to: to.sha256,
        size: to.size,
        tensors: tensors.length,
        key,
        leftOut,
        keyId: signer?.keyId ?? null,
      };
      if (input.sign !== null && signer !== null) {
        const subject = [{ name: baseName(input.to), digest: { sha256: hexOf(to.sha256) } }];
        const predicate = {
          from: { name: file.path, sha256: hexOf(from) },
          tool: { name: 'weighbridge', version: parts.version },
          tensors: tensors.length,
          key,
          leftOut: { count: leftOut.length, names: leftOut.slice(0, NAMED) },
          convertedAt: parts.clock.now().toISOString(),
        };
        const text = canonicalJson(statementOf(subject, CONVERSION_PREDICATE, predicate) as unknown as Json);
        const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, Buffer.from(text, 'utf8'), signer);
        await parts.files.write(input.sign.statementFile, `${JSON.stringify(envelope, null, 2)}\n`);
      }
      return conversion;
    } catch (cause) {
      if (cause instanceof WeighbridgeError && cause.code === 'file-exists')
        throw new WeighbridgeError('file-exists', cause.detail, { remedy: 'Name another with --out, or add --force.' });
      if (cause instanceof Refused) throw refusalOf(cause.message, cause.remedy);
      if (cause instanceof MalformedError) throw new WeighbridgeError('convert-refused', cause.message, { cause });
      throw cause;
    } finally {
      await bytes.close();
    }
  } finally {
    await model.close();
  }
}

/** Names of what was left out that a statement lists. */
const NAMED = 100;

async function digestOf(parts: Parts, model: OpenModel, file: Listed, caller: Caller): Promise<Digest> {
  let found: Digest | null = null;
  const localPath = model.localPath?.(file.path) ?? '';
  await parts.hasher.hash([{ path: file.path, localPath, size: file.size }], {
    signal: caller.signal,
    onDigest: (_, digest) => {
      found = digest;
    },
    onFailure: () => {},
    onBytes: () => {},
  });
  if (found === null) throw new WeighbridgeError('source-changed', file.path);
  return found;
}

const DO_NOT_LOAD = 'Do not load it, for a conversion neither. Ask the publisher for safetensors.';

function refusalOf(reason: string, remedy: string | undefined): WeighbridgeError {
  return new WeighbridgeError('convert-refused', reason, remedy === undefined ? {} : { remedy });
}

/** Kinds of which tensors can be taken. A zip may hold arrays. */
const TAKEN: readonly FileKind[] = ['pickle', 'pytorch-zip', 'zip', 'npy'];

/** What would do more than make tensors is not quietly mended: somebody should know of it. */
async function assertClean(parts: Parts, model: OpenModel, file: Listed, bytes: ByteSource): Promise<void> {
  const { readings, inspection } = await readOne(parts, model, { file, bytes, described: null });
  const verdict = scanVerdictOf(inspection.findings);
  const { kind } = readings;
  if (verdict === 'clean' && inspection.broken.length === 0) {
    if (kind === 'safetensors') throw refusalOf('it is safetensors already', 'Use it as it is.');
    if (!TAKEN.includes(kind))
      throw refusalOf(
        `it is no pickle, PyTorch checkpoint or array of NumPy, but ${kind}`,
        kind === 'compressed' ? 'Decompress it first.' : 'Give a file of tensors.',
      );
    return;
  }
  const worst = inspection.findings.find(({ says }) => says === verdict);
  const explained = worst === undefined ? '' : ` Why: weighbridge explain ${worst.rule}`;
  throw refusalOf(`the file is ${verdict}: ${worst?.message ?? 'a check broke'}`, `${DO_NOT_LOAD}${explained}`);
}

/** The tensors of a PyTorch checkpoint, as they would be written. Throws `convert-refused`, MalformedError. */
export async function checkpointTensors(
  bytes: ByteSource,
  path: string,
  clock: Parts['clock'],
  wanted: string | null,
): Promise<Pick<Conversion, 'key' | 'leftOut'> & { readonly tensors: readonly TensorToWrite[] }> {
  const budget = createBudget(() => clock.monotonic());
  const head = Buffer.from(await bytes.read(0, Math.min(4, bytes.size))).toString('latin1');
  const members = head === 'PK\u0003\u0004' ? await openMembers(bytes, { path, budget }) : null;
  const root = members?.names.find((name) => name.endsWith('/data.pkl'))?.slice(0, -'/data.pkl'.length);
  const arrays = head === '\u0093NUM' ? new Map([['0', bytes]]) : root === undefined ? await arraysIn(members) : null;
  if (arrays !== null) return arrayTensors(arrays, wanted);
  if (members !== null && root === undefined) throw new MalformedError('the archive has no data.pkl', 0);
  if (members !== null && root !== undefined) await assertLittleEndian(members, root);
  const program = members === null ? bytes : await members.open(`${root}/data.pkl`);
  const read = await readCheckpoint(program, budget, wanted);
  if (read.kind === 'refused') throw refusalOf(read.reason, read.remedy);
  const storageOf = async (tensor: CheckpointTensor): Promise<ByteSource> => {
    if (tensor.own !== undefined) return openArray(tensor.own, program);
    return members === null ? legacyStorage(read, tensor, bytes) : members.open(`${root}/data/${tensor.storage}`);
  };
  const tensors = read.tensors.map((tensor) => toWrite(tensor, storageOf));
  return { tensors, key: read.key, leftOut: read.leftOut };
}

/** The members of an .npz, by the names that NumPy gives them; null for an archive that is none. */
async function arraysIn(members: Members | null): Promise<ReadonlyMap<string, ByteSource> | null> {
  if (members === null || members.names.length === 0 || !members.names.every((name) => name.endsWith('.npy')))
    return null;
  const arrays = new Map<string, ByteSource>();
  for (const name of members.names) arrays.set(name.slice(0, -'.npy'.length), await members.open(name));
  return arrays;
}

async function arrayTensors(
  arrays: ReadonlyMap<string, ByteSource>,
  wanted: string | null,
): Promise<Pick<Conversion, 'key' | 'leftOut'> & { readonly tensors: readonly TensorToWrite[] }> {
  if (wanted !== null) throw refusalOf('an array has no entries', 'Leave --key out.');
  const tensors: TensorToWrite[] = [];
  for (const [name, bytes] of arrays) {
    const { tensor, storage } = await npyTensor(name, bytes);
    tensors.push(toWrite(tensor, () => Promise.resolve(storage)));
  }
  return { tensors, key: null, leftOut: [] };
}

function toWrite<Tensor extends StridedTensor>(
  tensor: Tensor,
  storageOf: (tensor: Tensor) => Promise<ByteSource>,
): TensorToWrite {
  const scattered = tooScattered(tensor);
  if (scattered !== null) throw refusalOf(scattered, undefined);
  return {
    name: tensor.name,
    dtype: tensor.dtype,
    shape: tensor.shape,
    bytes: async function* () {
      yield* tensorBytes(tensor, await storageOf(tensor));
    },
  };
}

/** PyTorch since 2.1 says so in a member; older files are of the machine that wrote them, nearly always little-endian. */
async function assertLittleEndian(members: Awaited<ReturnType<typeof openMembers>>, root: string): Promise<void> {
  if (!members.names.includes(`${root}/byteorder`)) return;
  const member = await members.open(`${root}/byteorder`);
  const order = Buffer.from(await member.read(0, Math.min(16, member.size)))
    .toString('latin1')
    .trim();
  if (order !== 'little') throw refusalOf(`its numbers are ${order}-endian`, undefined);
}

function legacyStorage(
  read: Extract<Checkpoint, { kind: 'tensors' }>,
  tensor: CheckpointTensor,
  bytes: ByteSource,
): ByteSource {
  const place = read.storages.get(tensor.storage);
  if (place === undefined) throw new MalformedError(`there is no storage ${tensor.storage}`, 0);
  return sliceOf(bytes, place.start, place.size);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
