import type { NamedText } from '../contract/caller.ts';
import type { DeclarationAnswer, DeclarationAnswers } from '../contract/licences.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { member } from '../kernel/json.ts';
import { caseOf, declarationShape } from '../licences/declaration/declaration.ts';
import { type DeclaredDocument, readDocuments } from '../licences/declaration/documents.ts';
import type { Detect } from '../licences/detect/detect.ts';
import type { LicenceLibrary } from '../licences/facts/library.ts';
import { judgeCase } from '../licences/judge-case.ts';
import { licenceKnowledge } from './licence-knowledge.ts';
import type { Parts } from './parts.ts';

/** Judges every declaration of a file by itself: one that cannot be read costs no other its answer. */
export async function judgeDeclarations(
  parts: Pick<Parts, 'ownLicences'>,
  { name, text }: NamedText,
): Promise<DeclarationAnswers> {
  const { library, detect } = await licenceKnowledge(parts);
  const { lines, documents } = readDocuments(text, name);
  return { lines, answers: answersTo(documents, library, detect) };
}

function* answersTo(
  documents: readonly DeclaredDocument[],
  library: LicenceLibrary,
  detect: Detect,
): Iterable<DeclarationAnswer> {
  for (const document of documents) yield answerTo(document, library, detect);
}

function answerTo(document: DeclaredDocument, library: LicenceLibrary, detect: Detect): DeclarationAnswer {
  const { line } = document;
  if (document.kind === 'mistake') return { kind: 'mistake', line, id: null, error: mistakeOf(document.message) };
  const id = member(document.value, 'id') ?? null;
  try {
    const parsed = declarationShape.safeParse(document.value);
    if (!parsed.success) return { kind: 'mistake', line, id, error: mistakeOf(issuesOf(parsed.error.issues)) };
    return { kind: 'reading', line, id, reading: judgeCase(library, caseOf(parsed.data, library, detect)) };
  } catch (error) {
    // What is nested past every stack is a mistake of the declaration, not of the line after it.
    if (error instanceof RangeError) return { kind: 'mistake', line, id, error: mistakeOf('it nests too deep') };
    throw error;
  }
}

function mistakeOf(detail: string): WeighbridgeError {
  return new WeighbridgeError('declaration-invalid', detail);
}

/** More would be the same slip over and over. */
const MOST_SHOWN = 5;

function issuesOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const shown = issues
    .slice(0, MOST_SHOWN)
    .map(({ path, message }) => `${path.map(String).join('.') || 'the document'}: ${message}`);
  return shown.join('; ');
}
