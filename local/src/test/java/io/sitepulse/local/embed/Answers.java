package io.sitepulse.local.embed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The status of every answer that a visitor's browser got to what it posted. */
final class Answers {
  private final List<Answer> all = new CopyOnWriteArrayList<>();

  private record Answer(String url, int status) {}

  Answers(Visitor visitor) {
    visitor.context.onResponse(
        response -> {
          if (response.request().method().equals("POST")) {
            all.add(new Answer(response.url(), response.status()));
          }
        });
  }

  /** Those of addresses that end so, in their order. */
  List<Integer> of(String end) {
    return all.stream().filter(answer -> answer.url().endsWith(end)).map(Answer::status).toList();
  }
}
