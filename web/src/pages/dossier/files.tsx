import type { FileDigest } from '../../../../src/domain/artifact.ts';
import type { Vetting } from '../../../../src/domain/vetting.ts';
import { COVERAGE_WORDS } from '../../../../src/reports/facts.ts';
import { fileRows } from '../../../../src/reports/view.ts';
import { FILE_WORDS, formatBytes, formatCount, plural } from '../../../../src/reports/words.ts';
import { Badge } from '../../parts/badge.tsx';
import { Panel } from '../../parts/page.tsx';
import { Code, Hash } from '../../parts/text.tsx';

const SHOWN = 300;

/** Every file, worst first, with what is known of its bytes. */
export function Files({ vetting }: { readonly vetting: Vetting }) {
  const rows = fileRows(vetting);
  const bytes = rows.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <Panel
      id="files"
      title="Files"
      note={`${plural(rows.length, 'file')}, ${formatBytes(bytes)}`}
      foot="Proven: hashed here. Claimed: the source’s word, until the bytes are read. Unknown: nobody said."
    >
      <div className="table-wrap">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Says the scanner</th>
              <th scope="col">Read</th>
              <th scope="col">SHA-256</th>
              <th scope="col" className="num">
                Size
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ file, verdict }) => (
              <tr key={file.path}>
                <td>
                  <Code>{file.path}</Code>
                </td>
                <td>
                  <Badge {...FILE_WORDS[verdict]} />
                </td>
                <td data-label="Read">{COVERAGE_WORDS[file.coverage]}</td>
                <td data-label="SHA-256">
                  <Digest digest={file.digest} />
                </td>
                <td className="num" data-label="Size">
                  {formatBytes(file.size)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN ? (
        <p className="panel-foot">
          The worst {formatCount(SHOWN)} of {formatCount(rows.length)}.
        </p>
      ) : null}
    </Panel>
  );
}

function Digest({ digest }: { readonly digest: FileDigest }) {
  if (digest.kind === 'unknown') return <Badge tone="unknown" label="unknown" />;
  return (
    <>
      <Hash>{digest.sha256}</Hash> {digest.kind === 'proven' ? null : <Badge tone="unknown" label="claimed" />}
    </>
  );
}
