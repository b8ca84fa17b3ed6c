package io.sitepulse.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.validation.Require;
import org.jspecify.annotations.Nullable;

/**
 * The campaign of the link that was followed, from the tags in the address of the page ({@code
 * utm_…}). Each tag has at most {@value #TAG_LIMIT} characters, or is null if the link has none.
 *
 * @param name name of the campaign, e.g. {@code Chuyển đổi số 2026}
 * @param source in lower case, where the link was published, e.g. {@code zalo}
 * @param medium in lower case, by which means, e.g. {@code qr} or {@code email}
 * @param term keyword of an advertisement
 * @param content which of several links, e.g. {@code poster-a3}
 */
public record Campaign(
    @Nullable String name,
    @Nullable String source,
    @Nullable String medium,
    @Nullable String term,
    @Nullable String content) {
  public static final int TAG_LIMIT = 150;

  /** The campaign of an event whose page has no tags. */
  public static final Campaign NONE = new Campaign(null, null, null, null, null);

  public Campaign {
    Require.atMost(name, TAG_LIMIT, "campaign.name");
    Require.atMost(source, TAG_LIMIT, "campaign.source");
    Require.atMost(medium, TAG_LIMIT, "campaign.medium");
    Require.atMost(term, TAG_LIMIT, "campaign.term");
    Require.atMost(content, TAG_LIMIT, "campaign.content");
  }

  /** Tells if no tag is known. */
  @JsonIgnore
  public boolean isNone() {
    return equals(NONE);
  }
}
