package io.sitepulse.bench;

import io.sitepulse.bench.collect.CollectPart;
import io.sitepulse.bench.count.CountPart;
import io.sitepulse.bench.count.GrowthPart;
import io.sitepulse.bench.idle.IdlePart;
import io.sitepulse.bench.idle.StartPart;
import io.sitepulse.bench.inner.InnerPart;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.read.ReadPart;
import io.sitepulse.bench.store.StorePart;
import io.sitepulse.bench.together.TogetherPart;
import java.util.Locale;

/** The parts, in the order in which they run. */
enum PartName {
  COLLECT,
  COUNT,
  GROWTH,
  STORE,
  READ,
  TOGETHER,
  IDLE,
  START,
  INNER;

  /** Creates the part. */
  Part part() {
    return switch (this) {
      case COLLECT -> new CollectPart();
      case COUNT -> new CountPart();
      case GROWTH -> new GrowthPart();
      case STORE -> new StorePart();
      case READ -> new ReadPart();
      case TOGETHER -> new TogetherPart();
      case IDLE -> new IdlePart();
      case START -> new StartPart();
      case INNER -> new InnerPart();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
