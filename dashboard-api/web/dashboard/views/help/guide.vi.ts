import { SNIPPETS, type Guide } from './guide.js';

/** The guides in Vietnamese. */
export const vietnamese: readonly Guide[] = [
  {
    id: 'editor',
    title: 'Dành cho biên tập viên',
    lead: 'Đặt mã đếm, bộ đếm và bình chọn lên trang, và kiểm tra trang đã được đếm chưa.',
    chapters: [
      {
        title: 'Đặt mã đếm',
        text: [
          'Mã đếm là một dòng, đặt một lần vào giao diện chung để trang nào cũng có. Mã của từng trang có sẵn ở mục Trang thông tin, chọn trang, phần Mã nhúng.',
          'Một trang chỉ đặt một mã đếm. Nếu có hai mã với hai mã định danh khác nhau thì chỉ một mã được dùng, và lượt xem có thể bị tính cho đơn vị khác.',
        ],
        codeLabel: 'Dòng mã đếm',
        code: SNIPPETS.vi.script,
      },
      {
        title: 'NukeViet 4',
        steps: [
          'Mở tệp themes/<giao diện>/layout/footer_only.tpl và dán mã đếm ngay trước </body>.',
          'Để hiện bộ đếm hoặc bình chọn: Quản trị, Quản lý giao diện, Quản lý block, Thêm block, chọn module page, tệp global.html, rồi dán thẻ ở chế độ Mã HTML.',
          'Nếu bật Content-Security-Policy (Cấu hình, Thiết lập an ninh) thì thêm địa chỉ máy chủ này như ở phần CSP bên dưới.',
          'Tắt block thống kê sẵn có của NukeViet để người đọc không thấy hai con số khác nhau.',
        ],
      },
      {
        title: 'WordPress',
        steps: [
          'Đăng nhập bằng tài khoản quản trị. Người khác lưu thì WordPress tự bỏ thẻ script mà không báo.',
          'Giao diện khối: Giao diện, Trình chỉnh sửa, Mẫu, Chân trang, thêm khối HTML tùy chỉnh có mã đếm. Giao diện cũ: Giao diện, Widget, HTML tùy chỉnh ở chân trang.',
          'Đặt bộ đếm hoặc bình chọn bằng khối HTML tùy chỉnh ở nơi muốn hiện.',
        ],
      },
      {
        title: 'Joomla 4, 5',
        steps: [
          'Hệ thống, Module của trang, Thêm, Custom. Tắt trình soạn thảo rồi dán mã đếm.',
          'Chọn vị trí có ở mọi trang (debug hoặc footer với Cassiopeia) và chọn Trên mọi trang.',
          'Chỉ Super User lưu được script, trừ khi sửa Bộ lọc văn bản trong Cấu hình chung.',
        ],
      },
      {
        title: 'SharePoint, Liferay',
        text: [
          'SharePoint (trang hiện đại) không chạy mã do biên tập viên thêm. Dùng web part Embed với khung iframe. Khung hiện số và nhận phiếu nhưng không đếm trang. Muốn đếm thì lập trình viên thêm mã bằng SharePoint Framework.',
          'Liferay: Applications, Client Extensions, Add JavaScript, địa chỉ là tệp sitepulse.js của máy chủ này, thuộc tính async và data-site. Sau đó gắn vào mọi trang ở Look and Feel.',
        ],
      },
      {
        title: 'Bộ đếm và bình chọn trên trang',
        text: [
          'Trang đã có mã đếm thì chỉ cần đặt thẻ ở nơi muốn hiện. Phần min-height giữ chỗ để nội dung bên dưới không bị đẩy xuống khi số hiện ra.',
          'Đổi chữ và số được hiện bằng các thuộc tính, ví dụ show="online,today,total" và label-total="Tổng".',
        ],
        codeLabel: 'Thẻ bộ đếm và bình chọn',
        code: SNIPPETS.vi.counter,
      },
      {
        title: 'Trang không cho chạy mã',
        text: ['Dùng khung iframe hoặc ảnh. Bình chọn trong khung vẫn nhận phiếu.'],
        codeLabel: 'Khung và ảnh',
        code: `${SNIPPETS.vi.iframe}\n${SNIPPETS.vi.image}`,
      },
      {
        title: 'Content-Security-Policy',
        text: ['Nếu trang có chính sách CSP, thêm địa chỉ của máy chủ này vào các mục sau.'],
        codeLabel: 'Địa chỉ cần thêm',
        code: SNIPPETS.vi.policy,
      },
      {
        title: 'Vì sao chưa được đếm?',
        steps: [
          'Mở trang, nhấn F12, chọn Console. Dòng bắt đầu bằng [sitepulse] cho biết lý do.',
          'Mã 404: data-site trong mã đếm chưa được đăng ký hoặc bị gõ sai. Mã 403: tên miền của trang chưa được khai báo ở mục Trang thông tin.',
          'Thêm thuộc tính data-debug vào mã đếm để thấy từng tín hiệu được gửi. Nếu hiện sitepulse.optOut thì chính trình duyệt này đã được loại khỏi số đếm.',
          'Xem mục Tình trạng các trang: tín hiệu gần nhất, tên miền bị từ chối và mã định danh chưa đăng ký.',
        ],
      },
    ],
  },
  {
    id: 'manager',
    title: 'Dành cho người quản lý',
    lead: 'Đọc số liệu, lập báo cáo, giao chỉ tiêu và tổ chức bình chọn.',
    chapters: [
      {
        title: 'Các con số có nghĩa gì',
        text: [
          'Lượt truy cập: một lần ghé thăm, kết thúc sau 30 phút không hoạt động. Lượt xem trang: mỗi lần một trang được mở.',
          'Lượt khách theo ngày: số khách của từng ngày cộng lại. Một người vào ba ngày được tính ba lần, nên đây không phải là số người.',
          'Đang truy cập: số người có trang mở trong 5 phút qua. Robot và máy tìm kiếm không được tính vào con số nào.',
        ],
      },
      {
        title: 'So sánh cùng kỳ',
        text: [
          'Tháng, quý, 6 tháng và năm được so với cả kỳ đó của năm trước. Kỳ đang chạy được so với phần tương ứng của kỳ trước, đến cùng ngày, cùng giờ. Tuần được so với tuần trước đó 52 tuần. Riêng ngày 29/02 không có ngày để so.',
          'Tỷ lệ tăng, giảm chỉ tính trên các trang được đếm trong cả hai kỳ. Nếu không có trang nào như vậy, hệ thống ghi “được đếm từ ngày …” thay cho tỷ lệ.',
        ],
      },
      {
        title: 'Lập báo cáo để ký',
        steps: [
          'Mở Báo cáo, chọn phạm vi và kỳ, ghi tên cơ quan ở đầu văn bản.',
          'Xem lại các câu và phần Căn cứ. Mọi câu được viết từ số liệu, không sửa được.',
          'Nhấn Ban hành báo cáo. Báo cáo được cấp số trong năm, lưu nguyên cùng mã kiểm tra số liệu, không sửa và không xóa được. Người có quyền sửa mọi trang trong báo cáo mới ban hành được.',
          'Tải PDF để ký hoặc Excel để lấy bảng số.',
          'Mục Báo cáo đã ban hành cho xem lại đúng bản đã ban hành. Nếu lập lại mà số liệu khác đi, trang này chỉ ra số nào khác và vì sao.',
          'Báo cáo lập lại vẫn theo các cuộc bình chọn, sáp nhập, trang thông tin và số ban đầu có khi hết kỳ. Những gì được nhập hoặc sửa sau đó được nêu ở phần Ghi chú cách tính.',
        ],
      },
      {
        title: 'Số liệu ban đầu và tổng lũy kế',
        text: [
          'Trang có bộ đếm cũ thì khai số liệu ban đầu, ngày cuối bộ đếm cũ còn đếm và nguồn số liệu. Số này chỉ được cộng vào tổng lũy kế, không tính vào tháng hay năm nào.',
          'Mục Số công khai của mỗi trang cộng lại số ban đầu và các ngày, cho biết ai đã nhập, đã sửa, và có nút Đếm lại.',
        ],
      },
      {
        title: 'Đối soát số liệu',
        text: [
          'Cuối trang thống kê có bảng đối soát: đã nhận = được tính + trùng + robot + không hợp lệ. Tín hiệu bị từ chối vì tên miền chưa khai báo được ghi riêng, kèm nút cho phép.',
        ],
      },
      {
        title: 'Chỉ tiêu',
        text: [
          'Giao chỉ tiêu cho một trang, một khối hoặc tất cả, theo tháng, quý, 6 tháng hoặc năm. Mức đạt hiện ở Tổng quan và trong báo cáo.',
        ],
      },
      {
        title: 'Ghi chú theo ngày',
        text: [
          'Cúp điện, đổi tên miền, hội nghị: ghi vào ngày đó, cho một trang, một khối hoặc tất cả. Ghi chú và ngày lễ hiện trên biểu đồ, trong báo cáo, và được nêu ở ngày cao nhất, thấp nhất và khi số liệu giảm.',
        ],
      },
      {
        title: 'Bình chọn',
        text: [
          'Tạo bình chọn, chọn trang, ghi câu hỏi và các phương án, rồi công bố. Khi đã có phiếu thì không bỏ được phương án nào. Kết quả hiện ngay, sau khi bình chọn, sau khi đóng hoặc chỉ cho người quản lý.',
        ],
      },
      {
        title: 'Sáp nhập đơn vị, tài khoản',
        text: [
          'Khi một đơn vị nhận nhiệm vụ của đơn vị khác, mở trang của đơn vị nhận và chọn Sáp nhập. Số liệu cũ được tính vào đơn vị nhận từ ngày đã chọn. Bỏ sáp nhập được bất cứ lúc nào.',
          'Quản trị viên thêm người ở mục Tài khoản rồi gửi đường dẫn mời. Đường dẫn dùng một lần và có hạn 7 ngày.',
        ],
      },
    ],
  },
  {
    id: 'operator',
    title: 'Dành cho người vận hành',
    lead: 'Chạy máy chủ, giữ an toàn và kiểm tra số liệu.',
    chapters: [
      {
        title: 'Khởi động',
        text: [
          'Lần đầu khởi động, máy chủ in một đường dẫn để tạo quản trị viên đầu tiên. Hệ thống mới chưa có trang nào.',
        ],
        codeLabel: 'Lệnh khởi động',
        code: './sitepulse up --data /srv/sitepulse --port 8080',
      },
      {
        title: 'Đặt sau máy chủ HTTPS',
        text: [
          'Đặt một máy chủ HTTPS có HTTP/2 ở phía trước. Với HTTP/1.1 mỗi trình duyệt chỉ có sáu kết nối, nên vài cửa sổ cùng mở sẽ phải chờ nhau.',
          'Khai địa chỉ máy đó ở sitepulse.ingest.trusted-proxies và sitepulse.dashboard.trusted-proxies. Nếu không, mọi người truy cập bị tính là một máy.',
        ],
      },
      {
        title: 'Quốc gia của người truy cập',
        text: [
          'Cần một tệp GeoIP (dạng MMDB), khai ở sitepulse.ingest.geoip. Không có tệp thì mọi lượt ghi là Không rõ.',
        ],
      },
      {
        title: 'Hệ thống có ổn không?',
        text: [
          'Lệnh doctor hỏi từng phần của máy chủ, dung lượng đĩa và đồng hồ, rồi cho biết phải làm gì. Mục Tình trạng các trang cho biết trang nào không gửi gì, tên miền nào bị từ chối và máy chủ trung gian nào chưa được tin cậy.',
        ],
        codeLabel: 'Lệnh doctor',
        code: SNIPPETS.vi.doctor,
      },
      {
        title: 'Sao lưu, nâng cấp',
        steps: [
          'Dừng máy chủ. Trong lúc sao lưu hệ thống không được đếm.',
          'Chạy lệnh bên dưới. Tệp ZIP có số liệu, tín hiệu, tài khoản và các báo cáo đã ban hành. Cất tệp ở máy khác.',
          'Để nâng cấp, thay chương trình rồi khởi động với đúng thư mục dữ liệu cũ. Các trang đang mở tự tải bản mới.',
          'Thỉnh thoảng thử sitepulse restore vào một thư mục trống. Bản sao lưu chưa từng khôi phục thử thì chưa chắc dùng được.',
        ],
        codeLabel: 'Lệnh sao lưu',
        code: SNIPPETS.vi.backup,
      },
      {
        title: 'Kiểm tra số liệu',
        text: ['Lệnh này đếm lại từ từng tín hiệu đã lưu và so với bộ đếm.'],
        codeLabel: 'Lệnh đếm lại',
        code: './sitepulse audit --site ID',
      },
      {
        title: 'Mất mật khẩu quản trị',
        text: ['Chạy trên máy chủ. Lệnh in một đường dẫn đặt mật khẩu mới.'],
        codeLabel: 'Lệnh tạo đường dẫn',
        code: './sitepulse invite LOGIN',
      },
    ],
  },
];
