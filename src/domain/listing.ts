import type { DigestClaim } from './artifact.ts';

/** What a listing says of one path. Only a `file` is ever opened. */
export type ListedFile =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly size: number;
      readonly claim: DigestClaim | null;
      /** The path is a link to a file that lies inside. */
      readonly linked?: true;
      /** Of the `.git` folder at the top: looked at, and bound by no decision. */
      readonly beside?: true;
    }
  | {
      readonly kind: 'link';
      readonly path: string;
      readonly target: string;
      readonly problem: 'broken' | 'loop' | 'leaves-folder' | 'folder';
    }
  | { readonly kind: 'special'; readonly path: string; readonly what: 'fifo' | 'socket' | 'device' | 'git-folder' }
  | { readonly kind: 'forbidden'; readonly path: string; readonly size: number };
