package io.sitepulse.dashboard;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.invitation.InvitationException;
import io.sitepulse.dashboard.auth.invitation.OperatorLinks;
import io.sitepulse.dashboard.kafka.KafkaDefinitions;
import io.sitepulse.dashboard.kafka.ReadYourWrites;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the operator's command works with: the accounts of an installation that runs, read from its
 * Kafka and changed there as an instance of dashboard-api changes them; all instances read it.
 */
public final class OperatorAccountService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final KafkaConfig kafka;
  private final KafkaTopicTable<Account> accounts;
  private final KafkaDefinitions definitions;
  private final OperatorLinks links;

  /** Prepares it; nothing is read yet. */
  public OperatorAccountService(Installation at, Clock clock) {
    this.kafka = at.kafka();
    this.accounts = new KafkaTopicTable<>(Topics.ACCOUNTS, kafka.client());
    this.definitions =
        new KafkaDefinitions(
            kafka.client(), new ReadYourWrites(vertx).of(Topics.ACCOUNTS, accounts), clock);
    this.links =
        new OperatorLinks(TopicTable.of(accounts), definitions, at.secret(), at.address(), clock);
  }

  /**
   * Reads the accounts. Call once, before anything else.
   *
   * @throws InvitationException if Kafka does not answer
   */
  public OperatorAccountService read() throws InterruptedException {
    try {
      accounts.start().ready().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return this;
    } catch (ExecutionException | TimeoutException e) {
      throw new InvitationException(
          "the accounts cannot be read from Kafka at " + kafka.bootstrap());
    }
  }

  /**
   * Gives an account a link to choose a password.
   *
   * @param administrator whether to make the account an administrator if none is left
   * @throws InvitationException if it may not be, or cannot be stored now
   */
  public URI invite(String login, boolean administrator) {
    try {
      return Future.succeededFuture()
          .compose(now -> administrator ? links.inviteAdministrator(login) : links.invite(login))
          .await();
    } catch (ProblemException e) {
      throw new InvitationException(e.problem().detail());
    }
  }

  @Override
  public void close() {
    definitions.close();
    accounts.close();
    vertx.close().await();
  }
}
