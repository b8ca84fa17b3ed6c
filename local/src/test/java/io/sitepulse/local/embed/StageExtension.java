package io.sitepulse.local.embed;

import io.sitepulse.local.SharedResource;

/** Gives every test of the package the same {@link Stage}: one instance, one browser. */
final class StageExtension extends SharedResource<Stage> {
  StageExtension() {
    super(Stage.class, Stage::open);
  }
}
