import { api } from './api/client.js';
import { Problem } from './api/problem.js';
import { forgetKept } from './unsaved.js';
import type { SessionResponse } from '../../api/schema.js';

/** State of the session, shared by the whole page. */
export type SessionState = 'unknown' | 'out' | 'in';

let body: SessionResponse | undefined;
let state: SessionState = 'unknown';
let serverEnded = false;
const listeners = new Set<() => void>();

/** Returns the state of the session, `unknown` until the server has answered. */
export function sessionState(): SessionState {
  return state;
}

/** Returns the session, if there is one. */
export function session(): SessionResponse | undefined {
  return body;
}

/** Returns true if the signed-in account is an administrator. */
export function isAdministrator(): boolean {
  return body?.account.administrator === true;
}

/** Returns true if the account must set up a second factor before anything else. */
export function isSecondFactorMissing(): boolean {
  return body?.secondFactorMissing === true;
}

/** Returns true if the server ended the session. */
export function endedByServer(): boolean {
  return serverEnded;
}

/** Calls back after every sign-in and sign-out. The result unsubscribes. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads the session from the server. Fails only if the server cannot answer. */
export async function loadSession(): Promise<void> {
  try {
    begin(await api.get<SessionResponse>('session'));
  } catch (thrown) {
    if (Problem.of(thrown).status !== 401) {
      throw thrown;
    }
    end();
  }
}

/** Starts a session in the page. */
export function begin(next: SessionResponse): void {
  body = next;
  state = 'in';
  serverEnded = false;
  api.csrf = next.csrf;
  notify();
}

/** Ends the session in the page. `byServer`: the server ended it. */
export function end(byServer = false): void {
  body = undefined;
  state = 'out';
  serverEnded = byServer;
  api.csrf = undefined;
  notify();
}

/** Ends this session, or all sessions of the account. */
export async function signOut(everywhere = false): Promise<void> {
  await api.delete(everywhere ? 'sessions' : 'session');
  forgetKept();
  end();
}

function notify(): void {
  listeners.forEach((listener) => {
    listener();
  });
}
