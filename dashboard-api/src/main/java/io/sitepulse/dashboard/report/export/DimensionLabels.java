package io.sitepulse.dashboard.report.export;

import io.sitepulse.contract.counter.DimensionValues;
import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.Dimension;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Labels of dimensions and their values. */
public final class DimensionLabels {
  private DimensionLabels() {}

  /** The label of a dimension, as a column header. */
  public static String of(Dimension dimension, Language language) {
    return switch (dimension) {
      case PAGE -> language.of("Địa chỉ trang", "Page");
      case ENTRY -> language.of("Trang vào đầu tiên", "Entry page");
      case SOURCE -> language.of("Nguồn truy cập", "Source");
      case CAMPAIGN -> language.of("Chiến dịch", "Campaign");
      case CAMPAIGN_SOURCE -> language.of("Nơi đăng liên kết chiến dịch", "Campaign source");
      case CAMPAIGN_MEDIUM -> language.of("Phương tiện chiến dịch", "Campaign medium");
      case CAMPAIGN_CONTENT -> language.of("Nội dung chiến dịch", "Campaign content");
      case CAMPAIGN_TERM -> language.of("Từ khóa chiến dịch", "Campaign term");
      case DEVICE -> language.of("Thiết bị", "Device");
      case BROWSER -> language.of("Trình duyệt", "Browser");
      case SYSTEM -> language.of("Hệ điều hành", "System");
      case COUNTRY -> language.of("Quốc gia", "Country");
      case LANGUAGE -> language.of("Ngôn ngữ", "Language");
      case BOT -> language.of("Chương trình tự động", "Robot");
      case SITE -> language.of("Mã", "Id");
    };
  }

  /** The label of a value. Pages, browsers and other names stay as they are. */
  public static String value(Dimension dimension, String value, Language language) {
    if (value.equals(DimensionValues.OTHER)) {
      return language.of("Các giá trị khác trong ngày", "Other values of a day");
    }
    if (value.isEmpty() && dimension == Dimension.SOURCE) {
      return language.of("Truy cập trực tiếp, không rõ nguồn", "Direct, or not known");
    }
    if (value.isEmpty() || value.equals("Unknown")) {
      return language.of("Không xác định", "Not known");
    }
    return switch (dimension) {
      case DEVICE -> device(value, language);
      case COUNTRY -> country(value, language);
      case LANGUAGE -> languageName(value, language);
      default -> value;
    };
  }

  private static String device(String value, Language language) {
    return switch (value) {
      case "Desktop" -> language.of("Máy tính", "Desktop");
      case "Phone" -> language.of("Điện thoại", "Phone");
      case "Tablet" -> language.of("Máy tính bảng", "Tablet");
      case "TV" -> language.of("Ti vi", "TV");
      case "Watch" -> language.of("Đồng hồ", "Watch");
      default -> value;
    };
  }

  private static String country(String code, Language language) {
    try {
      var country = new Locale.Builder().setRegion(code).build();
      return country.getDisplayCountry(Locale.forLanguageTag(language.tag()));
    } catch (IllformedLocaleException e) {
      return code;
    }
  }

  private static String languageName(String tag, Language language) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(language.tag()));
    return name.isEmpty() ? tag : name;
  }

  /** The label of an origin of refused events. */
  public static String origin(String origin, Language language) {
    return switch (origin) {
      case CollectorFaults.NO_ORIGIN -> language.of("không kèm tên miền", "no origin sent");
      case CollectorFaults.OTHER -> language.of("các tên miền khác", "other origins");
      default -> origin;
    };
  }

  /** The label of a reason to refuse or reject an event. */
  public static String of(Reason reason, Language language) {
    return switch (reason) {
      case TOO_OLD -> language.of("đến muộn quá 24 giờ", "more than 24 h late");
      case FROM_THE_FUTURE -> language.of("thời điểm ở tương lai", "time in the future");
      case UNREADABLE -> language.of("không đọc được", "unreadable");
      case INVALID -> language.of("sai định dạng", "invalid");
      case ORIGIN -> language.of("tên miền chưa được phép", "origin not allowed");
      case UNKNOWN_SITE -> language.of("trang chưa đăng ký", "site not registered");
      default -> reason.label();
    };
  }
}
