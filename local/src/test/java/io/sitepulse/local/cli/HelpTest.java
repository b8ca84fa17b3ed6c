package io.sitepulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {
  /** A command without a line of its own shows that of the program. */
  @Test
  void eachCommandHasALineOfItsOwn() {
    CommandLine program = SitepulseCommand.commandLine();
    List<String> lines =
        Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
            .map(command -> String.join(" ", command.getCommandSpec().usageMessage().header()))
            .collect(Collectors.toList());

    assertThat(lines).hasSizeGreaterThan(10).doesNotContain("").doesNotHaveDuplicates();
  }
}
