package io.sitepulse.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.PagePath;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a?utm_source=zalo&utm_medium=oa&utm_campaign=Tết&utm_term=t&utm_content=c"
            + " | Tết, zalo, oa, t, c",
        "/a?utm_source=zalo&utm_campaign=chuy%E1%BB%83n%20%C4%91%E1%BB%95i%20s%E1%BB%91"
            + " | chuyển đổi số, zalo",
        "/a?utm_campaign=chuy%e1%bb%83n+%c4%91%e1%bb%95i++s%e1%bb%91 | chuyển đổi số",
        "/a?utm_campaign=chuye%CC%82%CC%89n | chuyển",
        "/a?UTM_Campaign=Ng%C3%A0y%20h%E1%BB%99i&Utm_Source=FaceBook | Ngày hội, facebook",
        "/a?id=7&amp;utm_source=qr&amp;utm_medium=QR | qr, qr",
        "/a?utm_campaign=&utm_campaign=b&utm_campaign=c | b",
        "/a?utm_campaign=%0Aa%00b%09c%20 | ab c",
        "/a?utm_campaign=100%25 | 100%",
        "/a?utm_campaign=100%&utm_source=a%zzb | 100%, a%zzb",
        "/a?utm_campaign=a=b | a=b",
        "/a?utm%5Fcampaign=a | a",
        "https://x.vn/a?x=1&utm_campaign=a#utm_source=b | a",
        "https://x.vn?mtm_campaign=a&mtm_source=zalo&mtm_kwd=x&mtm_keyword=y | a, zalo, y",
        "/a?pk_campaign=a&pk_content=poster-a3 | a, poster-a3",
        "/a?utm_source=zalo&utm_medium=zalo&utm_campaign=zalo&zarsrc=30 | zalo, zalo, zalo",
      })
  void tagsAreReadHoweverTheyAreWritten(String page, String tags) {
    assertThat(texts(Objects.requireNonNull(tags(page).campaign()))).isEqualTo(tags);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a",
        "/a?",
        "/a?id=7",
        "/a?utm_source",
        "/a?utm_source=&utm_campaign=%20",
        "/utm_source=a",
        "/a#?utm_source=b",
        "/a?fbclid=1&gclid=2",
        "/a?xutm_source=b&=&&",
      })
  void otherAddressesHaveNoCampaign(String page) {
    assertThat(tags(page).campaign()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a?zarsrc=30 | zalo",
        "/a?fbclid=IwAR0 | facebook",
        "/a?FBCLID=IwAR0 | facebook",
        "/a?gclid=Cj0 | google",
        "/a?gad_source=1&gbraid=0A | google",
        "/a?msclkid=1 | bing",
        "/a?ttclid=1 | tiktok",
        "/a?igsh=1 | instagram",
        "/a?utm_source=Zalo_OA | zalo",
        "/a?utm_source=chatgpt.com | chatgpt.com",
        "/a?utm_source=poster&utm_medium=QR | qr",
        "/a?utm_source=zalo&fbclid=1 | zalo",
        "/a?utm_source=poster&fbclid=1&utm_medium=qr | facebook",
        "/a?utm_source=poster | ",
        "/a?fbclid= | ",
        "/a?id=zalo | ",
        "/a | ",
      })
  void aTagOrClickIdNamesTheSource(String page, @Nullable String source) {
    assertThat(tags(page).source()).isEqualTo(source);
  }

  @Test
  void aLongTagIsCutAtACharacter() {
    var campaign = tags("/?utm_content=" + "a".repeat(149) + "%F0%9F%93%B1").campaign();
    assertThat(Objects.requireNonNull(campaign).content()).isEqualTo("a".repeat(149));
  }

  private static CampaignTags tags(String page) {
    return CampaignTags.of(page, tag -> PagePath.cut(tag, Campaign.TAG_LIMIT));
  }

  private static String texts(Campaign campaign) {
    return Stream.of(
            campaign.name(),
            campaign.source(),
            campaign.medium(),
            campaign.term(),
            campaign.content())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
