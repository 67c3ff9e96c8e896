const KiB = 1024;
const MiB = 1024 * KiB;

/** Every bound on hostile input, in one table, each with its reason. Sizes in bytes, times in milliseconds. */
export const LIMITS = {
  /** Files in one model. The largest public repositories have some thousands; beyond this a listing is an attack. */
  files: 100_000,
  /** Folders in folders: the deepest real model tree has under ten. */
  folderDepth: 64,
  /** Length of one path, as on Linux. */
  pathBytes: 4096,
  /** Bytes shown to `Format.claims`: a tar says what it is at byte 257. */
  head: 1 * KiB,
  /** A file without a digest of its own is read whole and hashed up to here; hubs keep larger ones in LFS. */
  wholeFile: 16 * MiB,
  /** One text or JSON document that is parsed; the largest tokenizers are about 35 MB. */
  document: 64 * MiB,
  /** Nesting of JSON; real configurations stay under 20. */
  jsonDepth: 256,
  /** Keys, and values, of one JSON document: twice the largest tokenizers, which have 260,000 and 1.5 million; a key takes some 500 bytes. */
  jsonKeys: 520_000,
  jsonValues: 3_000_000,
  /** Header of a safetensors file: the format's own bound (safetensors README, 'header size limit'). */
  safetensorsHeader: 100_000_000,
  /** GGUF key-values and tensors: 100 times the largest seen. */
  ggufEntries: 1_000_000,
  /** Bytes before a GGUF file's tensors: ten times the largest vocabularies. */
  ggufHeader: 256 * MiB,
  /** One string in a GGUF header; chat templates reach 20 KB, vocabularies hold short tokens. */
  ggufString: 16 * MiB,
  /** Entries of an archive: one a tensor and some more. */
  archiveEntries: 200_000,
  /** Bytes one archive member may inflate to, and all members of one file together. */
  memberInflated: 512 * MiB,
  inflated: 2048 * MiB,
  /** Inflated size over stored size: deflate cannot pass 1032, real weights stay under 20. */
  inflateRatio: 200,
  /** A part within a part within a file. */
  partDepth: 8,
  /** Parts in one file, at all depths. */
  parts: 200_000,
  /** Bytes of a pickle program: tensors lie outside it, so that megabytes are a vocabulary at most. */
  pickle: 256 * MiB,
  pickleOpcodes: 20_000_000,
  pickleMemo: 5_000_000,
  pickleStack: 1_000_000,
  /** Reading one file, all its parts included. */
  fileMilliseconds: 60_000,
  /** Files below this are read in the process itself: no reader takes long over them, and a thread costs 60 ms to start. */
  readHere: 1 * MiB,
  /** How long nothing may come on there, before what runs is ended and all is read in threads; and then one such file. */
  stallMilliseconds: 20_000,
  /** So much, and so long, a larger file may be read there too: headers and directories, not what takes a parser long. */
  firstLook: 2 * MiB,
  firstLookMilliseconds: 100,
  /** Heap of a thread that reads a file: a tokenizer of 35 MB takes some 400 MiB as JSON. */
  readHeapMiB: 1024,
  /** Deadlines count what was worked; by the clock, where others have the processor, they take so many times as long at most. */
  patience: 5,
  /** Past the reader's own deadline by this much, the thread is ended. */
  readGraceMilliseconds: 5_000,
  /** One policy condition over one dossier. A thousand times what the built-in ones take. */
  conditionMilliseconds: 2_000,
  conditionHeapMiB: 128,
  /** A policy file, and a use file. */
  policyFile: 1 * MiB,
  /** Tokens, and nesting, of such a file. Long policies have thousands of tokens; YAML parsers recurse on nesting. */
  policyTokens: 50_000,
  policyDepth: 32,
  /** A file of licence declarations: some thousands of lines with the texts of licences in them. */
  declarations: 256 * MiB,
  /** A user's own licence records: a hundred times ours. */
  ownLicences: 16 * MiB,
  /** Characters of what a dossier keeps of a model's words on licences: ten times the longest card with its licence. */
  keptStatements: 2 * MiB,
  /** Rules of one policy: every one is evaluated on every dossier. */
  policyRules: 200,
  /** Length in characters, and nesting, of one condition; the longest built-in one has about 150. */
  conditionLength: 4_000,
  conditionDepth: 32,
  /** Conditions that may run into their deadline before the rest is given up. */
  conditionsLost: 3,
  /** Length of one pattern, patterns of one term, and words of one term or rows of the allow-list, of a GuardPolicy. */
  guardPatternLength: 1_000,
  guardPatterns: 100,
  guardTerms: 10_000,
  /** Forms of one GuardPolicy, each of which reads every message. */
  guardForms: 20,
  /** Judges, and classifiers, of one: each is asked about every message. */
  guardAdvisers: 10,
  /** Fingerprints of one protected corpus, eight bytes each: some 500 million characters. */
  verbatimPrints: 64 * MiB,
  /** An index of them, and one document of the corpus. */
  verbatimIndex: 704 * MiB,
  verbatimDocument: 256 * MiB,
  /** Files of a protected corpus. */
  verbatimFiles: 100_000,
  /** Characters of a message that is checked against a JSON Schema. */
  guardJson: 4 * MiB,
  /** Bytes of one image whose metadata is read or written. */
  guardImage: 128 * MiB,
  /** Segments of one transcript: a day of speech has some twenty thousand. */
  transcriptSegments: 100_000,
  /** Findings of one message that are listed; more are acted upon and counted. */
  guardFindings: 10_000,
  /** Characters of one line of JSON, or one request's body, that the guard reads: a text of 100 MB, escaped. */
  guardLine: 256 * MiB,
  /** Bytes of one body that the guard reads over HTTP, where many may come at once. */
  guardBody: 64 * MiB,
  /** Heap of a thread of the guard: a line of 256 MiB, its text, and what of it goes on. */
  guardHeapMiB: 2048,
  /** Until it is open: indexes of protected texts are read, or made. */
  guardOpenMilliseconds: 600_000,
  /** For a short text: a thousand times what one takes; and for a long one, at a hundredth of the usual speed, so much more. */
  guardMilliseconds: 30_000,
  guardCharactersAMillisecond: 100,
  /** Rule packs of one call, rules of a pack, patterns of a rule, examples of either kind, and characters of a pattern. */
  packs: 20,
  packRules: 200,
  packPatterns: 20,
  packExamples: 20,
  packPattern: 500,
  /** Characters of one decoded fact that a pack's patterns see, and characters times patterns for one file: some seconds of RE2. */
  packFact: 4_096,
  packCharacters: 50_000_000,
  /** Findings of one rule on one file; more are counted and not listed. */
  findingsOfARule: 50,
  /** One line of a document quoted in a finding. */
  quotation: 200,
  /** A call to a runner: long conversations, and no pictures. */
  runnerBody: 8 * MiB,
  /** A call to the gateway: long contexts and pictures in base64; and what a server may answer to it in one piece. */
  gatewayBody: 32 * MiB,
  gatewayAnswer: 64 * MiB,
  /** A recording that is sent to be written down: an hour as MP3 of a good quality; and all those that are held at once, on disk. */
  gatewayRecording: 100 * MiB,
  gatewayRecordings: 4096 * MiB,
  /** What a gateway keeps of its channels: decisions name every file of their models. */
  gatewayKept: 256 * MiB,
  /** Texts of one call, or of one answer: each is guarded by itself, and long conversations have some hundred. */
  gatewayTexts: 20_000,
  /** Texts of one answer about which judges and classifiers are asked. */
  gatewayAsked: 256,
  /** Callers at once, idle ones included. */
  gatewayConnections: 20_000,
  /** Connections that wait to be taken in: where a crowd finds no room, the kernel makes each of them wait for seconds. */
  gatewayBacklog: 4_096,
  /** Of a body that is refused, what is read on so that its caller can read why; of how many at once, and how much a second of all. */
  gatewayLinger: 64 * MiB,
  gatewayLingerRate: 64 * MiB,
  gatewayLingering: 64,
} as const;
