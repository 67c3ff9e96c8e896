import { useEffect } from 'react';
import { WeighbridgeError } from '../../../src/kernel/errors.ts';
import { SignIn } from '../pages/sign-in.tsx';
import { Failed } from '../parts/states.tsx';
import { askEverythingAgain, useAnswer } from './answers.ts';
import { MeProvider } from './people.tsx';
import { mayBeSignedIn } from './server.ts';
import { Shell } from './shell.tsx';

/** A session ends by itself; a page that was left open finds out within a minute. */
const LOOK = 60_000;

export function App() {
  const { answer, again } = useAnswer('me.show', {}, { every: LOOK, when: mayBeSignedIn() });
  useEffect(() => {
    const saved = localStorage.getItem('theme');
    if (saved === 'dark' || saved === 'light') document.documentElement.dataset.theme = saved;
  }, []);
  if (!mayBeSignedIn()) return <SignIn done={askEverythingAgain} />;
  if (answer.kind === 'loading') return null;
  if (answer.kind === 'failed') {
    const { error } = answer;
    if (error instanceof WeighbridgeError && error.code === 'unauthenticated')
      return <SignIn done={askEverythingAgain} />;
    return (
      <main className="gate">
        <Failed error={error} what="The console could not start." again={again} />
      </main>
    );
  }
  return (
    <MeProvider value={answer.output}>
      <Shell />
    </MeProvider>
  );
}
