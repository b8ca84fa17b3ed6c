import { html, nothing, type TemplateResult } from 'lit';
import type { SiteState, SiteStates } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { time } from '../../app/format.js';
import { dictionary } from '../../app/language.js';

const messages = dictionary(
  {
    archived: 'lưu trữ',
    never: 'chưa nhận được tín hiệu nào',
    silent: 'im lặng',
    fell: 'giảm mạnh',
    rose: 'tăng mạnh',
    counting: 'đang đếm',
    noOrigin: 'không kèm tên miền',
    otherOrigins: 'các tên miền khác',
  },
  {
    archived: 'archived',
    never: 'never heard of',
    silent: 'silent',
    fell: 'fell',
    rose: 'rose',
    counting: 'counting',
    noOrigin: 'no origin sent',
    otherOrigins: 'other origins',
  },
);

/** Only a site that counts is green. */
const LOOKS: Readonly<Record<SiteState['state'], string>> = {
  archived: 'badge plain',
  never: 'badge',
  silent: 'badge',
  fell: 'badge',
  rose: 'badge soft',
  counting: 'badge open',
};

/** Loads the state of the visible sites. */
export function loadStates(signal: AbortSignal): Promise<SiteStates> {
  return api.get<SiteStates>('state', { signal });
}

/** Name of a state. */
export function stateName(state: SiteState['state']): string {
  return messages()[state];
}

/** Draws a state as a badge. */
export function drawState(state: SiteState['state']): TemplateResult {
  return html`<span class=${LOOKS[state]}>${messages()[state]}</span>`;
}

/** Draws the time of the last signal, if there was one. */
export function drawSignal(lastSignal: number | undefined): unknown {
  return lastSignal === undefined ? nothing : time(lastSignal);
}

/** Name of an origin of refused events. */
export function originText(origin: string): string {
  return origin === '' ? messages().noOrigin : origin === '*' ? messages().otherOrigins : origin;
}
