import type { ScannedFile } from '../domain/scan.ts';
import { replaceUnprintable } from '../kernel/printable.ts';
import type { ScanReport, UnopenedPath } from './scan-report.ts';
import { compareFindings, isKnownAlone, knownWords, placeOf } from './view.ts';

/**
 * A scan as JUnit XML, for CI systems that show tests: a test case a file, a failure for what is not clean, an error for
 * what could not be read or looked at (the de-facto schema of the Jenkins xUnit plug-in). A file that is not clean for known findings
 * alone fails nothing and is skipped, so that it does not pass for a clean one.
 */
export function renderScanJunit({ files, unopened }: ScanReport): string {
  const failures = files.filter(({ newVerdict }) => newVerdict === 'malicious' || newVerdict === 'suspicious').length;
  const errors = files.filter(({ newVerdict }) => newVerdict === 'unscannable').length + unopened.length;
  const skipped = files.filter(isKnownAlone).length;
  const counts = `tests="${files.length + unopened.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="weighbridge scan" ${counts}>`,
    `<testsuite name="weighbridge scan" ${counts}>`,
    ...files.map(testCase),
    ...unopened.map(unopenedCase),
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(file: ScannedFile): string {
  const { path, kind, newVerdict, findings } = file;
  const open = `<testcase name="${xml(path)}" classname="${xml(kind)}"`;
  if (isKnownAlone(file)) return `${open}><skipped message="${xml(knownWords(file))}"/></testcase>`;
  if (newVerdict === 'clean') return `${open}/>`;
  const told = findings.filter(({ says }) => says !== 'note').toSorted(compareFindings);
  const lines = told.map(
    ({ rule, message, operation, location }) =>
      `${rule}: ${message}${location === undefined ? '' : ` (${placeOf(location)})`}${operation === undefined ? '' : ` ${operation}`}`,
  );
  const tag = newVerdict === 'unscannable' ? 'error' : 'failure';
  return `${open}><${tag} type="${newVerdict}" message="${xml(told[0]?.message ?? newVerdict)}">${xml(lines.join('\n'))}</${tag}></testcase>`;
}

function unopenedCase({ path, code, message }: UnopenedPath): string {
  return `<testcase name="${xml(path)}" classname="unopened"><error type="${code}" message="${xml(message)}">Not everything there was looked at.</error></testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML has no way to write most control characters, so that misleading ones are named. Line feeds stay. */
function xml(text: string): string {
  const shown = text
    .split('\n')
    .map((line) =>
      replaceUnprintable(
        line,
        (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
      ),
    )
    .join('\n');
  return shown.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
