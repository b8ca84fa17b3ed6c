package io.sitepulse.dashboard.admin.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.runtime.json.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterheadTest {
  private static final String EARLIER = "{\"v\":1,\"id\":\"so\",\"name\":\"Khối\",\"position\":2}";

  @Test
  void groupsOfBeforeThereWereLetterheadsAreReadAndWrittenAsTheyWere() throws Exception {
    Group group = Json.MAPPER.readValue(EARLIER, Group.class);
    assertThat(group).isEqualTo(new Group(1, "so", "Khối", 2));
    assertThat(Json.MAPPER.writeValueAsString(group)).isEqualTo(EARLIER);
  }

  @Test
  void fieldsThatAreAbsentAreGaps() throws Exception {
    assertThat(Json.MAPPER.readValue("{}", Letterhead.class)).isEqualTo(Letterhead.NONE);
  }

  @Test
  void blankAndLongTextsAndLongListsAreRefused() {
    assertThatThrownBy(() -> withSymbol(" ")).hasMessageContaining("letterhead.symbol");
    assertThatThrownBy(() -> withSymbol("x".repeat(51))).hasMessageContaining("1 to 50");
    assertThatThrownBy(() -> withRecipients(Collections.nCopies(21, "VT")))
        .hasMessageContaining("letterhead.recipients");
    assertThatThrownBy(() -> withRecipients(List.of("")))
        .hasMessageContaining("letterhead.recipients");
    assertThat(withRecipients(Collections.nCopies(20, "VT")).recipients()).hasSize(20);
  }

  private static Letterhead withSymbol(String symbol) {
    return new Letterhead(null, null, symbol, null, List.of(), List.of(), List.of(), null);
  }

  private static Letterhead withRecipients(List<String> recipients) {
    return new Letterhead(null, null, null, null, List.of(), recipients, List.of(), null);
  }
}
