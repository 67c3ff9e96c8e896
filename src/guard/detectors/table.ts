import type { Detector } from '../detector.ts';
import { copyleft } from './code/copyleft.ts';
import { insecureCode } from './code/detector.ts';
import { content } from './content/detector.ts';
import { exfiltration } from './exfiltration/detector.ts';
import { activeMarkup } from './exfiltration/markup.ts';
import { hiddenText } from './hidden-text/detector.ts';
import { disguisedText } from './hidden-text/disguised.ts';
import { injection } from './injection/detector.ts';
import { personalData } from './personal-data/detector.ts';
import { mailAndCards } from './personal-data/light.ts';
import { names } from './personal-data/names.ts';
import { spokenData } from './personal-data/spoken.ts';
import { secrets } from './secrets/detector.ts';
import { shape } from './shape/detector.ts';
import { verbatim } from './verbatim/detector.ts';

/** Every detector that is built in. Adding one is a folder here and a line below. */
export const DETECTORS: readonly Detector[] = [
  secrets,
  personalData,
  mailAndCards,
  names,
  spokenData,
  injection,
  exfiltration,
  activeMarkup,
  hiddenText,
  disguisedText,
  content,
  shape,
  insecureCode,
  copyleft,
  verbatim,
];
