package io.sitepulse.local.demo;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Simulated visitors. The number online stays about the wanted one: a visitor who leaves is
 * followed by another, often a new one. Confined to one event loop.
 */
public final class Crowd implements AutoCloseable {
  /** More would measure the simulation and not sitepulse. */
  public static final int LIMIT = 2_000;

  private static final int REGULARS = 400;
  private static final double SOMEBODY_NEW = 0.7;
  private static final int ARRIVAL_MILLIS = 8_000;

  private final Vertx vertx;
  private final Context context;
  private final PublicApi api;
  private final SplittableRandom random = new SplittableRandom();
  private final List<Person> regulars = new ArrayList<>();
  private volatile int wanted;
  private volatile int present;
  private volatile boolean closed;

  /**
   * Creates an empty crowd.
   *
   * @param url base URL of sitepulse
   * @param site the site they visit
   */
  public Crowd(Vertx vertx, URI url, String site) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.api = new PublicApi(vertx, url, site);
  }

  /** Returns the wanted number of visitors. */
  public int wanted() {
    return wanted;
  }

  /** Returns the current number of visitors. */
  public int present() {
    return present;
  }

  /**
   * Changes the wanted number of visitors. Surplus visitors leave after the page they are reading.
   *
   * @throws IllegalArgumentException if the number is not between 0 and {@link #LIMIT}
   */
  public void resize(int visitors) {
    if (visitors < 0 || visitors > LIMIT) {
      throw new IllegalArgumentException("visitors must be 0 to " + LIMIT);
    }
    wanted = visitors;
    context.runOnContext(go -> fill());
  }

  @Override
  public void close() {
    closed = true;
    wanted = 0;
    api.close();
  }

  private void fill() {
    while (present < wanted && !closed) {
      change(1);
      vertx.setTimer(1 + random.nextInt(ARRIVAL_MILLIS), timer -> come());
    }
  }

  private void come() {
    if (closed) {
      return;
    }
    var stay = new SimulatedVisit(somebody(), api, random);
    go(stay, stay.come());
  }

  private void go(SimulatedVisit stay, long millis) {
    if (millis < 0 || present > wanted) {
      change(-1);
      fill();
    } else {
      vertx.setTimer(millis, timer -> next(stay));
    }
  }

  private void next(SimulatedVisit stay) {
    if (!closed) {
      go(stay, stay.step());
    }
  }

  /** Only ever called on the one event loop. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void change(int by) {
    present += by;
  }

  private Person somebody() {
    if (!regulars.isEmpty() && random.nextDouble() > SOMEBODY_NEW) {
      return regulars.get(random.nextInt(regulars.size()));
    }
    Person person = Person.any(random);
    if (regulars.size() < REGULARS) {
      regulars.add(person);
    } else {
      regulars.set(random.nextInt(REGULARS), person);
    }
    return person;
  }
}
