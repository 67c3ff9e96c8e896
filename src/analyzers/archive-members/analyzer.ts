import type { Finding } from '../../domain/finding.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { brokenRules } from '../broken-rules.ts';
import { ARCHIVE_MEMBERS, RULE_OF_DEFECT, TWO_VIEWS } from './rules.ts';
import { judgeStorages } from './storages.ts';
import { judgeParts } from './torch-parts.ts';

/** Judges what the zip reader found wrong with an archive; one finding for each rule that an archive breaks. */
export const archiveMembers: FileAnalyzer = { ...ARCHIVE_MEMBERS, inspect };

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of readingsAs(item, 'zip')) {
    yield* brokenRules(item, reading, { ofCode: RULE_OF_DEFECT, otherwise: TWO_VIEWS });
    yield* judgeStorages(item, reading);
    yield* judgeParts(item, reading);
  }
}
