package io.sitepulse.dashboard.site;

import io.sitepulse.contract.Rule;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.definition.Turns;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registers and changes sites. */
final class SiteEditor {
  private final ManageSources sources;
  private final Turns turns;
  private final Clock clock;

  SiteEditor(ManageSources sources, Turns turns, Clock clock) {
    this.sources = sources;
    this.turns = turns;
    this.clock = clock;
  }

  /** Makes a site as the body says. */
  Future<Site> register(Call call) {
    SiteEdit edit = call.body(SiteEdit.class);
    return turns.take(
        () -> {
          if (sources.sites().get(edit.id()).isPresent()) {
            throw Problem.of(409, "exists", "Exists already", "There is a site " + edit.id() + ".")
                .asException();
          }
          return write(call, null, edit, "site.register");
        });
  }

  /** Changes a site as the body says. */
  Future<Site> change(Call call, String id) {
    return turns.take(
        () -> {
          Site before = sources.sites().get(id).orElseThrow(SiteEditor::gone);
          call.mustMatch(before);
          SiteEdit edit = call.body(SiteEdit.of(before), SiteEdit.class);
          fixed("id", before.id(), edit.id());
          fixed("sample", before.sample(), edit.sample());
          if (edit.touchesMoreThan(before) && !call.caller().administers()) {
            throw ManageRoutes.forbidden(
                "Group, baseline and archive of a site are for administrators to change.");
          }
          return write(call, before, edit, "site.update");
        });
  }

  /** A problem for a site that is not there. */
  static RuntimeException gone() {
    return Problem.notFound("There is no such site.").asException();
  }

  private Future<Site> write(Call call, @Nullable Site before, SiteEdit edit, String action) {
    Site after = site(call, before, edit);
    known(after);
    if (after.equals(before)) {
      return Future.succeededFuture(after);
    }
    return sources
        .definitions()
        .put(
            Topics.SITES,
            after.id(),
            before,
            after,
            call.caller().author(),
            // Totals are read by the public: a correction of them has a word of its own.
            before == null || Objects.equals(before.baseline(), after.baseline())
                ? action
                : "site.baseline")
        .map(after);
  }

  private static Site site(Call call, @Nullable Site before, SiteEdit edit) {
    try {
      return edit.toSite(before, call.caller().account().name());
    } catch (IllegalArgumentException e) {
      throw Call.broken(e);
    }
  }

  private void known(Site site) {
    String group = site.group();
    if (group != null && sources.groups().get(group).isEmpty()) {
      throw Call.invalid("group", Rule.UNKNOWN, "names none that is there");
    }
    var baseline = site.baseline();
    if (baseline != null && baseline.asOf().isAfter(site.dayAt(clock.instant()))) {
      throw Call.invalid("baseline.asOf", Rule.TO_COME, "must not be a day to come");
    }
  }

  private static void fixed(String field, Object before, Object after) {
    if (!before.equals(after)) {
      throw Call.invalid(field, Rule.FIXED, "cannot be changed");
    }
  }
}
