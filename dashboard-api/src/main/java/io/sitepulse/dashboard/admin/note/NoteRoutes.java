package io.sitepulse.dashboard.admin.note;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.note.DayMarks;
import io.sitepulse.dashboard.report.ReportQuery;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/manage/notes}, and the marked days of reports. */
public final class NoteRoutes implements RouteProvider {
  private static final String NOTE = "note";
  private static final String SCOPE = "scope";
  private static final String ALL = "/notes";
  private static final String ONE = ALL + "/:" + NOTE;

  /** Latest days first. */
  private static final Comparator<DayNote> ORDER =
      Comparator.comparing(DayNote::from)
          .reversed()
          .thenComparing(DayNote::to)
          .thenComparing(note -> note.scope().toString())
          .thenComparing(DayNote::id);

  /**
   * Placeholder for the sites of a scope that has none left. Administrators can still remove its
   * notes. The handlers refuse all other callers.
   */
  private static final List<Site> NO_SITES = List.of(Site.of("-", Site.DEFAULT_ZONE));

  private final ManageSources sources;
  private final NoteService notes;
  private final DayMarks marks;
  private final ExportResponder exportResponder;

  public NoteRoutes(ManageSources sources, ExportResponder exportResponder) {
    this.sources = sources;
    this.notes = new NoteService(sources);
    this.marks = new DayMarks(sources);
    this.exportResponder = exportResponder;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, ALL, RequiredAccess.SIGNED_IN, this::list);
    routes.add(POST, ALL, RequiredAccess.EDIT, this::sitesOfBody, this::create);
    routes.add(GET, ONE, RequiredAccess.VIEW, this::sitesOfNote, this::read);
    routes.add(PUT, ONE, RequiredAccess.EDIT, this::sitesOfNote, this::change);
    routes.add(DELETE, ONE, RequiredAccess.EDIT, this::sitesOfNote, this::remove);
    routes.add(
        GET,
        "/reports/marks",
        RequiredAccess.VIEW,
        ReportQuery.sitesOfScope(sources.sites()),
        this::marks);
  }

  private void list(RequestContext requestContext) {
    Scope scope =
        requestContext.query(SCOPE) == null
            ? null
            : requestContext.query(SCOPE, Scope.ALL.toString(), Scope::parse);
    Period period =
        requestContext.query("period") == null
            ? null
            : requestContext.query("period", "", Period::parse);
    var listed =
        sources.notes().all().stream()
            .filter(note -> scope == null || note.scope().equals(scope))
            .filter(note -> isIn(note, period))
            .filter(note -> notes.reads(requestContext.caller(), note.scope()))
            .sorted(ORDER)
            .map(note -> responseFor(requestContext, note))
            .toList();
    exportResponder.of(requestContext, Future.succeededFuture(listed), NoteExport::of);
  }

  private static boolean isIn(DayNote note, @Nullable Period period) {
    return period == null || note.overlaps(period.from(), period.to());
  }

  private void read(RequestContext requestContext) {
    DayNote note = notes.get(requestContext.path(NOTE));
    if (!notes.reads(requestContext.caller(), note.scope())) {
      throw AccessProblems.notFound("note");
    }
    respond(requestContext, 200, Future.succeededFuture(note));
  }

  private void create(RequestContext requestContext) {
    respond(
        requestContext,
        201,
        notes.create(requestContext.body(NoteRequest.class), requestContext.caller()));
  }

  private void change(RequestContext requestContext) {
    respond(
        requestContext,
        200,
        notes.update(
            requestContext.path(NOTE),
            requestContext.patch(),
            requestContext.precondition(),
            requestContext.caller()));
  }

  private void remove(RequestContext requestContext) {
    requestContext.noContent(
        notes.remove(
            requestContext.path(NOTE), requestContext.precondition(), requestContext.caller()));
  }

  private void marks(RequestContext requestContext) {
    Period period = requestContext.query("period", "", Period::parse);
    requestContext.json(marks.of(requestContext.sites(), period, requestContext.language()));
  }

  private void respond(RequestContext requestContext, int status, Future<DayNote> written) {
    requestContext.respond(
        written, note -> requestContext.entity(status, note, responseFor(requestContext, note)));
  }

  private NoteResponse responseFor(RequestContext requestContext, DayNote note) {
    Role role = notes.edits(requestContext.caller(), note.scope()) ? Role.EDITOR : Role.VIEWER;
    return NoteResponse.of(note, name(requestContext, note.scope()), role);
  }

  private String name(RequestContext requestContext, Scope scope) {
    return switch (scope.kind()) {
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(Group::name).orElse(scope.id());
      case ALL -> requestContext.language().of("Tất cả các trang", "All sites");
    };
  }

  private List<Site> sitesOfNote(RoutingContext context) {
    return Optional.ofNullable(context.pathParam(NOTE))
        .flatMap(sources.notes()::get)
        .map(note -> notes.sitesOf(note.scope()))
        .map(sites -> sites.isEmpty() ? NO_SITES : sites)
        .orElse(List.of());
  }

  private List<Site> sitesOfBody(RoutingContext context) {
    try {
      return notes.sitesOf(Scope.parse(RequestContext.objectOf(context).path(SCOPE).asText(null)));
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }
}
