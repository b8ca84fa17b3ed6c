import type { Choice } from '../../components/field/field.js';

const USUAL = 'Asia/Ho_Chi_Minh';

/** Another name of the usual zone, by which some browsers list it. */
const SAME = 'Asia/Saigon';

/**
 * Returns the time zones to choose from, by continent, the usual one first. They are those of the
 * browser and the present one, which the browser may list by another name.
 */
export function zoneChoices(present: string): Choice[] {
  const listed = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
  const others = new Set([present, ...listed, 'Etc/UTC']);
  others.delete(USUAL);
  if (present !== SAME) {
    others.delete(SAME);
  }
  return [
    { value: USUAL, label: readable(USUAL) },
    ...[...others].sort().map((zone) => ({
      value: zone,
      label: readable(zone),
      group: zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Etc',
    })),
  ];
}

function readable(zone: string): string {
  return zone.replaceAll('_', ' ');
}
