import type { ExternalBytes, OperatorUse } from '../location.ts';

export interface XmlFacts {
  readonly format: 'xml';
  /** Name of the root element, without its prefix. */
  readonly root: string;
  /** Null where there is no document type, as in every model that a library wrote. */
  readonly doctype: {
    readonly text: string;
    readonly reachesOut: boolean;
    readonly entities: number;
    readonly offset: number;
  } | null;
  /** What parsers that know XInclude, and stylesheets, would fetch. */
  readonly includes: readonly string[];
  /** Of documents that are no model, as far as settings of build tools are long; else empty. */
  readonly text: string;
  readonly openvino: OpenvinoFacts | null;
  readonly pmml: PmmlFacts | null;
}

/** OpenVINO's networks. */
export interface OpenvinoFacts {
  readonly version: number;
  /** By operator set: `opset1`, `extension`. */
  readonly operators: readonly OperatorUse[];
  /** Where constants lie in the file of weights beside. */
  readonly external: readonly ExternalBytes[];
}

/** Predictive Model Markup Language. */
export interface PmmlFacts {
  readonly version: string;
  /** Extensions, whose content any program may take for its own: names, values and texts. */
  readonly extensions: readonly { readonly text: string; readonly offset: number }[];
  /** Elements that no PMML has and browsers and engines run. */
  readonly scripts: readonly { readonly text: string; readonly offset: number }[];
  /** Functions with a dot in their name: evaluators take them for classes of Java. */
  readonly classes: readonly { readonly name: string; readonly offset: number }[];
}
