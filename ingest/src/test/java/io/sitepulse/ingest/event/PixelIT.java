package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventRoutesTester.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the pixel for pages without scripts. */
class PixelIT {
  private final EventRoutesTester routes = new EventRoutesTester();

  @AfterEach
  void close() {
    routes.close();
  }

  @Test
  void countsTheReferringPage() throws Exception {
    var request =
        HttpRequest.newBuilder(routes.at("/api/pixel.gif?site=demo&title=Tin%20m%E1%BB%9Bi"))
            .header("Referer", "https://demo.gov.vn/tin?id=3&x=1");

    var answer = routes.client.send(request.build(), BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/gif");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).hasSize(43).startsWith('G', 'I', 'F', '8', '9', 'a');
    assertThat(routes.log.events.get(0).page()).isEqualTo("/tin?id=3");
    assertThat(routes.log.events.get(0).title()).isEqualTo("Tin mới");
  }

  @Test
  void respondsWithAProblemToAnInvalidPixel() throws Exception {
    assertProblem(routes.get("/api/pixel.gif?site=x&page=/a"), 404);
    assertProblem(routes.get("/api/pixel.gif?page=/a"), 400);
    assertProblem(routes.get("/api/pixel.gif?site=demo"), 400);
  }

  @Test
  void respondsWith400ToAnInvalidPercentEncoding() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), routes.port())) {
      String request = "GET /api/pixel.gif?site=demo&page=/%zz HTTP/1.1\r\nHost: x\r\n";
      socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(UTF_8));

      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 4");
    }
  }
}
