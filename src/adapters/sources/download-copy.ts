import { WeighbridgeError } from '../../kernel/errors.ts';
import type { DownloadOptions } from '../../ports/files.ts';
import type { OpenModel } from '../../ports/source.ts';
import { downloadModel } from './download.ts';
import { openLocalFile } from './local-file.ts';

/**
 * Fetches a model into a folder and opens the copy: the same listing, claims and evidence, with the bytes at hand. A file
 * that is not what was promised is read from where it was put aside, so that it is vetted and its claim disproved.
 */
export async function downloadCopy(model: OpenModel, folder: string, options: DownloadOptions): Promise<OpenModel> {
  const files = await downloadModel(model, { folder, ...options });
  const byPath = new Map(files.map((file) => [file.path, file]));
  const at = (path: string): { readonly localPath: string; readonly size: number } => {
    const file = byPath.get(path);
    if (file === undefined) throw new WeighbridgeError('path-missing', path);
    return file;
  };
  return {
    origin: model.origin,
    files: model.files,
    evidence: model.evidence,
    localPath: (path) => at(path).localPath,
    open: async (path) => openLocalFile(at(path).localPath, at(path).size, () => {}),
    traffic: model.traffic,
    close: async () => {},
  };
}
