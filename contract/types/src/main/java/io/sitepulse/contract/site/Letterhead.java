package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Head and end of the official reports of an organisation, as Decree 30/2020/NĐ-CP names them. What
 * is not set stays a gap in the document, to be filled before it is signed.
 *
 * @param superior superior organisation ("cơ quan chủ quản")
 * @param organisation issuing organisation ("cơ quan ban hành")
 * @param symbol symbol after the number ("ký hiệu"), such as {@code BC-VP}
 * @param place place name before the date ("địa danh")
 * @param addressees organisations that it is sent to ("kính gửi")
 * @param recipients lines of the distribution list ("nơi nhận")
 * @param position lines of authority and position of the signer ("quyền hạn, chức vụ")
 * @param signer full name of the signer
 */
public record Letterhead(
    @Nullable String superior,
    @Nullable String organisation,
    @Nullable String symbol,
    @Nullable String place,
    List<String> addressees,
    List<String> recipients,
    List<String> position,
    @Nullable String signer) {
  /** A letterhead without any field. */
  public static final Letterhead NONE =
      new Letterhead(null, null, null, null, List.of(), List.of(), List.of(), null);

  private static final int TEXT = 200;
  private static final int SYMBOL = 50;
  private static final int ADDRESSEES = 10;
  private static final int RECIPIENTS = 20;
  private static final int POSITION = 4;

  public Letterhead {
    optional(superior, TEXT, "superior");
    optional(organisation, TEXT, "organisation");
    optional(symbol, SYMBOL, "symbol");
    optional(place, TEXT, "place");
    addressees = lines(addressees, ADDRESSEES, "addressees");
    recipients = lines(recipients, RECIPIENTS, "recipients");
    position = lines(position, POSITION, "position");
    optional(signer, TEXT, "signer");
  }

  private static void optional(@Nullable String text, int limit, String field) {
    if (text != null) {
      Require.text(text, limit, "letterhead." + field);
    }
  }

  private static List<String> lines(@Nullable List<String> lines, int limit, String field) {
    if (lines == null) {
      return List.of();
    }
    Require.count(lines, 0, limit, "letterhead." + field);
    for (@Nullable String line : lines) {
      Require.text(line, TEXT, "letterhead." + field);
    }
    return List.copyOf(lines);
  }
}
