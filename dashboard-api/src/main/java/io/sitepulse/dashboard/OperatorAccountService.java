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
 * Reads and changes the accounts of a running installation for an operator's command. It uses Kafka
 * directly, in the same way as dashboard-api does. All instances read the changes from Kafka.
 */
public final class OperatorAccountService implements AutoCloseable {
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final KafkaConfig kafka;
  private final KafkaTopicTable<Account> accounts;
  private final KafkaDefinitions definitions;
  private final OperatorLinks links;

  /** Creates the service. It reads nothing before {@link #read}. */
  public OperatorAccountService(Installation installation, Clock clock) {
    this.kafka = installation.kafka();
    this.accounts = new KafkaTopicTable<>(Topics.ACCOUNTS, kafka.client(), Account::replaces);
    this.definitions =
        new KafkaDefinitions(
            vertx, kafka.client(), new ReadYourWrites(vertx).of(Topics.ACCOUNTS, accounts), clock);
    this.links =
        new OperatorLinks(
            TopicTable.of(accounts),
            definitions,
            installation.secret(),
            installation.address(),
            clock);
  }

  /**
   * Reads the accounts. Call it once, before other methods.
   *
   * @throws InvitationException if Kafka does not respond in time
   */
  public OperatorAccountService read() throws InterruptedException {
    try {
      accounts.start().ready().get(READ_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return this;
    } catch (ExecutionException | TimeoutException e) {
      throw new InvitationException("cannot read the accounts from Kafka at " + kafka.bootstrap());
    }
  }

  /**
   * Creates a link with which the owner of an account chooses a password.
   *
   * @param administrator whether to make the account an administrator if there is none
   * @throws InvitationException if this is not allowed, or the change cannot be stored now
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

  /**
   * Removes the second factor of an account.
   *
   * @throws InvitationException if there is no such account, or the change cannot be stored now
   */
  public void removeSecondFactor(String login) {
    try {
      Future.succeededFuture().compose(now -> links.removeSecondFactor(login)).await();
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
