package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collector metrics that a test can read. */
final class Tally implements CollectorMetrics {
  int received;
  int unreadable;
  int accepted;
  int unavailable;
  int produced;
  int untrustedProxies;
  final List<Reason> refused = new ArrayList<>();
  final List<String> adjusted = new ArrayList<>();
  final List<Integer> answered = new CopyOnWriteArrayList<>();

  @Override
  public void received(int events) {
    received += events;
  }

  @Override
  public void unreadable() {
    unreadable++;
  }

  @Override
  public void accepted(int events) {
    accepted += events;
  }

  @Override
  public void refused(Reason reason) {
    refused.add(reason);
  }

  @Override
  public void adjusted(String field) {
    adjusted.add(field);
  }

  @Override
  public void unavailable(int events) {
    unavailable += events;
  }

  @Override
  public void untrustedProxy() {
    untrustedProxies++;
  }

  @Override
  public void answered(int status, long nanos) {
    answered.add(status);
  }

  @Override
  public void produced(int events) {
    produced += events;
  }
}
