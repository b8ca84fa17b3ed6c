import { api } from './api/client.js';
import { Problem } from './api/problem.js';
import type { SessionResponse } from '../../api/schema.js';

/** Who is signed in; the same for the whole page. */
export type SessionState = 'unknown' | 'out' | 'in';

let body: SessionResponse | undefined;
let state: SessionState = 'unknown';
let cut = false;
const listeners = new Set<() => void>();

/** Whether somebody is signed in; `unknown` until the server was asked. */
export function sessionState(): SessionState {
  return state;
}

/** The session, if somebody is signed in. */
export function session(): SessionResponse | undefined {
  return body;
}

/** Whether who is signed in is an administrator. */
export function isAdministrator(): boolean {
  return body?.account.administrator === true;
}

/** Whether the server has ended the session that there was, so that it can be said. */
export function isCut(): boolean {
  return cut;
}

/** Calls back whenever somebody has signed in or out; the answer ends it. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the server who is signed in. Fails only if the server cannot say. */
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

/** Somebody has signed in. */
export function begin(next: SessionResponse): void {
  body = next;
  state = 'in';
  cut = false;
  api.csrf = next.csrf;
  tell();
}

/** Nobody is signed in any more; `byServer`: and did not ask for it. */
export function end(byServer = false): void {
  body = undefined;
  state = 'out';
  cut = byServer;
  api.csrf = undefined;
  tell();
}

/** Signs out here, or everywhere. */
export async function signOut(everywhere = false): Promise<void> {
  await api.delete(everywhere ? 'sessions' : 'session');
  end();
}

function tell(): void {
  listeners.forEach((listener) => {
    listener();
  });
}
