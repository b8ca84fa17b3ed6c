package io.sitepulse.dashboard.site;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.contract.site.Group;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.definition.Turns;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageAnswers;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.web.Origins;
import java.util.List;

/** Sites and groups over HTTP; every answer is held to the API's document. */
final class SitesTester {
  private SitesTester() {}

  /** The group so; the sites demo and old; an editor and a viewer of demo. */
  static ManageTester start() throws Exception {
    ManageTester pulse =
        ManageTester.start(
                ManageAnswers.AWAY,
                parts -> {
                  var turns = new Turns();
                  var pool = new BlockingPool(parts.vertx(), "t", 1, new SimpleMeterRegistry());
                  var answers = new Answers(pool);
                  var origins = new Origins(new ClientAddress(ClientAddress.LOOPBACK));
                  return List.of(
                      new GroupRoutes(parts.sources(), turns, answers),
                      new SiteRoutes(
                          parts.sources(),
                          new Successions(parts.sources().sites()),
                          turns,
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
