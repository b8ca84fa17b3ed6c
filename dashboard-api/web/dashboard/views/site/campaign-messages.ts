import { dictionary } from '../../app/language.js';

/** Texts of campaigns. */
export const campaignMessages = dictionary(
  {
    none: 'Không thuộc chiến dịch',
    empty:
      'Chưa có lượt truy cập nào từ liên kết có thẻ chiến dịch, ví dụ ?utm_source=zalo&utm_campaign=…',
  },
  {
    none: 'No campaign',
    empty:
      'No visits from links with campaign tags yet, for example ?utm_source=zalo&utm_campaign=…',
  },
);
