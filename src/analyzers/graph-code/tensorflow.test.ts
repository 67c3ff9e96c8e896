import { expect, it } from 'vitest';
import { judgeOperator } from './tensorflow.ts';

it.each([
  ['XlaCustomCallV2', 'graph-code/custom-operator'],
  ['XlaCustomCall', 'graph-code/custom-operator'],
  ['NoOperatorOfTensorFlow', 'graph-code/custom-operator'],
  ['EagerPyFunc', 'graph-code/runs-code'],
])('the operator %s is one of %s', (type, rule) => {
  expect(judgeOperator(type, new Set())?.id).toBe(rule);
});

it.each(['MatMul', 'XlaCallModule', 'XlaDotV2'])('the operator %s is an ordinary one', (type) => {
  expect(judgeOperator(type, new Set())).toBeNull();
});
