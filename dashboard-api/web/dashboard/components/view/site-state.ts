import { html, type TemplateResult } from 'lit';
import type { SiteState, SiteStates } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { time } from '../../app/format.js';
import { dictionary } from '../../app/language.js';

const messages = dictionary(
  {
    archived: 'lưu trữ',
    never: 'chưa nhận được tín hiệu nào',
    imported: 'chỉ có số liệu nhập vào',
    viewless: 'có tín hiệu, chưa có lượt xem',
    silent: 'im lặng',
    fell: 'giảm mạnh',
    rose: 'tăng mạnh',
    counting: 'đang đếm',
    noOrigin: 'không kèm tên miền',
    otherOrigins: 'các tên miền khác',
    script: 'mã đếm',
    noVersion: 'không rõ',
    otherVersions: 'các phiên bản khác',
    older: 'bản cũ',
  },
  {
    archived: 'archived',
    never: 'never heard of',
    imported: 'imported figures only',
    viewless: 'signals but no views',
    silent: 'silent',
    fell: 'fell',
    rose: 'rose',
    counting: 'counting',
    noOrigin: 'no origin sent',
    otherOrigins: 'other origins',
    script: 'script',
    noVersion: 'unknown',
    otherVersions: 'other versions',
    older: 'older than this release',
  },
);

/** Only a site that counts is green. */
const LOOKS: Readonly<Record<SiteState['state'], string>> = {
  archived: 'badge plain',
  never: 'badge',
  imported: 'badge plain',
  viewless: 'badge',
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

/** Draws the time of the last signal, or a dash, on the clock of the office, which lists of sites have. */
export function drawSignal(lastSignal: number | undefined): unknown {
  return lastSignal === undefined ? '–' : time(lastSignal);
}

type Script = SiteState['scripts'][number];

/** Name of a script version. */
function scriptText({ version, older }: Script): string {
  const name =
    version === '' ? messages().noVersion : version === '*' ? messages().otherVersions : version;
  return older && version !== '*' ? `${name} (${messages().older})` : name;
}

/** Draws the script versions of a site as lines below, the most frequent one first. */
export function drawScripts(scripts: readonly Script[]): TemplateResult[] {
  return scripts.map(
    (script) => html`<span class="under">${messages().script} ${scriptText(script)}</span>`,
  );
}

/** Name of an origin of refused events. */
export function originText(origin: string): string {
  return origin === '' ? messages().noOrigin : origin === '*' ? messages().otherOrigins : origin;
}
