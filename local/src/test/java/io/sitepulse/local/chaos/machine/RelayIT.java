package io.sitepulse.local.chaos.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sitepulse.local.chaos.machine.Relay.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayIT {
  private static final int SILENT_MILLIS = 300;
  private static final int PATIENT_MILLIS = 20_000;

  @SuppressWarnings("NullAway.Init") // set before each test
  private ServerSocket echo;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Relay relay;

  private int port;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::echo, "echo");
    thread.setDaemon(true);
    thread.start();
    try (var free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    relay = Relay.open(port, echo.getLocalPort(), owner -> "streams-1");
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    echo.close();
  }

  @Test
  void bytesPassBothWays() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(7);
      assertThat(socket.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void whatStallsArrivesLateAndNobodyIsTold() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(1);
      assertThat(socket.getInputStream().read()).isEqualTo(1);

      relay.cut(Mode.STALL, "streams-1"::equals);
      socket.getOutputStream().write(2);
      socket.setSoTimeout(SILENT_MILLIS);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      relay.heal();
      socket.setSoTimeout(PATIENT_MILLIS);
      assertThat(socket.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void aResetEndsConnectionsAndNewOnes() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(1);
      assertThat(socket.getInputStream().read()).isEqualTo(1);

      relay.cut(Mode.RESET, "streams-1"::equals);
      assertThat(ended(socket)).isTrue();
    }
    try (Socket refused = connect()) {
      assertThat(ended(refused)).isTrue();
    }
    relay.heal();
    bytesPassBothWays();
  }

  @Test
  void otherProcessesGoOn() throws IOException {
    relay.cut(Mode.STALL, "ingest-1"::equals);
    bytesPassBothWays();
    relay.cut(Mode.RESET, "ingest-1"::equals);
    bytesPassBothWays();
  }

  @Test
  void linuxTellsWhoHasASocket() throws IOException {
    assumeTrue(SocketOwners.isPossible());
    try (Socket socket = connect()) {
      long self = ProcessHandle.current().pid();
      await().until(() -> SocketOwners.hasPort(self, socket.getLocalPort()));
      assertThat(SocketOwners.hasPort(1, socket.getLocalPort())).isFalse();
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENT_MILLIS);
    return socket;
  }

  private static boolean ended(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void echo() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        var thread = new Thread(() -> echo(socket), "echo");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // The relay has reset it.
    }
  }
}
