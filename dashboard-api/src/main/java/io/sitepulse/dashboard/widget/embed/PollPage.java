package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.widget.embed.PollView.Choice;
import io.sitepulse.dashboard.widget.embed.PollView.Form;
import io.sitepulse.dashboard.widget.embed.PollView.Hidden;
import io.sitepulse.dashboard.widget.poll.LivePolls;
import io.sitepulse.dashboard.widget.poll.PublicPollResponse;
import io.sitepulse.dashboard.widget.poll.VoterCookies;
import io.sitepulse.dashboard.widget.poll.VoterTokens;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws the page of a poll in each of its states, and knows its own forms again. */
public final class PollPage {
  private static final String RETRY_SECONDS = "2";

  private final LivePolls polls;
  private final VoterTokens tokens;
  private final VoterCookies cookies;
  private final FormTokens forms;
  private final Page pollPage = new Page("poll.html");
  private final Page messagePage = new Page("message.html");

  private record Message(String message) {}

  public PollPage(
      LivePolls polls, VoterTokens tokens, VoterCookies cookies, Secret secret, Clock clock) {
    this.polls = polls;
    this.tokens = tokens;
    this.cookies = cookies;
    this.forms = new FormTokens(secret, clock);
  }

  /** Whose form was sent: the cookie's voter, else the one the form carries; empty if not ours. */
  Optional<String> voterOf(RoutingContext context, Poll poll, MultiMap form) {
    return cookies
        .token(context)
        .or(() -> tokens.genuine(form.get("voter")))
        .filter(voter -> forms.isGenuine(form.get("form"), poll.id(), voter));
  }

  /** Answers that there is no such poll. */
  void unknown(RoutingContext context, MultiMap wishes) {
    Language language = Language.of(wishes.get("lang"));
    var words = new PollPageLabels(language);
    Page.head(context.response())
        .setStatusCode(404)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(
            messagePage.render(
                words.title(), language, Page.theme(wishes), false, new Message(words.unknown())));
  }

  /**
   * Answers with the poll.
   *
   * @param wishes where {@code lang} and {@code theme} stand: query or form
   * @param vote id of the vote the form will send
   * @param refusal why a vote was not taken, or null
   */
  void show(
      RoutingContext context,
      Poll poll,
      MultiMap wishes,
      UUID vote,
      int status,
      @Nullable Reason refusal) {
    Language language = Language.of(wishes.get("lang"));
    var words = new PollPageLabels(language);
    PublicPollResponse body = polls.body(poll, cookies.hasVoted(context, poll.id()));
    Optional<Form> form = form(context, body, wishes, vote, words);
    var notice =
        refusal == null
            ? words.standing(body, polls.zoneOf(poll))
            : Optional.of(words.refusal(refusal, poll.maxChoices()));
    var view = new PollView(body.question(), notice, form, words.results(body), words.assurance());
    // A page that changes under somebody's hands would lose their choice.
    boolean moving = form.isEmpty() && refusal == null;
    answer(
        context,
        status,
        pollPage.render(body.question(), language, Page.theme(wishes), moving, view));
  }

  private static void answer(RoutingContext context, int status, Buffer page) {
    var response = Page.head(context.response()).setStatusCode(status);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    if (status == 503 || status == 429) {
      response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(page.length())).end();
    } else {
      response.end(page);
    }
  }

  private Optional<Form> form(
      RoutingContext context,
      PublicPollResponse poll,
      MultiMap wishes,
      UUID vote,
      PollPageLabels words) {
    Optional<String> known = cookies.token(context);
    // Without its token a voter who wants to change their vote would be a second voter.
    boolean mayVote = !poll.voted() || (poll.changeable() && known.isPresent());
    if (poll.phase() != Phase.OPEN || !mayVote) {
      return Optional.empty();
    }
    String voter = known.orElseGet(tokens::issue);
    var hidden = new ArrayList<Hidden>();
    if (known.isEmpty()) {
      cookies.giveToken(context, voter);
      hidden.add(new Hidden("voter", voter));
    }
    hidden.add(new Hidden("poll", poll.id()));
    hidden.add(new Hidden("id", vote.toString()));
    hidden.add(new Hidden("form", forms.issue(poll.id(), voter)));
    hidden.add(new Hidden("lang", Language.of(wishes.get("lang")).tag()));
    hidden.add(new Hidden("theme", Page.theme(wishes)));
    String button = words.button(poll.voted());
    return Optional.of(new Form(words.hint(poll.maxChoices()), options(poll), hidden, button));
  }

  private static List<Choice> options(PublicPollResponse poll) {
    boolean one = poll.maxChoices() == 1;
    return poll.options().stream()
        .map(option -> new Choice(one ? "radio" : "checkbox", option.id(), option.label(), one))
        .toList();
  }
}
