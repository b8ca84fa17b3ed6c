package io.sitepulse.local.clickhouse.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Walks over the words of a statement, knowing quotes, comments and parentheses. Reads bytes, since
 * what follows an INSERT may be binary, and no further than it is asked to.
 */
final class SqlTokens {
  private final byte[] sql;
  private int start;
  private int end;
  private int depth;

  SqlTokens(byte[] sql) {
    this.sql = sql;
  }

  /** Moves to the next token: a word, a quoted text or one symbol. False at the end. */
  boolean next() {
    start = skipBlanks(end);
    if (start >= sql.length) {
      end = start;
      return false;
    }
    byte first = sql[start];
    if (first == '\'' || first == '"' || first == '`') {
      end = afterQuoted(first);
    } else if (isWord(first)) {
      end = afterWord();
    } else {
      end = start + 1;
      depth += first == '(' || first == '[' || first == '{' ? 1 : 0;
      depth -= first == ')' || first == ']' || first == '}' ? 1 : 0;
    }
    return true;
  }

  /** Offset of the current token. */
  int start() {
    return start;
  }

  /** The byte after the token. */
  int end() {
    return end;
  }

  /** True outside of all parentheses. */
  boolean atTop() {
    return depth == 0;
  }

  boolean isWord() {
    return start < sql.length && isWord(sql[start]);
  }

  /** A word or a quoted name. */
  boolean isName() {
    return isWord() || isSymbol('"') || isSymbol('`');
  }

  boolean isSymbol(char symbol) {
    return start < sql.length && sql[start] == symbol;
  }

  /** True for a keyword, in whatever case it is written. */
  boolean is(String keyword) {
    return isWord() && text().toUpperCase(Locale.ROOT).equals(keyword);
  }

  String text() {
    return new String(sql, start, end - start, StandardCharsets.UTF_8);
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < sql.length) {
      if (sql[at] >= 0 && sql[at] <= ' ') {
        at++;
      } else if (pair(at, '-', '-') || pair(at, '#', ' ') || pair(at, '#', '!')) {
        at = after('\n', '\n', at + 2, 1);
      } else if (pair(at, '/', '*')) {
        at = after('*', '/', at + 2, 2);
      } else {
        return at;
      }
    }
    return at;
  }

  private int after(char first, char second, int from, int width) {
    for (int at = from; at < sql.length; at++) {
      if (width == 1 ? sql[at] == first : pair(at, first, second)) {
        return at + width;
      }
    }
    return sql.length;
  }

  private boolean pair(int at, char first, char second) {
    return at + 1 < sql.length && sql[at] == first && sql[at + 1] == second;
  }

  private int afterQuoted(byte quote) {
    for (int at = start + 1; at < sql.length; at++) {
      if (sql[at] == '\\') {
        at++;
      } else if (sql[at] == quote) {
        return at + 1;
      }
    }
    return sql.length;
  }

  private int afterWord() {
    int at = start;
    while (at < sql.length && isWord(sql[at])) {
      at++;
    }
    return at;
  }

  private static boolean isWord(byte b) {
    return b == '_' || b == '$' || b < 0 || Character.isLetterOrDigit((char) b);
  }
}
