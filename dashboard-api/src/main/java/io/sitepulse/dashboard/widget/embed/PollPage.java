package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.widget.embed.PollView.Choice;
import io.sitepulse.dashboard.widget.embed.PollView.Form;
import io.sitepulse.dashboard.widget.embed.PollView.Hidden;
import io.sitepulse.dashboard.widget.embed.PollView.Link;
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
  private static final long RETRY_SECONDS = 2;

  private final LivePolls polls;
  private final VoterTokens tokens;
  private final VoterCookies cookies;
  private final FormTokens forms;
  private final Page pollPage = new Page("poll.html");
  private final Page messagePage = new Page("message.html");

  private record Message(String message) {}

  /**
   * The vote that a form will send.
   *
   * @param vote its id
   * @param ticked option ids that are chosen already
   */
  private record Draft(UUID vote, List<String> ticked) {
    Draft {
      ticked = List.copyOf(ticked);
    }
  }

  /** The option of a page on a computer that many people use: nothing is kept in its browser. */
  private static final class Shared {
    static final String OPTION = "shared";

    private Shared() {}

    static boolean of(MultiMap options) {
      return "1".equals(options.get(OPTION));
    }
  }

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
   *
   * <p>A form that was loaded before the browser voted elsewhere names a voter of its own. It is
   * the vote of the cookie's voter if the browser says that the form is a page of this server.
   *
   * @param own whether the browser has said so. A forged form must not vote for its victim
   */
  Optional<String> voterOf(RoutingContext context, Poll poll, MultiMap form, boolean own) {
    Optional<String> ofForm = tokens.genuine(form.get("voter"));
    Optional<String> ofBrowser = Shared.of(form) ? Optional.empty() : cookies.token(context);
    return ofBrowser
        .filter(voter -> isFor(voter, poll, form) || (own && isFor(ofForm, poll, form)))
        .or(() -> ofForm.filter(voter -> ofBrowser.isEmpty() && isFor(voter, poll, form)));
  }

  private boolean isFor(Optional<String> voter, Poll poll, MultiMap form) {
    return voter.filter(one -> isFor(one, poll, form)).isPresent();
  }

  private boolean isFor(String voter, Poll poll, MultiMap form) {
    return forms.isGenuine(form.get("form"), poll.id(), voter);
  }

  /**
   * Tells whether a request has a receipt of a poll. On a computer of many people only the one in
   * the address counts.
   */
  boolean hasVoted(RoutingContext context, Poll poll, MultiMap options) {
    return Shared.of(options)
        ? cookies.hasReceiptInAddress(context, poll.id())
        : cookies.hasVoted(context, poll.id());
  }

  /**
   * Redirects to the page after a vote. The receipt is in the address, and in the cookies unless
   * the computer is one of many people.
   */
  void redirectWithReceipt(
      RoutingContext context, Poll poll, MultiMap form, VoteService.Receipt receipt) {
    if (!Shared.of(form)) {
      cookies.setToken(context, receipt.token());
      cookies.setReceipt(context, poll.id(), receipt.receipt());
      cookies.setChoices(context, poll.id(), form.getAll("choice"));
    }
    context
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.LOCATION, address(poll.id(), form) + "&receipt=" + receipt.receipt())
        .end();
  }

  private static String address(String poll, MultiMap options) {
    return "/embed/poll?poll=%s&lang=%s&theme=%s%s"
        .formatted(
            poll,
            Language.of(options.get("lang")).tag(),
            Page.theme(options),
            Shared.of(options) ? "&shared=1" : "");
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
   * @param options query or form with {@code lang}, {@code theme} and {@code shared}
   * @param vote id of the vote that the form will send
   * @param refusal the refusal of a vote, or null
   */
  void show(
      RoutingContext context,
      Poll poll,
      MultiMap options,
      UUID vote,
      @Nullable VoteRefusal refusal) {
    Language language = Language.of(options.get("lang"));
    var labels = new PollPageLabels(language);
    PublicPollResponse body = polls.response(poll, hasVoted(context, poll, options));
    List<String> chosen = chosen(context, body, options);
    List<String> ticked = refusal == null ? chosen : options.getAll("choice");
    Optional<Form> form = form(context, body, options, new Draft(vote, ticked), labels);
    var notice =
        refusal == null
            ? labels
                .status(body, polls.zoneOf(poll))
                .map(text -> (text + " " + labels.chosen(body, chosen)).trim())
            : Optional.of(labels.refusal(refusal, poll.maxChoices()));
    var view =
        new PollView(
            body.question(),
            notice,
            form,
            labels.results(body),
            next(body, options, labels),
            labels.assurance(Shared.of(options)));
    // The address of a refused vote shows no poll, so its page cannot refresh.
    Buffer page =
        pollPage.render(body.question(), language, Page.theme(options), refusal == null, view);
    answer(context, polls.siteOf(poll), refusal, page);
  }

  /** The choices that this browser remembers of its vote. */
  private List<String> chosen(RoutingContext context, PublicPollResponse poll, MultiMap options) {
    return poll.reader().voted() && !Shared.of(options)
        ? cookies.choices(context, poll.id())
        : List.of();
  }

  /** The link for the next person on a computer of many people, after a vote. */
  private static Optional<Link> next(
      PublicPollResponse poll, MultiMap options, PollPageLabels labels) {
    return Shared.of(options) && poll.reader().voted() && poll.rules().phase() == Phase.OPEN
        ? Optional.of(new Link(address(poll.id(), options), labels.nextPerson()))
        : Optional.empty();
  }

  private static void answer(
      RoutingContext context, Optional<Site> site, @Nullable VoteRefusal refusal, Buffer page) {
    int status = refusal == null ? 200 : refusal.status();
    var response = Page.headFor(context.response(), site).setStatusCode(status);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    if (status == 503 || status == 429) {
      long seconds = refusal == null ? RETRY_SECONDS : refusal.retryAfter().orElse(RETRY_SECONDS);
      response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
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
      Draft draft,
      PollPageLabels labels) {
    boolean shared = Shared.of(options);
    Optional<String> token = shared ? Optional.empty() : cookies.token(context);
    // Without the token a changed vote would count as the vote of a second voter.
    boolean mayVote = !poll.reader().voted() || (poll.rules().changeable() && token.isPresent());
    if (poll.rules().phase() != Phase.OPEN || !mayVote) {
      return Optional.empty();
    }
    String voter = token.orElseGet(tokens::issue);
    var hidden = new ArrayList<Hidden>();
    if (token.isEmpty()) {
      // The cookie is set with the vote: a reader who only looks gets none.
      hidden.add(new Hidden("voter", voter));
    }
    if (shared) {
      hidden.add(new Hidden(Shared.OPTION, "1"));
    }
    hidden.add(new Hidden("poll", poll.id()));
    hidden.add(new Hidden("id", draft.vote().toString()));
    hidden.add(new Hidden("form", forms.issue(poll.id(), voter)));
    hidden.add(new Hidden("lang", Language.of(options.get("lang")).tag()));
    hidden.add(new Hidden("theme", Page.theme(options)));
    String button = labels.button(poll.reader().voted());
    return Optional.of(
        new Form(
            labels.hint(poll.rules().maxChoices()), choices(poll, draft.ticked()), hidden, button));
  }

  private static List<Choice> choices(PublicPollResponse poll, List<String> ticked) {
    boolean one = poll.rules().maxChoices() == 1;
    return poll.options().stream()
        .map(
            option ->
                new Choice(
                    one ? "radio" : "checkbox",
                    option.id(),
                    option.label(),
                    one,
                    ticked.contains(option.id())))
        .toList();
  }
}
