/** Polls, targets, sites, accounts, changes, tokens and the review: routes of a call, or nothing. */
export function manage() {
  return () => undefined;
}
