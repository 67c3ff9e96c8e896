/** Sends bytes to an address that a stranger named: never to one that is not public, unless its host is trusted. */
export interface Poster {
  /** The status of the answer; what else it says is not read. Throws `address-refused`, `source-unreachable`. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number>;
  /** The same, for one who is to answer something: its text, as far as it goes. */
  ask(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<PostAnswer>;
  /** Throws `address-refused` for an address that would never be called. */
  check(url: string): void;
  /** Ends what is under way. */
  close(): Promise<void>;
}

export interface PostAnswer {
  readonly status: number;
  /** Longer ones are cut off. */
  readonly body: string;
}
