/** A problem+json answer. */
export function problem(status, kind, errors = []) {
  return {
    status,
    type: 'application/problem+json',
    body: { type: `/problems/${kind}`, title: kind, status, detail: kind, errors },
  };
}
