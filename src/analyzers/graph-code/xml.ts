import type { OpenvinoFacts, PmmlFacts, XmlFacts } from '../../formats/xml/facts.ts';
import { type Judgement, judgeExternal, leadsOut } from './judgement.ts';
import { CUSTOM_OPERATOR, DOCUMENT_TYPE, EXTERNAL_ENTITY, FOREIGN_CLASS, SCRIPT, SCRIPT_ELEMENT } from './rules.ts';

/** Words of programs that do something to the machine; names and settings in extensions hold none of them. */
const PROGRAM =
  /\b(?:Runtime\s*\.\s*getRuntime|ProcessBuilder|java\.lang\.|ScriptEngine|subprocess|os\.(?:system|popen)|__import__|(?:eval|exec|system|popen|Function)\s*\(|import\s+(?:os|sys|subprocess|socket)\b|require\s*\(|child_process|powershell|cmd(?:\.exe)?\s+\/c|\/bin\/(?:ba)?sh|javascript:|vbscript:)/i;
const QUOTED = 120;

export function* judgeXml({ doctype, includes, openvino, pmml }: XmlFacts): Iterable<Judgement> {
  if (doctype !== null) {
    const rule = doctype.reachesOut ? EXTERNAL_ENTITY : DOCUMENT_TYPE;
    yield { rule, operation: doctype.text.replaceAll(/\s+/g, ' '), offset: doctype.offset };
  }
  for (const address of includes) {
    if (leadsOut(address)) yield { rule: EXTERNAL_ENTITY, operation: `include ${address}`, offset: 0 };
  }
  if (openvino !== null) yield* judgeOpenvino(openvino);
  if (pmml !== null) yield* judgePmml(pmml);
}

/** Of the runtime itself; before version 10 layers named no set. */
const BROUGHT = /^(?:opset\d{1,3}|ops_compat|)$/;
/** Operators of openvino_tokenizers, which Intel publishes with the runtime for every text model. */
const TOKENIZERS =
  /^(?:String|Ragged|BPE|Wordpiece|WordLevel|Unigram|Sentencepiece|Trie|Vocab|Regex|UTF8|Special|Chars|Bytes|Case|Normalize|Combine|Fuze|Equal|Numeric|Truncate|Charsmap)\w*$/;

function* judgeOpenvino({ operators, external }: OpenvinoFacts): Iterable<Judgement> {
  for (const { domain, type, offset } of operators) {
    if (BROUGHT.test(domain) || (domain === 'extension' && TOKENIZERS.test(type))) continue;
    yield { rule: CUSTOM_OPERATOR, operation: `${domain}::${type}`, offset };
  }
  yield* judgeExternal(external);
}

function* judgePmml({ extensions, scripts, classes }: PmmlFacts): Iterable<Judgement> {
  for (const { text, offset } of extensions) {
    if (PROGRAM.test(text)) yield { rule: SCRIPT, operation: text.slice(0, QUOTED), offset };
  }
  for (const { text, offset } of scripts) {
    yield { rule: PROGRAM.test(text) ? SCRIPT : SCRIPT_ELEMENT, operation: text.slice(0, QUOTED), offset };
  }
  for (const { name, offset } of classes) yield { rule: FOREIGN_CLASS, operation: name, offset };
}
