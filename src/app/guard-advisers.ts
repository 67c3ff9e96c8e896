import { randomBytes } from 'node:crypto';
import type { GuardClassifier, GuardJudge, GuardPolicy } from '../domain/guard.ts';
import { type Adviser, NoAnswer } from '../guard/advisers.ts';
import { opinionIn, questionFor } from '../guard/judge.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Advisers } from '../ports/advisers.ts';
import { withoutSecrets } from '../text/secrets/redact.ts';

/** Whoever the policy asks about whole messages. Throws `guard-adviser-unready`. */
export async function advisersOf(policy: GuardPolicy, ports: Advisers | null): Promise<readonly Adviser[]> {
  const { judges, classifiers } = policy;
  if (judges.length === 0 && classifiers.length === 0) return [];
  if (ports === null)
    throw new WeighbridgeError(
      'guard-adviser-unready',
      `${policy.id} has judges or classifiers, which nobody waits for here`,
    );
  return [
    ...(await Promise.all(judges.map((judge) => judgeAdviser(judge, ports)))),
    ...(await Promise.all(classifiers.map((classifier) => classifierAdviser(classifier, ports)))),
  ];
}

async function judgeAdviser(judge: GuardJudge, ports: Advisers): Promise<Adviser> {
  const { id, title, origins, question, model, characters, milliseconds } = judge;
  const server = await ports.chatModel(judge.endpoint, judge.key);
  return {
    detector: 'judges',
    type: `judge/${id}`,
    title,
    origins,
    ask: async (text) => {
      if (text.length > characters) throw new NoAnswer(`longer than ${characters} characters`);
      // Nobody who writes the text can know the mark.
      const mark = `===${randomBytes(12).toString('hex')}===`;
      const call = questionFor(model, question, withoutSecrets(text), mark);
      return opinionIn(await answered(server.complete(call, milliseconds)));
    },
  };
}

async function classifierAdviser(classifier: GuardClassifier, ports: Advisers): Promise<Adviser> {
  const { id, title, origins, labels } = classifier;
  const sorter = await ports.classifier(classifier);
  return {
    detector: 'classifiers',
    type: `classifier/${id}`,
    title,
    origins,
    ask: async (text) => {
      const found = await answered(sorter.scores(text));
      const sum = labels.reduce((total, label) => total + (Object.hasOwn(found, label) ? (found[label] ?? 0) : 0), 0);
      if (!Number.isFinite(sum)) throw new NoAnswer('its scores are no numbers');
      return { score: Math.round(Math.min(1, Math.max(0, sum)) * 1000) / 1000 };
    },
  };
}

async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new NoAnswer(cause instanceof Error ? cause.message : 'it gave no answer');
  }
}
