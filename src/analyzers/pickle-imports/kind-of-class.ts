import type { ClassKind } from './classes/family.ts';

/** What is known of classes that unpickling may make, for other ways of making them. Thousands of names: read when asked for. */
export async function kindsOfClasses(): Promise<(module: string, name: string) => ClassKind | undefined> {
  const [{ classKind }, { learnSurveyed }] = await Promise.all([
    import('./classes/index.ts'),
    import('./classes/surveyed.ts'),
  ]);
  await learnSurveyed();
  return classKind;
}
