package io.sitepulse.dashboard.admin.site;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.site.Group;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.admin.group.GroupRoutes;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.http.ClientAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Sites and groups over HTTP. Every response is validated against the OpenAPI document. */
public final class SitesTester {
  private SitesTester() {}

  /** Starts with the group so, the sites demo and old, and an editor and a viewer of demo. */
  public static ManageTester start() throws Exception {
    return start(Optional.empty());
  }

  /**
   * Starts with the same.
   *
   * @param address configured public address of the server
   */
  static ManageTester start(Optional<URI> address) throws Exception {
    ManageTester pulse =
        ManageTester.start(
                ManageResponses.AWAY,
                parts -> {
                  var siteWrites = new SerialTaskQueue();
                  var pool = new BlockingPool(parts.vertx(), "t", 1, new SimpleMeterRegistry());
                  var answers = new ExportResponder(pool);
                  var origins =
                      new OriginPolicy(new ClientAddress(ClientAddress.LOOPBACK), address);
                  return List.of(
                      new GroupRoutes(parts.sources(), siteWrites, answers),
                      new SiteRoutes(
                          parts.sources(),
                          new SiteSuccessionCache(parts.sources().sites()),
                          siteWrites,
                          answers,
                          origins,
                          parts.clock()));
                })
            .heldToTheDocument();
    pulse.groups.put("so", new Group(1, "so", "Khối sở", 0));
    pulse.sites.put("demo", Samples.site("demo", "https://portal.example"));
    pulse.sites.put("old", Samples.site("old"));
    pulse.account("editor", false, ManageTester.editor("site:demo"));
    pulse.account("viewer", false, ManageTester.viewer("site:demo"));
    return pulse;
  }
}
