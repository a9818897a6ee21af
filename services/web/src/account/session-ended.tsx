import { lazy, Suspense } from 'react';
import { useSession } from '../session/use-session.js';

/** Fetched when it is needed: few see it, and every page would pay for it. */
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.js')).SignInAgain }));

/** Signing in over the page, so that nothing on it is lost. */
export function SessionEnded() {
  if (useSession() !== 'ended') return null;
  return (
    <Suspense fallback={null}>
      <SignInAgain />
    </Suspense>
  );
}
