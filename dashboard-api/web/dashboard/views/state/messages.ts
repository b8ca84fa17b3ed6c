import { dictionary } from '../../app/language.js';

/** Texts of the state view. */
export const messages = dictionary(
  {
    title: 'Tình trạng các trang',
    lead: 'Trang nào đang đếm, trang nào im lặng, và những gì máy chủ đã từ chối trong 7 ngày qua.',
    rules:
      'Chỉ có số liệu nhập vào: số liệu mẫu hoặc số liệu của bộ đếm cũ được nhập, trang chưa gửi tín hiệu nào. Có tín hiệu, chưa có lượt xem: mới chỉ có robot hoặc tín hiệu không hợp lệ. Im lặng: hôm qua và hôm nay không có lượt xem nào của người dùng. Giảm hoặc tăng mạnh: lượt xem hôm qua ít hơn một nửa hoặc nhiều hơn gấp đôi bình quân cùng thứ của bốn tuần trước. Giờ trong bảng là giờ Việt Nam; ngày là ngày theo múi giờ của từng trang.',
    none: 'Chưa có trang thông tin nào.',
    name: 'Trang thông tin',
    id: 'Mã định danh',
    state: 'Tình trạng',
    lastSignal: 'Tín hiệu gần nhất',
    yesterday: 'Lượt xem hôm qua',
    usual: 'Thường ngày',
    refused: 'Bị từ chối',
    release: (version: string) =>
      `Mã đếm của bản đang chạy: ${version}. Trang có “bản cũ” dùng bản sao của mã đếm, hoặc trình duyệt của khách còn giữ bản trước.`,
    unknown: 'Mã định danh chưa đăng ký',
    unknownLead:
      'Có trang gửi tín hiệu với những mã này. Có thể mã nhúng bị gõ sai, hoặc trang chưa được đăng ký.',
    noId: 'không có mã, hoặc mã không hợp lệ',
    origin: 'Tên miền',
    events: 'Số tín hiệu',
    proxies: 'Máy trung gian chưa được tin',
    proxiesLead:
      'Nhiều người truy cập qua các máy này nhưng bị đếm như một người. Nếu là máy của hệ thống, hãy thêm vào sitepulse.ingest.trusted-proxies. Nếu là máy của một cơ quan bên ngoài, đừng thêm.',
    address: 'Địa chỉ',
    requests: 'Số yêu cầu',
  },
  {
    title: 'State of sites',
    lead: 'Which sites count, which are silent, and what the server refused in the last 7 days.',
    rules:
      'Imported figures only: sample figures or those of an old counter were imported, and the site has sent no signal. Signals but no views: robots or invalid signals only. Silent: no views by visitors yesterday or today. Fell or rose: yesterday had less than half or more than double the average views of the same weekday of the four weeks before. Times in the table are those of Vietnam; days are those of each site’s time zone.',
    none: 'There are no sites yet.',
    name: 'Site',
    id: 'Id',
    state: 'State',
    lastSignal: 'Last signal',
    yesterday: 'Page views yesterday',
    usual: 'Usual',
    refused: 'Refused',
    release: (version: string) =>
      `Script of this release: ${version}. A site with an older one has a copy of the script, or browsers of visitors still keep the one before.`,
    unknown: 'Ids that are not registered',
    unknownLead:
      'Pages send events with these ids. The code in the page may be mistyped, or the site is not registered.',
    noId: 'no id, or not a valid one',
    origin: 'Origin',
    events: 'Events',
    proxies: 'Proxies that are not trusted',
    proxiesLead:
      'Many visitors come through these machines and count as one. If a machine is yours, add it to sitepulse.ingest.trusted-proxies. If it belongs to an office of visitors, do not.',
    address: 'Address',
    requests: 'Requests',
  },
);
