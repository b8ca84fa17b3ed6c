package io.sitepulse.dashboard.admin.note;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.MergePatch;
import io.sitepulse.dashboard.manage.Precondition;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.util.List;

/**
 * Creates, updates and removes notes. A note is read by all who may see one of its sites, and
 * written by editors of all of them. Notes of all sites are written by administrators.
 */
final class NoteService {
  private final ManageSources sources;
  private final SerialTaskQueue writes = new SerialTaskQueue();

  NoteService(ManageSources sources) {
    this.sources = sources;
  }

  /** Returns the sites of a scope. */
  List<Site> sitesOf(Scope scope) {
    return sources.sites().all().stream().filter(scope::contains).toList();
  }

  /** Creates a note. The caller must be an editor of its scope. */
  Future<DayNote> create(NoteRequest request, Caller caller) {
    DayNote note = note(request, caller);
    return writes.submit(
        () -> {
          requireEditor(caller, note.scope());
          if (sources.notes().get(note.id()).isPresent()) {
            throw Problem.of(
                    409, "exists", "Exists already", "The note " + note.id() + " exists already.")
                .asException();
          }
          return sources
              .definitions()
              .put(Topics.DAY_NOTES, note.id(), null, note, caller.author(), "note.create")
              .map(note);
        });
  }

  /** Updates a note. The caller must be an editor of both scopes. */
  Future<DayNote> update(String id, MergePatch patch, Precondition precondition, Caller caller) {
    return writes.submit(
        () -> {
          DayNote before = get(id);
          requireEditor(caller, before.scope());
          precondition.require(before);
          NoteRequest present = NoteRequest.of(before);
          NoteRequest request = patch.applyTo(present, NoteRequest.class);
          if (!id.equals(request.id())) {
            throw Problem.invalid(
                    new FieldViolationException("id", Rule.FIXED, "cannot be changed"))
                .asException();
          }
          if (request.equals(present)) {
            return Future.succeededFuture(before);
          }
          DayNote after = note(request, caller);
          requireEditor(caller, after.scope());
          return sources
              .definitions()
              .put(Topics.DAY_NOTES, id, before, after, caller.author(), "note.update")
              .map(after);
        });
  }

  Future<Void> remove(String id, Precondition precondition, Caller caller) {
    return writes.submit(
        () -> {
          DayNote note = get(id);
          requireEditor(caller, note.scope());
          precondition.require(note);
          return sources
              .definitions()
              .remove(Topics.DAY_NOTES, id, note, caller.author(), "note.remove");
        });
  }

  /**
   * Returns a note.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  DayNote get(String id) {
    return sources.notes().get(id).orElseThrow(() -> AccessProblems.notFound("note"));
  }

  /** Returns true if the caller may see any site of a scope. Without sites administrators do. */
  boolean reads(Caller caller, Scope scope) {
    return caller.administers() || sitesOf(scope).stream().anyMatch(caller::mayView);
  }

  /** Returns true if the caller may write notes of a scope. */
  boolean edits(Caller caller, Scope scope) {
    List<Site> all = sitesOf(scope);
    return caller.administers()
        || (scope.kind() != Scope.Kind.ALL
            && !all.isEmpty()
            && all.stream().allMatch(site -> caller.allows(Role.EDITOR, site)));
  }

  private void requireEditor(Caller caller, Scope scope) {
    boolean exists =
        switch (scope.kind()) {
          case SITE -> sources.sites().get(scope.id()).isPresent();
          case GROUP -> sources.groups().get(scope.id()).isPresent();
          case ALL -> true;
        };
    if (!(exists || caller.administers()) || !reads(caller, scope)) {
      throw AccessProblems.notFound("site or group");
    }
    if (!edits(caller, scope)) {
      throw AccessProblems.forbidden(
          scope.kind() == Scope.Kind.ALL
              ? "Only administrators may write notes of all sites."
              : "Only editors of all its sites may write notes of a group.");
    }
  }

  private static DayNote note(NoteRequest request, Caller caller) {
    try {
      return request.toNote(caller.author().name());
    } catch (FieldViolationException e) {
      throw Problem.invalid(e).asException();
    }
  }
}
