package io.sitepulse.local.history;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sitepulse.contract.site.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The departments of a province that does not exist, as {@code sample.yaml} lists them.
 *
 * @param groups ids and names, in their order
 * @param sites its departments' sites
 */
record SampleProvince(List<SampleGroup> groups, List<SampleSite> sites) {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** A group's id and name. */
  record SampleGroup(String id, String name) {}

  SampleProvince {
    groups = List.copyOf(groups);
    sites = List.copyOf(sites);
  }

  /** Reads the list that comes with the program. */
  static SampleProvince read() {
    try (var stream = SampleProvince.class.getResourceAsStream("sample.yaml")) {
      @Nullable SampleProvince read = YAML.readValue(stream, SampleProvince.class);
      if (read == null) {
        throw new IllegalStateException("sample.yaml is empty");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The groups as definitions. */
  List<Group> definedGroups() {
    return IntStream.range(0, groups.size())
        .mapToObj(i -> new Group(Group.VERSION, groups.get(i).id(), groups.get(i).name(), i))
        .toList();
  }
}
