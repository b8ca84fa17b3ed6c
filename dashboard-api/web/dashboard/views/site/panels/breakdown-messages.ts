import { dictionary } from '../../../app/language.js';

/** Texts about values that are missing. */
export const breakdownMessages = dictionary(
  {
    emptyBots:
      'Robot chưa xem trang nào. Tín hiệu khác của robot, nếu có, được ghi ở bảng đối soát.',
    noCountries:
      'Chưa biết quốc gia vì máy chủ chưa có tệp GeoIP. Người vận hành khai tệp này ở sitepulse.ingest.geoip.',
  },
  {
    emptyBots: 'No robot has viewed a page. Other events of robots, if any, are in the ledger.',
    noCountries:
      'Countries are unknown because the server has no GeoIP file. The operator names it in sitepulse.ingest.geoip.',
  },
);
