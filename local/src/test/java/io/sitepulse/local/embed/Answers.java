package io.sitepulse.local.embed;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The status of every answer that a visitor's browser got to what it posted. */
final class Answers {
  private final List<Answer> all = new CopyOnWriteArrayList<>();

  private record Answer(String path, int status) {}

  Answers(Visitor visitor) {
    visitor.context.onResponse(
        response -> {
          if (response.request().method().equals("POST")) {
            String path = URI.create(response.url()).getPath();
            all.add(new Answer(path, response.status()));
          }
        });
  }

  /** Those of paths that end so, in their order. */
  List<Integer> of(String end) {
    return all.stream().filter(answer -> answer.path().endsWith(end)).map(Answer::status).toList();
  }
}
