package io.sitepulse.local.replay.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientColumnTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.31                                  | 203.0.113.31",
        "203.0.113.31, 198.51.100.7                    | 203.0.113.31",
        "203.0.113.31,198.51.100.7                     | 203.0.113.31",
        "203.0.113.35:49152                            | 203.0.113.35",
        "203.0.113.35:49152, 198.51.100.7:1            | 203.0.113.35",
        "[2001:db8::1]:443                             | 2001:db8::1",
        "[2001:db8::1]                                 | 2001:db8::1",
        "2001:db8::1                                   | 2001:db8::1",
        "fe80::1%eth0                                  | fe80::1",
        "unknown, 203.0.113.31                         | 203.0.113.31",
        "-, 203.0.113.31                               | 203.0.113.31",
        "for=203.0.113.31;proto=https, for=192.0.2.1   | 203.0.113.31",
        "proto=https;for=\"[2001:db8::1]:4711\"        | 2001:db8::1",
        "client.example.vn                             | client.example.vn",
        "client.example.vn:5000                        | client.example.vn",
        "-                                             | -",
        "unknown                                       | unknown",
      })
  void theClientIsFoundInItsColumn(String column, String address) {
    assertThat(ClientColumn.address(column)).isEqualTo(address);
  }
}
