-- Write: sample page views of one site, as many visits on each day as planned. The same plan always
-- gives the same events. Times are local to Asia/Ho_Chi_Minh, the zone of all sample sites.
--
-- Each choice is a hash: of the number for a visit, of the visit and the position in it for a view.
-- Hours follow an office's day. No visit crosses midnight.
INSERT INTO sitepulse.page_views
    (site, day, id, kind, visitor, at, received, page, title, referrer, language, device, browser,
     system, bot, view, engaged_ms, kafka_partition, kafka_offset, precedence, country)
WITH
    [8, 13, 16, 18, 20, 25, 38, 90, 190, 300, 400, 475, 520, 560, 640, 735, 815, 870, 905, 930, 955, 977,
     992, 1000] AS by_hour,
    ['Thông báo lịch tiếp công dân', 'Hội nghị triển khai nhiệm vụ trọng tâm',
     'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến', 'Công khai dự toán ngân sách',
     'Kết quả giải quyết thủ tục hành chính', 'Lấy ý kiến dự thảo quyết định',
     'Đoàn công tác làm việc với các đơn vị trực thuộc', 'Tuyên truyền chuyển đổi số cộng đồng',
     'Thông báo tuyển dụng viên chức', 'Phát động phong trào thi đua yêu nước',
     'Lịch công tác tuần của lãnh đạo', 'Cảnh báo thủ đoạn lừa đảo qua mạng'] AS headlines,
    [('/', 'Trang chủ'), ('/thu-tuc-hanh-chinh', 'Thủ tục hành chính'),
     ('/van-ban', 'Văn bản chỉ đạo, điều hành'), ('/gioi-thieu', 'Giới thiệu'),
     ('/lich-cong-tac', 'Lịch công tác'), ('/co-cau-to-chuc', 'Cơ cấu tổ chức'),
     ('/lien-he', 'Liên hệ'), ('/hoi-dap', 'Hỏi đáp'), ('/thong-bao', 'Thông báo'),
     ('/du-lieu-mo', 'Dữ liệu mở')] AS fixed_pages,
    [38, 72, 80, 90, 94, 100] AS by_source,
    ['', 'www.google.com/', 'coccoc.com/search', 'www.facebook.com/', 'zalo.me/', 'dichvucong.gov.vn/p/home']
        AS sources,
    planned AS
    (
        SELECT plan.1 AS day, plan.2 AS visits, plan.3 AS robots
        FROM (SELECT arrayJoin(arrayZip([<days>], [<visits>], [<robots>])) AS plan)
    ),
    visits AS
    (
        SELECT
            toDate(day) AS day,
            arrayJoin(range(toUInt32(visits + robots))) AS number,
            number >= visits AS robot,
            cityHash64(:site, day, number) AS hash,
            cityHash64(:site, day, 'v', if(robot, number, number % greatest(1, intDiv(visits * 88, 100))))
                AS person,
            arrayFirstIndex(upTo -> hash % 1000 < upTo, by_hour) - 1 AS hour,
            toDateTime64(toDateTime(day, 'Asia/Ho_Chi_Minh'), 3, 'UTC') + hour * 3600
                + intDiv(hash, 1000) % if(hour = 23, 2400, 3600) AS begun,
            intDiv(person, 7) % 100 AS luck,
            multiIf(robot, 1, intDiv(hash, 11) % 100 < 44, 1, intDiv(hash, 11) % 100 < 68, 2,
                intDiv(hash, 11) % 100 < 82, 3, intDiv(hash, 11) % 100 < 92, 4, 6) AS pages,
            sources[arrayFirstIndex(upTo -> intDiv(hash, 13) % 100 < upTo, by_source)] AS source
        FROM planned
    ),
    views AS
    (
        SELECT
            *,
            arrayJoin(range(toUInt32(pages))) AS place,
            cityHash64(hash, place) AS chance,
            lower(leftPad(hex(chance), 16, '0')) AS high,
            lower(leftPad(hex(cityHash64(chance, day)), 16, '0')) AS low,
            chance % 100 < 42 AS is_news,
            day - toUInt16(pow(intDiv(chance, 100) % 100 / 100., 3) * 12) AS printed,
            cityHash64(:site, printed, intDiv(chance, 10000) % 3) AS story,
            fixed_pages[1 + toUInt8(pow(intDiv(chance, 10000) % 1000 / 1000., 2) * 10)] AS fixed
        FROM visits
    )
SELECT
    :site,
    day,
    toUUID(concat(substring(high, 1, 8), '-', substring(high, 9, 4), '-4', substring(high, 13, 3), '-a',
        substring(low, 1, 3), '-', substring(low, 4, 12))),
    'view',
    if(robot, 0, person),
    begun + place * 47 + chance % 23 AS seen,
    seen,
    if(is_news, concat('/tin-tuc/', formatDateTime(printed, '%Y/%m/%d'), '-', toString(story % 1000)), fixed.1),
    if(is_news,
        concat(headlines[1 + story % length(headlines)], ' (', formatDateTime(printed, '%d/%m/%Y'), ')'), fixed.2),
    if(place > 0, concat(:host, '/'), source),
    if(luck < 96, 'vi', 'en'),
    multiIf(luck < 57, 'Phone', luck < 94, 'Desktop', 'Tablet'),
    multiIf(luck < 34, 'Chrome', luck < 50, 'Safari', luck < 57, 'Samsung Browser', luck < 76, 'Chrome',
        luck < 84, 'Edge', luck < 90, 'CocCoc', luck < 94, 'Firefox', 'Safari'),
    multiIf(luck < 34, 'Android', luck < 50, 'iOS', luck < 57, 'Android', luck < 90, 'Windows', luck < 94,
        'Mac OS', 'iPadOS'),
    if(robot, ['Googlebot', 'Bingbot', 'coccocbot-web'][1 + hash % 3], ''),
    toUUID('00000000-0000-0000-0000-000000000000'),
    if(robot, 0, 4000 + chance % 136000),
    65535,
    number * 8 + place,
    9223372036854775807 - (number * 8 + place),
    multiIf(person % 1000 < 962, 'VN', person % 1000 < 978, 'US', person % 1000 < 986, 'JP',
        person % 1000 < 993, 'KR', 'AU')
FROM views
WHERE seen < fromUnixTimestamp64Milli(toInt64(:until))
