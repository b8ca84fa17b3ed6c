package io.sitepulse.local.clickhouse.http;

import java.util.Optional;

/**
 * An INSERT that carries data, cut where its data begins.
 *
 * @param statementBytes length of the text before {@code FORMAT} or {@code VALUES}: {@code INSERT
 *     INTO t (a, b)}
 * @param format the data's format, {@code Values} for {@code VALUES}
 * @param dataFrom offset of the data in the text that was read
 */
record InsertStatement(int statementBytes, String format, int dataFrom) {

  /**
   * Parses an INSERT with data. Empty for other texts: a query, or an INSERT that takes its rows
   * from a SELECT.
   */
  static Optional<InsertStatement> in(byte[] sql) {
    SqlTokens tokens = new SqlTokens(sql);
    if (!tokens.next() || !tokens.is("INSERT") || !skipTable(tokens)) {
      return Optional.empty();
    }
    do {
      if (tokens.atTop() && tokens.is("VALUES")) {
        return Optional.of(new InsertStatement(tokens.start(), "Values", tokens.end()));
      }
      if (tokens.atTop() && tokens.is("FORMAT")) {
        return formatted(sql, tokens);
      }
      if (tokens.atTop() && (tokens.is("SELECT") || tokens.is("WITH") || tokens.is("FROM"))) {
        return Optional.empty();
      }
    } while (tokens.next());
    return Optional.empty();
  }

  /** Steps over INTO, TABLE or FUNCTION, and a name, to the token after it. */
  private static boolean skipTable(SqlTokens tokens) {
    boolean more = tokens.next();
    while (more && (tokens.is("INTO") || tokens.is("TABLE") || tokens.is("FUNCTION"))) {
      more = tokens.next();
    }
    more = more && tokens.next();
    while (more && tokens.isSymbol('.')) {
      more = tokens.next(); // the name after the dot
      more = more && tokens.next();
    }
    return more;
  }

  private static Optional<InsertStatement> formatted(byte[] sql, SqlTokens tokens) {
    int keyword = tokens.start();
    if (!tokens.next() || !tokens.isWord()) {
      return Optional.empty();
    }
    int dataFrom = afterLineBreak(sql, tokens.end());
    return Optional.of(new InsertStatement(keyword, tokens.text(), dataFrom));
  }

  /** ClickHouse's rule: blanks, then at most one line break, stand before the data. */
  private static int afterLineBreak(byte[] sql, int from) {
    int at = from;
    while (at < sql.length && (sql[at] == ' ' || sql[at] == '\t' || sql[at] == '\f')) {
      at++;
    }
    if (at < sql.length && sql[at] == '\r') {
      at++;
    }
    return at < sql.length && sql[at] == '\n' ? at + 1 : at;
  }
}
