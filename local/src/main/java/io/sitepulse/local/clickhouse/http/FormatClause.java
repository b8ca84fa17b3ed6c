package io.sitepulse.local.clickhouse.http;

import java.util.Optional;

/** The output format that a query names itself: {@code SELECT 1 FORMAT JSON}. */
final class FormatClause {
  private FormatClause() {}

  /** Returns the format's name, empty if the query names none. */
  static Optional<String> of(byte[] sql) {
    SqlTokens tokens = new SqlTokens(sql);
    Optional<String> found = Optional.empty();
    boolean more = tokens.next();
    while (more) {
      boolean keyword = tokens.atTop() && tokens.is("FORMAT");
      more = tokens.next();
      if (keyword && more && tokens.isWord()) {
        String name = tokens.text();
        more = tokens.next();
        boolean last = !more || tokens.isSymbol(';') || tokens.is("SETTINGS");
        found = last ? Optional.of(name) : found;
      }
    }
    return found;
  }
}
