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
import io.sitepulse.dashboard.widget.poll.VoteService;
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

/** Renders the page of a poll in each of its states, and verifies the forms it has issued. */
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

  /**
   * The voter token of a submitted form, from the cookie or else from the form. Empty if the form
   * was not issued for this voter.
   */
  Optional<String> voterOf(RoutingContext context, Poll poll, MultiMap form) {
    return cookies
        .token(context)
        .or(() -> tokens.genuine(form.get("voter")))
        .filter(voter -> forms.isGenuine(form.get("form"), poll.id(), voter));
  }

  /** Tells whether a request has a receipt of a poll. */
  boolean hasVoted(RoutingContext context, Poll poll) {
    return cookies.hasVoted(context, poll.id());
  }

  /** Redirects to the page after a vote. The receipt is in the cookies and in the address. */
  void redirectWithReceipt(
      RoutingContext context, Poll poll, MultiMap form, VoteService.Receipt receipt) {
    cookies.setToken(context, receipt.token());
    cookies.setReceipt(context, poll.id(), receipt.receipt());
    Language language = Language.of(form.get("lang"));
    context
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(
            HttpHeaders.LOCATION,
            "/embed/poll?poll=%s&lang=%s&theme=%s&receipt=%s"
                .formatted(poll.id(), language.tag(), Page.theme(form), receipt.receipt()))
        .end();
  }

  /** Answers 404 with a page that says that there is no such poll. */
  void unknown(RoutingContext context, MultiMap options) {
    Language language = Language.of(options.get("lang"));
    var labels = new PollPageLabels(language);
    Page.head(context.response())
        .setStatusCode(404)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(
            messagePage.render(
                labels.title(),
                language,
                Page.theme(options),
                false,
                new Message(labels.unknown())));
  }

  /**
   * Answers with the page of a poll.
   *
   * @param options query or form with {@code lang} and {@code theme}
   * @param vote id of the vote that the form will send
   * @param refusal reason why a vote was refused, or null
   */
  void show(
      RoutingContext context,
      Poll poll,
      MultiMap options,
      UUID vote,
      int status,
      @Nullable Reason refusal) {
    Language language = Language.of(options.get("lang"));
    var labels = new PollPageLabels(language);
    PublicPollResponse body = polls.response(poll, hasVoted(context, poll));
    Optional<Form> form = form(context, body, options, vote, labels);
    var notice =
        refusal == null
            ? labels.status(body, polls.zoneOf(poll))
            : Optional.of(labels.refusal(refusal, poll.maxChoices()));
    var view =
        new PollView(body.question(), notice, form, labels.results(body), labels.assurance());
    // A page with a form must not refresh: the reader would lose the choices made so far.
    boolean refreshing = form.isEmpty() && refusal == null;
    answer(
        context,
        status,
        pollPage.render(body.question(), language, Page.theme(options), refreshing, view));
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
      MultiMap options,
      UUID vote,
      PollPageLabels labels) {
    Optional<String> token = cookies.token(context);
    // Without the token a changed vote would count as the vote of a second voter.
    boolean mayVote = !poll.reader().voted() || (poll.rules().changeable() && token.isPresent());
    if (poll.rules().phase() != Phase.OPEN || !mayVote) {
      return Optional.empty();
    }
    String voter = token.orElseGet(tokens::issue);
    var hidden = new ArrayList<Hidden>();
    if (token.isEmpty()) {
      cookies.setToken(context, voter);
      hidden.add(new Hidden("voter", voter));
    }
    hidden.add(new Hidden("poll", poll.id()));
    hidden.add(new Hidden("id", vote.toString()));
    hidden.add(new Hidden("form", forms.issue(poll.id(), voter)));
    hidden.add(new Hidden("lang", Language.of(options.get("lang")).tag()));
    hidden.add(new Hidden("theme", Page.theme(options)));
    String button = labels.button(poll.reader().voted());
    return Optional.of(
        new Form(labels.hint(poll.rules().maxChoices()), choices(poll), hidden, button));
  }

  private static List<Choice> choices(PublicPollResponse poll) {
    boolean one = poll.rules().maxChoices() == 1;
    return poll.options().stream()
        .map(option -> new Choice(one ? "radio" : "checkbox", option.id(), option.label(), one))
        .toList();
  }
}
