import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { filesInTexts } from '../among-numbers.ts';
import { decodeUtf8, readDocument } from '../document.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { lettersIn } from '../letters.ts';
import { claimsXml } from './claims.ts';
import type { XmlFacts } from './facts.ts';
import { openvinoSurvey } from './openvino.ts';
import { type Doctype, parseXml, type XmlVisitor } from './parse.ts';
import { pmmlSurvey } from './pmml.ts';
import { surveyPmmlModel } from './pmml-model.ts';

/** XML documents: OpenVINO's networks and PMML by their root, whatever their name; any other with the name of XML. */
export const xmlFormat: Format<'xml'> = { id: 'xml', claims: claimsXml, read };

async function read(source: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'xml'>> {
  const text = decode(await readDocument(source));
  const [openvino, pmml, model] = [openvinoSurvey(path), pmmlSurvey(), surveyPmmlModel()];
  const surveys: XmlVisitor[] = [openvino, pmml];
  let root = '';
  const includes: string[] = [];
  const doctype = parseXml(
    text,
    {
      open: (name, attributes, at) => {
        const local = localName(name);
        if (root === '') {
          root = local;
          if (root === 'PMML') surveys.push(model);
        }
        const address = attributes.get('href');
        if (local === 'include' && address !== undefined) includes.push(address);
        for (const survey of surveys) survey.open(local, attributes, at);
      },
      text: (content) => {
        for (const survey of surveys) survey.text(content);
      },
      close: (name) => {
        for (const survey of surveys) survey.close(localName(name));
      },
      instruction: (target, content) => {
        const address = /href\s*=\s*["']([^"']*)/.exec(content)?.[1];
        if (target === 'xml-stylesheet' && address !== undefined) includes.push(address);
      },
    },
    budget,
  );
  if (/\.pmml$/i.test(path) && root !== 'PMML') throw new MalformedError(`a ${root} in place of PMML`, 0);
  const facts: XmlFacts = {
    format: 'xml',
    root,
    doctype: doctype === null ? null : told(doctype),
    includes: includes.slice(0, 20),
    text: root === 'net' || root === 'PMML' ? '' : text.slice(0, SETTINGS),
    openvino: root === 'net' ? openvino.facts() : null,
    pmml: root === 'PMML' ? pmml.facts() : null,
  };
  const defects = root === 'net' ? openvino.defects() : root === 'PMML' ? model.defects() : [];
  return { facts, parts: await filesInTexts(lettersIn(text)), defects, coverage: 'whole' };
}

/** Settings of build tools are shorter. */
const SETTINGS = 512 * 1024;

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** What is quoted of a document type. */
const QUOTED = 200;

function told({ text, at }: Doctype): NonNullable<XmlFacts['doctype']> {
  const entities = text.match(/<!ENTITY\b/g)?.length ?? 0;
  return { text: text.slice(0, QUOTED), reachesOut: /\b(?:SYSTEM|PUBLIC)\b/.test(text), entities, offset: at };
}

/** The declared encoding must be one that is known here, or the bytes could be another document for another parser. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return strictly('utf-16le', bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return strictly('utf-16be', bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const encoding =
    /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  if (/^(?:utf-?8|us-ascii|ascii)$/.test(encoding)) return decodeUtf8(bytes);
  if (/^(?:iso-8859-1|latin1|windows-1252)$/.test(encoding)) return new TextDecoder('windows-1252').decode(bytes);
  throw new MalformedError(`the encoding ${encoding} is not one of models`, 0);
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new MalformedError(`no ${encoding.toUpperCase()}`, 0, { cause });
  }
}
