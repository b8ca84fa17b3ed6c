package io.sitepulse.local.doctor;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks an installation.
 *
 * @param kafka its Kafka
 * @param clickHouse its ClickHouse
 * @param services addresses of its processes
 * @param publicUrl address that visitors use, or null
 * @param data data folder, if it runs on this machine, otherwise null
 * @param proxies trusted proxies by the name of the setting
 */
public record Doctor(
    KafkaConfig kafka,
    ClickHouseConfig clickHouse,
    List<URI> services,
    @Nullable URI publicUrl,
    @Nullable Path data,
    Map<String, List<String>> proxies) {
  /** Asks every part, one after the other. Parts that are away take some seconds each. */
  public List<Finding> findings() throws InterruptedException {
    var findings = new ArrayList<Finding>();
    services.forEach(url -> findings.addAll(ServiceFacts.ask(url).judge()));
    if (publicUrl != null) {
      findings.addAll(PublicFacts.ask(publicUrl).judge());
    }
    proxies.forEach(
        (setting, networks) -> findings.add(new TrustedProxies(setting, networks).judge()));
    findings.addAll(KafkaProbe.findings(kafka));
    findings.addAll(ClickHouseProbe.findings(clickHouse));
    if (data != null) {
      findings.addAll(new DataFolder(data).findings());
    }
    return findings;
  }
}
