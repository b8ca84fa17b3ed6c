package io.sitepulse.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowBinaryTest {
  @Test
  void writesTextBehindItsLengthInBytes() {
    assertThat(new RowBinary().text("aé").toByteArray())
        .containsExactly(3, 'a', (byte) 0xc3, (byte) 0xa9);
  }

  @Test
  void writesALongLengthInGroupsOfSevenBits() {
    byte[] bytes = new RowBinary().text("x".repeat(300)).toByteArray();

    assertThat(bytes).hasSize(302).startsWith((byte) 0xac, (byte) 0x02, (byte) 'x');
  }

  @Test
  void writesNumbersAndDaysLittleEndian() {
    assertThat(new RowBinary().number(0x0102, 4).day(LocalDate.of(1970, 1, 3)).toByteArray())
        .containsExactly(2, 1, 0, 0, 2, 0);
  }

  @Test
  void writesTheHalvesOfAnIdEachLittleEndian() {
    assertThat(new RowBinary().uuid(new UUID(1, 2)).toByteArray())
        .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0);
  }
}
