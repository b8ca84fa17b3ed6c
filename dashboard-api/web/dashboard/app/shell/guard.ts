import { navigate, to, type Place } from '../router.js';
import { isSecondFactorMissing, sessionState } from '../session.js';

/** Leads to the sign-in if the requested view requires it. */
export function leadToSignIn(place: Place | undefined): void {
  if (sessionState() === 'out' && !place?.route.open) {
    const wanted = location.pathname + location.search;
    navigate(to('sign-in', wanted === to() ? {} : { to: wanted }), { replace: true });
  }
}

/** Leads to the second factor if it must be set up before anything else. */
export function leadToSecondFactor(place: Place | undefined): void {
  if (isSecondFactorMissing() && place?.route.tag !== 'sp-second-factor-view') {
    navigate(to('second-factor'), { replace: true });
  }
}
