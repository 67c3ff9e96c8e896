import { factsOf } from '../../src/guard/detectors/hidden-text/orders/deed-facts.ts';
import { factsElsewhere } from '../../src/guard/detectors/hidden-text/orders/elsewhere-facts.ts';
import { scoreOf, type Weighed, type Weights } from '../../src/guard/detectors/hidden-text/orders/weighed.ts';
import { type HiddenModel, hiddenGroups, learnHidden } from './hidden.ts';
import { hiddenSeeds, type Seed, WORDING, wordingOf } from './wording/rows.ts';

/**
 * `node build/guard/held-out-hidden.js [FILE]`: what is learned of hidden orders says of each family of sentences when it was learned
 * without that family: how many orders are above what one, two, three, five, ten of a hundred look-alikes reach.
 */
/** Held out by families, or with `lines` every fifth sentence of each. */
const byLine = process.argv[3] === 'lines';
const seeds = hiddenSeeds().map((seed, at) => (byLine && !seed.elsewhere ? { ...seed, family: `${at % 5}` } : seed));
const groups = hiddenGroups(seeds, wordingOf(process.argv[2] ?? WORDING));
const scores: Record<HiddenModel, { orders: [number, Seed][]; others: [number, Seed][] }> = {
  web: { orders: [], others: [] },
  programs: { orders: [], others: [] },
  elsewhere: { orders: [], others: [] },
};

for (const family of new Set(seeds.map((seed) => seed.family))) {
  const own = seeds.filter((seed) => seed.family === family);
  for (const name of own.some(({ elsewhere }) => elsewhere)
    ? (['elsewhere'] as const)
    : (['web', 'programs'] as const)) {
    const learned = learnHidden(groups, name, family);
    const left = name === 'web' ? 'writers' : name === 'programs' ? 'visitors' : undefined;
    for (const seed of own.filter(({ role }) => role !== left))
      scores[name][seed.role === 'orders' ? 'orders' : 'others'].push([scored(seed, learned), seed]);
  }
}

for (const [name, { orders, others }] of Object.entries(scores)) {
  const ranked = others.map(([score]) => score).sort((a, b) => b - a);
  const found = [1, 2, 3, 5, 10].map((percent) => {
    const least = ranked[Math.floor((percent * ranked.length) / 100)] ?? 0;
    const above = orders.filter(([score]) => score > least).length;
    return `${percent} %: ${((100 * above) / orders.length).toFixed(1)} % (${least.toFixed(2)})`;
  });
  process.stdout.write(`${name}, ${orders.length} orders, ${others.length} others: ${found.join(', ')}\n`);
  if (process.argv[4] === name) {
    for (const [score, { family, text }] of others.sort(([a], [b]) => b - a).slice(0, 60))
      process.stdout.write(`+ ${score.toFixed(1)} ${family}: ${text}\n`);
    for (const [score, { family, text }] of orders.sort(([a], [b]) => a - b).slice(0, 150))
      process.stdout.write(`- ${score.toFixed(1)} ${family}: ${text}\n`);
  }
}

function scored({ elsewhere, text }: Seed, weights: Weights): number {
  const seen: Weighed | null = elsewhere ? factsElsewhere(text) : factsOf(text);
  return seen === null ? Number.NEGATIVE_INFINITY : scoreOf(seen, weights);
}
