import type { Rule } from '../../../domain/finding.ts';

/** What a line of a script does, with lines that do it and lines that look like it. */
export interface Row {
  readonly rule: Rule;
  readonly pattern: RegExp;
  /** Where the script builds an image, this is no harm. */
  readonly unlessImage?: true;
  /** The reader of shells follows it, with what is known of addresses and files. */
  readonly followed?: true;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** Programs that bring something from elsewhere. */
export const FETCH =
  '(?:curl|wget|fetch(?!\\s*\\()|aria2c|invoke-webrequest|invoke-restmethod|iwr|irm|start-bitstransfer|dig|lynx|ftp|telnet|ncat?|netcat|ssh(?=\\s)|openssl\\s+s_client)';
/** Programs that run what they are given. */
export const PLAIN_SHELL = '(?:(?:ba|z|da|k|fi)?sh|iex|invoke-expression|pwsh|powershell)';
/** Programs that do so unless they were given a program of their own, `-m json.tool`, `-c '…'` or a file: then it is data. */
export const READER =
  '(?:python[\\d.]*|perl|ruby|node|php)\\b(?!\\s+(?:-\\w+\\s+)*(?:-\\w*[cempnr]\\b|[\\w./-]+\\.(?:py|js|pl|rb|php)\\b)|\\.)';
