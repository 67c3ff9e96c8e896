/** The built-in policies as their users would write them: to be printed, copied and changed. */
export const PROFILE_TEXTS = {
  default: `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata:
  name: default
  version: 4
  description: For production; denies what is malicious or unreadable, and asks a person about the rest.
spec:
  # How long an admission holds, in days.
  validDays: 90
  # What silence counts as: a check that lacked evidence, a check that broke, a file nobody could read.
  silence:
    unanswered: review
    failed: deny
    unscannable: deny
  # What an admission leaves open: days to close a finding, days before a due day that its owner is reminded, and what comes
  # of what lapses: tell (its owner), hold (promote it no further), withdraw (it serves no more; the channel is rolled back).
  followUp:
    days: { critical: 7, high: 30, medium: 60, low: 90, info: 90 }
    remind: 7
    lapse: { finding: hold, duty: hold, waiver: hold }
  rules:
    - id: malicious-code
      when: findings.exists(f, f.says == "malicious")
      outcome: deny
      why: Loading it runs code that no model needs.
      remedy: Do not load this revision.
    - id: licence-forbids
      when: licence.verdict == "deny"
      outcome: deny
      why: A licence of the model, or of what it was made from, forbids this use.
      remedy: Choose another model, get the licence that allows it, change the use, or waive the finding with counsel’s answer.
    - id: suspicious-code
      when: findings.exists(f, f.says == "suspicious")
      outcome: review
      why: It can run code, or hides what it holds.
      remedy: Have a security engineer read the places named, or take a release in safetensors without code.
      review: { roles: [security] }
    - id: licence-question
      when: findings.exists(f, f.says in ["review", "unknown"] && f.analyzer in ["licence", "licence-claim", "training-data"])
      outcome: review
      why: What binds it leaves a question to counsel.
      remedy: Have counsel answer it, and waive the finding with that answer, or take another model.
      review: { roles: [legal] }
    - id: wants-a-person
      when: findings.exists(f, f.says == "review" && !(f.analyzer in ["licence", "licence-claim", "training-data"]))
      outcome: review
      why: Something in it is for a person to judge.
      remedy: Have the person in charge look at each finding, and waive it with a reason or take another model.
    - id: open-question
      when: findings.exists(f, f.says == "unknown" && !(f.analyzer in ["licence", "licence-claim", "training-data"]))
      outcome: review
      why: A question that this use depends on stays open.
      remedy: Answer the question, or have somebody waive the finding with a reason.
  waivers: []
`,
  strict: `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata:
  name: strict
  version: 4
  description: For regulated or exposed use; denies all that is not known to be harmless.
spec:
  # How long an admission holds, in days.
  validDays: 30
  # What silence counts as: a check that lacked evidence, a check that broke, a file nobody could read.
  silence:
    unanswered: deny
    failed: deny
    unscannable: deny
  # What an admission leaves open: days to close a finding, days before a due day that its owner is reminded, and what comes
  # of what lapses: tell (its owner), hold (promote it no further), withdraw (it serves no more; the channel is rolled back).
  followUp:
    days: { critical: 3, high: 14, medium: 30, low: 30, info: 30 }
    remind: 14
    lapse: { finding: withdraw, duty: withdraw, waiver: withdraw }
  rules:
    - id: malicious-code
      when: findings.exists(f, f.says == "malicious")
      outcome: deny
      why: Loading it runs code that no model needs.
      remedy: Do not load this revision.
    - id: licence-forbids
      when: licence.verdict == "deny"
      outcome: deny
      why: A licence of the model, or of what it was made from, forbids this use.
      remedy: Choose another model, get the licence that allows it, change the use, or waive the finding with counsel’s answer.
    - id: suspicious-code
      when: findings.exists(f, f.says == "suspicious")
      outcome: deny
      why: It can run code, or hides what it holds.
      remedy: Have a security engineer read the places named, or take a release in safetensors without code.
    - id: licence-question
      when: findings.exists(f, f.says == "review" && f.analyzer in ["licence", "licence-claim", "training-data"])
      outcome: review
      why: What binds it leaves a question to counsel.
      remedy: Have counsel answer it, and waive the finding with that answer, or take another model.
      review: { roles: [legal] }
    - id: wants-a-person
      when: findings.exists(f, f.says == "review" && !(f.analyzer in ["licence", "licence-claim", "training-data"]))
      outcome: review
      why: Something in it is for a person to judge.
      remedy: Have the person in charge look at each finding, and waive it with a reason or take another model.
    - id: open-question
      when: findings.exists(f, f.says == "unknown")
      outcome: deny
      why: A question that this use depends on stays open.
      remedy: Answer the question, or have somebody waive the finding with a reason.
    - id: stated-digests
      when: files.exists(f, f.digest != "proven")
      outcome: review
      why: The digest of a file is the word of its source; nobody hashed the bytes.
      remedy: Vet it again with --download, which proves every digest.
  waivers: []
`,
  research: `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata:
  name: research
  version: 4
  description: For experiments on machines of their own; denies what is malicious, and asks a person about what cannot be read.
spec:
  # How long an admission holds, in days.
  validDays: 90
  # What silence counts as: a check that lacked evidence, a check that broke, a file nobody could read.
  silence:
    unanswered: review
    failed: review
    unscannable: review
  # What an admission leaves open: days to close a finding, days before a due day that its owner is reminded, and what comes
  # of what lapses: tell (its owner), hold (promote it no further), withdraw (it serves no more; the channel is rolled back).
  followUp:
    days: { critical: 30, high: 60, medium: 90, low: 90, info: 90 }
    remind: 7
    lapse: { finding: tell, duty: tell, waiver: tell }
  rules:
    - id: malicious-code
      when: findings.exists(f, f.says == "malicious")
      outcome: deny
      why: Loading it runs code that no model needs.
      remedy: Do not load this revision.
    - id: licence-forbids
      when: licence.verdict == "deny"
      outcome: deny
      why: A licence of the model, or of what it was made from, forbids this use.
      remedy: Choose another model, get the licence that allows it, change the use, or waive the finding with counsel’s answer.
    - id: suspicious-code
      when: findings.exists(f, f.says == "suspicious")
      outcome: review
      why: It can run code, or hides what it holds.
      remedy: Have a security engineer read the places named, or take a release in safetensors without code.
      review: { roles: [security] }
    - id: licence-question
      when: findings.exists(f, f.analyzer in ["licence", "licence-claim", "training-data"] && (f.says == "review" || f.says == "unknown" && (use.commercial || use.exposure != "internal")))
      outcome: review
      why: What binds it leaves a question to counsel.
      remedy: Have counsel answer it, and waive the finding with that answer, or take another model.
      review: { roles: [legal] }
    - id: wants-a-person
      when: findings.exists(f, f.says == "review" && !(f.analyzer in ["licence", "licence-claim", "training-data"]))
      outcome: review
      why: Something in it is for a person to judge.
      remedy: Have the person in charge look at each finding, and waive it with a reason or take another model.
    # An open question may stay open while nothing is sold and nobody outside is served.
    - id: open-question
      when: (use.commercial || use.exposure != "internal") && findings.exists(f, f.says == "unknown" && !(f.analyzer in ["licence", "licence-claim", "training-data"]))
      outcome: review
      why: A question that this use depends on stays open.
      remedy: Answer the question, or have somebody waive the finding with a reason.
  waivers: []
`,
} as const;

export type ProfileId = keyof typeof PROFILE_TEXTS;

export const PROFILE_IDS = Object.keys(PROFILE_TEXTS) as readonly ProfileId[];

export function isProfile(name: string): name is ProfileId {
  return Object.hasOwn(PROFILE_TEXTS, name);
}
