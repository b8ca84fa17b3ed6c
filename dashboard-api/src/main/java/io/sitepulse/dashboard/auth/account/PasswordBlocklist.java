package io.sitepulse.dashboard.auth.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises passwords that are among the first guesses, as NIST SP 800-63B-4, 3.1.1.2 requires:
 * common ones, repetitions and sequences, and the names of the service and of the account, with
 * what people add to them. Lists and estimate are those of zxcvbn. Thread-safe.
 */
final class PasswordBlocklist {
  /** Guesses by the estimate of zxcvbn. A common word with a sign and six digits has fewer. */
  private static final double MIN_GUESSES = 1e9;

  /** Characters that are examined. The time grows faster than the length. */
  private static final int EXAMINED = 40;

  private static final int MIN_WORD = 2;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** The service, and words that are common in Vietnamese passwords and missing in the lists. */
  private static final List<String> WORDS =
      List.of(
          "sitepulse",
          "dashboard",
          "mật khẩu",
          "quản trị",
          "quản trị viên",
          "việt nam",
          "thống kê",
          "anh yêu em",
          "em yêu anh",
          "hà nội",
          "sài gòn");

  private final Zxcvbn zxcvbn = new Zxcvbn();

  /** Tells if a password is among the first guesses. It takes some milliseconds. */
  boolean contains(String password, PasswordContext context) {
    String examined = password.substring(0, Math.min(EXAMINED, password.length()));
    return zxcvbn.measure(examined, wordsOf(context)).getGuesses() < MIN_GUESSES;
  }

  private static List<String> wordsOf(PasswordContext context) {
    Set<String> words = new LinkedHashSet<>();
    WORDS.forEach(word -> addSpellings(words, word));
    for (String text : List.of(context.login(), context.name(), context.host())) {
      addSpellings(words, text);
      Arrays.stream(BETWEEN_WORDS.split(text)).forEach(word -> addSpellings(words, word));
    }
    words.removeIf(word -> word.length() < MIN_WORD);
    return new ArrayList<>(words);
  }

  /** Adds a text with and without spaces, and both without Vietnamese marks. */
  private static void addSpellings(Set<String> words, String text) {
    String word = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    String plain =
        MARKS
            .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
            .replaceAll("")
            .replace('đ', 'd');
    for (String spelling : List.of(word, plain)) {
      words.add(spelling);
      words.add(spelling.replace(" ", ""));
    }
  }
}
