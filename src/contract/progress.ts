/** How long work is going, for whoever waits. */
export interface Progress {
  start(step: 'resolve' | 'read' | 'check' | 'download' | 'write'): void;
  /** Bytes where `unit` is bytes; at most as often as the caller likes. */
  update(state: {
    readonly done: number;
    readonly total: number;
    readonly unit: 'bytes' | 'files' | 'programs';
    readonly note?: string;
  }): void;
  notice(text: string): void;
  /** Ends the step that is under way, with its result in a few words. */
  end(summary: string): void;
}

export const SILENT: Progress = { start: () => {}, update: () => {}, notice: () => {}, end: () => {} };
