import type { AnyFileAnalyzer } from './analyzer.ts';
import { ARCHIVE_MEMBERS } from './archive-members/rules.ts';
import { CHAT_TEMPLATE } from './chat-template/rules.ts';
import { containers } from './containers/analyzer.ts';
import { dataTables } from './data-tables/analyzer.ts';
import { executables } from './executables/analyzer.ts';
import { fileNames } from './file-names/analyzer.ts';
import { GRAPH_CODE } from './graph-code/rules.ts';
import { KERAS_CODE } from './keras-code/rules.ts';
import { hasSettings, late, mayBePage } from './late.ts';
import { linkedData } from './linked-data/analyzer.ts';
import { MODEL_PACKAGES } from './model-packages/rules.ts';
import { PAGES } from './pages/rules.ts';
import { pickleImports } from './pickle-imports/analyzer.ts';
import { kindsOfClasses } from './pickle-imports/kind-of-class.ts';
import { R_CODE } from './r-code/rules.ts';
import { REMOTE_CODE } from './remote-code/rules.ts';
import { SECRETS } from './secrets/rules.ts';
import { TOKENIZER } from './tokenizer/rules.ts';
import { TORCHSCRIPT } from './torchscript/rules.ts';
import { unreadFiles } from './unread-files/analyzer.ts';
import { weightLayout } from './weight-layout/analyzer.ts';

/**
 * Every analyzer of files, in the order in which reports ask their questions. Adding one: a folder, and a line here. Those
 * that most scans do without are loaded with the first file that concerns them.
 */
export const FILE_ANALYZERS: readonly AnyFileAnalyzer[] = [
  pickleImports,
  late(REMOTE_CODE, async () => (await import('./remote-code/analyzer.ts')).remoteCode, hasSettings),
  late(CHAT_TEMPLATE, async () => (await import('./chat-template/analyzer.ts')).chatTemplate, hasSettings),
  late(TOKENIZER, async () => (await import('./tokenizer/analyzer.ts')).tokenizer),
  late(PAGES, async () => (await import('./pages/analyzer.ts')).pages, mayBePage),
  late(KERAS_CODE, async () => (await import('./keras-code/analyzer.ts')).kerasCode),
  late(GRAPH_CODE, async () => (await import('./graph-code/analyzer.ts')).graphCode),
  late(TORCHSCRIPT, async () => (await import('./torchscript/analyzer.ts')).torchscript),
  late(MODEL_PACKAGES, async () => (await import('./model-packages/analyzer.ts')).modelPackagesBy(kindsOfClasses)),
  linkedData,
  late(R_CODE, async () => (await import('./r-code/analyzer.ts')).rCode),
  dataTables,
  executables,
  late(ARCHIVE_MEMBERS, async () => (await import('./archive-members/analyzer.ts')).archiveMembers),
  containers,
  weightLayout,
  unreadFiles,
  fileNames,
  late(SECRETS, async () => (await import('./secrets/analyzer.ts')).secrets),
];
