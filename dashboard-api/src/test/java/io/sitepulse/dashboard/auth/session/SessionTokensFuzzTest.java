package io.sitepulse.dashboard.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Any text as a cookie of a session or device, and any content that was signed. */
class SessionTokensFuzzTest {
  private static final Secret SECRET = new Secret("a secret of this test");
  private static final TokenSigner SIGNER = new TokenSigner(SECRET, "sitepulse session");

  private final SessionTokenCodec codec =
      new SessionTokenCodec(SECRET, Duration.ofHours(8), Duration.ofDays(30), Duration.ofHours(1));
  private final DeviceCookies devices = new DeviceCookies(SECRET);

  @FuzzTest(maxDuration = "5m")
  void cookie(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    assertThat(codec.decode(text)).isEmpty();
    assertThat(devices.deviceOf("an", text)).isNull();
    assertThat(BrowserProduct.of(text)).isNotNull();
    codec
        .decode(SIGNER.sign(input))
        .ifPresent(session -> assertThat(codec.decode(codec.encode(session))).contains(session));
  }
}
