package io.sitepulse.dashboard.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Account;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Accounts as earlier releases wrote them. */
class AccountRecordsTest {
  private static final String EARLIER_RELEASE =
      "{\"v\":1,\"id\":\"an\",\"login\":\"an\",\"name\":\"An\",\"password\":\"x\",\"administrator\":true,"
          + "\"grants\":[],\"tokens\":[],\"endedSessions\":{},\"disabled\":false,"
          + "\"created\":1795309200000}";

  @Test
  void anAccountWithoutARevisionIsRead() {
    Account account = read(EARLIER_RELEASE);
    assertThat(account.revision()).isZero();
    assertThat(account.nextRevision()).isEqualTo(2);
    assertThat(account.administrator()).isTrue();
    assertThat(account.sessions()).isEmpty();
  }

  private static Account read(String json) {
    return Topics.ACCOUNTS
        .value()
        .deserializer()
        .deserialize(Topics.ACCOUNTS.name(), json.getBytes(StandardCharsets.UTF_8));
  }
}
