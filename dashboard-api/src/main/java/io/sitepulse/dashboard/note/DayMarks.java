package io.sitepulse.dashboard.note;

import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.manage.ManageSources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the holidays and notes of a report. */
public final class DayMarks {
  private static final Comparator<DayMark> ORDER =
      Comparator.comparing(DayMark::from)
          .thenComparing(DayMark::to)
          .thenComparing(DayMark::kind)
          .thenComparing(DayMark::text);

  private final ManageSources sources;
  private final Map<String, LocalDate> enteredLater;

  public DayMarks(ManageSources sources) {
    this(sources, Map.of());
  }

  /**
   * Creates the marks of a past period.
   *
   * @param enteredLater ids of notes that were entered after the period, with the day
   */
  public DayMarks(ManageSources sources, Map<String, LocalDate> enteredLater) {
    this.sources = sources;
    this.enteredLater = Map.copyOf(enteredLater);
  }

  /**
   * Returns the holidays of a period, and the notes that are about any of the sites, in order.
   *
   * @param sites those of a report that its reader may see
   */
  public List<DayMark> of(Collection<Site> sites, Period period, Language language) {
    var marks = new ArrayList<DayMark>();
    for (Holiday holiday : Holidays.between(period.from(), period.to())) {
      String name = holiday.name(language);
      marks.add(new DayMark(DayMark.Kind.HOLIDAY, holiday.from(), holiday.to(), name, null, null));
    }
    for (DayNote note : sources.notes().all()) {
      if (note.overlaps(period.from(), period.to())
          && sites.stream().anyMatch(note.scope()::contains)) {
        boolean all = sites.stream().allMatch(note.scope()::contains);
        marks.add(mark(note, all ? null : name(note.scope())));
      }
    }
    marks.sort(ORDER);
    return marks;
  }

  private DayMark mark(DayNote note, @Nullable String scopeName) {
    return new DayMark(
        DayMark.Kind.NOTE,
        note.from(),
        note.to(),
        note.text(),
        scopeName,
        enteredLater.get(note.id()));
  }

  private String name(Scope scope) {
    return switch (scope.kind()) {
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(Group::name).orElse(scope.id());
      case ALL -> "";
    };
  }
}
