import type { Detector } from '../detector.ts';
import { secrets } from './secrets/detector.ts';

/** Every detector that is built in. Adding one is a folder here and a line below. */
export const DETECTORS: readonly Detector[] = [secrets];
