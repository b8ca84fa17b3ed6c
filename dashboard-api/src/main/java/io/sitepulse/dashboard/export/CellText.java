package io.sitepulse.dashboard.export;

import java.util.regex.Pattern;

/**
 * Texts in cells of CSV files. A spreadsheet guesses the type of each cell: it would run a text
 * that begins like a formula, and turn others into dates, numbers, truth values or errors. An
 * apostrophe before such a text makes it stay a text.
 *
 * <p>Texts that begin with an apostrophe get one more, so that a program restores all texts by
 * removing one.
 */
final class CellText {
  private static final char MARK = '\'';

  /** First characters of formulas, in their wide forms as well, and the mark itself. */
  private static final String MARKED = "=+-@\t\r\n＝＋－＠" + MARK;

  private static final String SPACE = "[\\s\\u00A0\\u202F\\u3000]";

  /** English names of months, and Vietnamese words of dates. */
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ng[àa]y|th[áa]ng|thg|năm)\\.?";

  /** Half days, exponents and currencies beside digits. */
  private static final String UNIT = "(?:[ap]\\.?m?\\.?|sa|ch|e|d|đ|vnđ|vnd|usd|eur)";

  /**
   * Digits with nothing but signs, words of dates and units around them: {@code 1-2}, {@code
   * 03/04}, {@code 0012}, {@code 1E5}, {@code 1 Jan}, {@code 10:30 PM}, {@code 50%}, {@code (5)}.
   */
  private static final Pattern NUMBER_OR_DATE =
      Pattern.compile(
          "(?=.*\\p{Nd})(?!/)(?:"
              + SPACE
              + "|\\p{Nd}|[-+.,:/()%'’·−–_#]|\\p{Sc}|(?<!\\p{L})(?:"
              + MONTH
              + "|"
              + UNIT
              + ")(?!\\p{L}))+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  /** Truth values and errors of spreadsheets. */
  private static final Pattern WORD =
      Pattern.compile(
          SPACE + "*(?:true|false|#(?:N/A|[A-Z0-9/_]+[!?]))" + SPACE + "*",
          Pattern.CASE_INSENSITIVE);

  private CellText() {}

  /** Returns the text with a mark if a spreadsheet would not leave it a text. */
  static String of(String text) {
    return isMarked(text) ? MARK + text : text;
  }

  private static boolean isMarked(String text) {
    return !text.isEmpty()
        && (MARKED.indexOf(text.charAt(0)) >= 0
            || NUMBER_OR_DATE.matcher(text).matches()
            || WORD.matcher(text).matches()
            || isFormula(text.stripLeading()));
  }

  /** Some programs skip spaces before a formula. */
  private static boolean isFormula(String text) {
    return !text.isEmpty() && MARKED.indexOf(text.charAt(0)) >= 0;
  }
}
