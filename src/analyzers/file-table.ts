import type { AnyFileAnalyzer } from './analyzer.ts';
import { archiveMembers } from './archive-members/analyzer.ts';
import { chatTemplate } from './chat-template/analyzer.ts';
import { containers } from './containers/analyzer.ts';
import { dataTables } from './data-tables/analyzer.ts';
import { executables } from './executables/analyzer.ts';
import { fileNames } from './file-names/analyzer.ts';
import { graphCode } from './graph-code/analyzer.ts';
import { kerasCode } from './keras-code/analyzer.ts';
import { linkedData } from './linked-data/analyzer.ts';
import { modelPackages } from './model-packages/analyzer.ts';
import { pages } from './pages/analyzer.ts';
import { pickleImports } from './pickle-imports/analyzer.ts';
import { rCode } from './r-code/analyzer.ts';
import { remoteCode } from './remote-code/analyzer.ts';
import { secrets } from './secrets/analyzer.ts';
import { tokenizer } from './tokenizer/analyzer.ts';
import { torchscript } from './torchscript/analyzer.ts';
import { unreadFiles } from './unread-files/analyzer.ts';
import { weightLayout } from './weight-layout/analyzer.ts';

/** Every analyzer of files, in the order in which reports ask their questions. Adding one: a folder, and a line here. */
export const FILE_ANALYZERS: readonly AnyFileAnalyzer[] = [
  pickleImports,
  remoteCode,
  chatTemplate,
  tokenizer,
  pages,
  kerasCode,
  graphCode,
  torchscript,
  modelPackages,
  linkedData,
  rCode,
  dataTables,
  executables,
  archiveMembers,
  containers,
  weightLayout,
  unreadFiles,
  fileNames,
  secrets,
];
