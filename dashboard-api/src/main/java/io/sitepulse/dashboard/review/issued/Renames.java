package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.review.IssuedReview.Basis;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sites that have another name than in an earlier review. Rows of reviews have the names of sites,
 * so the earlier review is read with the later names.
 */
final class Renames {
  private final Map<String, String> names = new TreeMap<>();

  private Renames() {}

  static Renames of(Basis then, Basis now) {
    var renames = new Renames();
    then.sites()
        .forEach(
            (id, name) -> {
              String later = now.sites().getOrDefault(id, name);
              if (!later.equals(name)) {
                renames.names.put(name, later);
              }
            });
    return renames;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Earlier and later names. */
  List<String> texts() {
    return names.entrySet().stream().map(one -> one.getKey() + " → " + one.getValue()).toList();
  }

  /** The later name, if a text is an earlier one. */
  String name(String text) {
    return names.getOrDefault(text, text);
  }

  /**
   * A sentence with the later names. All are replaced in one pass, because two sites may have
   * swapped their names, and the longest first, because another name may begin with one.
   */
  String sentence(String text) {
    if (isEmpty()) {
      return text;
    }
    String any =
        names.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(any)
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(name(found.group())));
  }
}
