import { dictionary, language } from '../../app/language.js';
import type { Dimension } from '../../../api/schema.js';
import { campaignMessages } from './campaign-messages.js';
import { messages } from './messages.js';

const devices = dictionary<Readonly<Record<string, string>>>(
  {
    Desktop: 'Máy tính',
    Phone: 'Điện thoại',
    Mobile: 'Thiết bị di động',
    Tablet: 'Máy tính bảng',
    TV: 'Ti vi',
    'Game Console': 'Máy chơi game',
    'Set-top box': 'Đầu thu truyền hình',
    Watch: 'Đồng hồ',
    Car: 'Ô tô',
    'Home Appliance': 'Thiết bị gia dụng',
  },
  {
    Desktop: 'Computer',
    Phone: 'Phone',
    Mobile: 'Mobile device',
    Tablet: 'Tablet',
    TV: 'TV',
    'Game Console': 'Game console',
    'Set-top box': 'Set-top box',
    Watch: 'Watch',
    Car: 'Car',
    'Home Appliance': 'Home appliance',
  },
);

const others = dictionary(
  { name: 'Các giá trị khác trong ngày' },
  { name: 'Other values of a day' },
);

/** The sums of all values beyond the limit of a day. The events have no such value. */
export const OTHER_VALUES = '(other)';

/** Returns the readable name of a value of a dimension. */
export function valueName(dimension: Dimension, value: string): string {
  if (value === OTHER_VALUES) {
    return others().name;
  }
  if (value === '' || value === 'Unknown' || value === 'Hacker') {
    if (dimension.startsWith('campaign')) {
      return value || campaignMessages().none; // A campaign may have any name.
    }
    return dimension === 'source' ? messages().direct : messages().unknown;
  }
  switch (dimension) {
    case 'device':
      return devices()[value] ?? value;
    case 'country':
      return displayName('region', value);
    case 'language':
      return displayName('language', value);
    case 'system':
      return { 'Windows NT': 'Windows', 'Mac OS': 'macOS' }[value] ?? value;
    default:
      return value;
  }
}

function displayName(type: 'region' | 'language', value: string): string {
  try {
    const name = new Intl.DisplayNames([language()], { type, fallback: 'code' }).of(value);
    return name ? name.charAt(0).toLocaleUpperCase(language()) + name.slice(1) : value;
  } catch {
    return value;
  }
}
