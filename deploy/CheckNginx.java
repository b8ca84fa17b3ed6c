import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Check of {@code deploy/nginx/nginx.conf} with a real nginx before a stand-in for ingest and
 * dashboard-api, on loopback.
 *
 * <p>{@code java deploy/CheckNginx.java}, from the top of the repository. It exits 0 if nginx is not
 * installed, and 1 with one line for each fault. Addresses 127.0.x.y are the clients. 127.0.0.2 is
 * the only named proxy.
 */
class CheckNginx {
  private static final Path CONFIGURATION = Path.of("deploy/nginx/nginx.conf");

  /** Kustomize reads no file outside its folder. */
  private static final Path COPY = Path.of("deploy/kubernetes/nginx.conf");

  private static final String NAMED_PROXY = "127.0.0.2";
  private static final String STRANGER = "127.0.0.3";
  private static final String OTHER = "127.0.0.4";
  private static final int OFFICES = 8;
  private static final int STREAMS_OF_AN_OFFICE = 1_000;
  private static final int STREAMS_OF_A_NETWORK = 2_000;

  private static final List<String> FAULTS = new ArrayList<>();
  private static final List<Socket> OPEN = new ArrayList<>();
  private static int port;

  private CheckNginx() {}

  public static void main(String[] arguments) throws Exception {
    if (!Files.readString(CONFIGURATION).equals(Files.readString(COPY))) {
      System.out.println(COPY + ": not the same as " + CONFIGURATION);
      System.exit(1);
    }
    String nginx = nginx();
    if (nginx == null) {
      System.out.println("deploy/CheckNginx.java: skipped, nginx is not installed");
      return;
    }
    Path folder = Files.createTempDirectory("check-nginx");
    var upstream = new Upstream();
    port = freePort();
    Path configuration = configuration(folder, upstream.port());
    run(nginx, "-t", "-q", "-c", configuration.toString());
    Path log = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(nginx, "-c", configuration.toString(), "-g", "daemon off;")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      awaitPort();
      headers();
      insideRoutes();
      unbuffered();
      idleStreams();
      networksOfIpv6();
      offices();
      upstream.close();
      expect("a request while nothing answers behind nginx", "502", status(STRANGER, "/x", ""));
    } finally {
      for (Socket socket : OPEN) {
        socket.close();
      }
      process.destroy();
      process.waitFor();
    }
    String lines = Files.readString(log);
    if (lines.contains("127.0.0.")) {
      FAULTS.add("the log holds addresses: " + lines.lines().findFirst().orElse(""));
    }
    FAULTS.forEach(fault -> System.out.println("deploy/nginx/nginx.conf: " + fault));
    if (!FAULTS.isEmpty()) {
      System.exit(1);
    }
    System.out.println("deploy/nginx/nginx.conf: no faults");
    System.exit(0);
  }

  /** Nothing that a stranger says of itself reaches the services. A named proxy is believed. */
  private static void headers() throws IOException {
    String forged =
        "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\n"
            + "X-Forwarded-Port: 1\r\nX-Forwarded-Prefix: /evil\r\nX-Real-IP: 198.51.100.7\r\n"
            + "Forwarded: for=198.51.100.7;host=evil.example\r\n";
    expect("a stranger's headers", "x-forwarded-for: 127.0.0.3|x-forwarded-proto: http", seen(STRANGER, forged));
    expect(
        "a named proxy's headers",
        "x-forwarded-for: 203.0.113.9|x-forwarded-proto: https",
        seen(
            NAMED_PROXY,
            "X-Forwarded-For: 198.51.100.7, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
                + "X-Forwarded-Host: evil.example\r\n"));
  }

  private static void insideRoutes() throws IOException {
    for (String path : List.of("/metrics", "/health/live", "/health/ready")) {
      expect(path, "404", status(STRANGER, path, ""));
    }
  }

  /** The first message of a stream arrives although the stream goes on. */
  private static void unbuffered() throws IOException {
    Socket stream = request(OTHER, "GET", "/api/sites/demo/counters/live", "");
    String text = text(stream);
    for (int reads = 0; reads < 5 && !text.contains("data: 1"); reads++) {
      text += text(stream);
    }
    expect("the first message of a stream", "true", "" + text.contains("data: 1"));
  }

  /** 8,000 idle streams of one address: they get no more than their share, and events go on. */
  private static void idleStreams() throws IOException {
    int taken = streams(STRANGER, "", 8_000);
    expect("streams of one address", "" + STREAMS_OF_A_NETWORK, "" + taken);
    expect("an event of another address", "202", event(OTHER));
    expect("an event of the same address", "202", event(STRANGER));
    expect("a page for another address", "200", status(OTHER, "/api/sites/demo/counters", ""));
    expect("a page for the same address", "200", status(STRANGER, "/api/sites/demo/counters", ""));
    expect("a stream of another address", "1", "" + streams(OTHER, "", 1));
  }

  /** All addresses of a /64 are one client. Those of another /64 are another, with a shared limit of the /56. */
  private static void networksOfIpv6() throws IOException {
    int first = streams(NAMED_PROXY, "X-Forwarded-For: 2001:db8:1:2::1\r\n", 1_500);
    int second = streams(NAMED_PROXY, "X-Forwarded-For: 2001:db8:1:2:9::2\r\n", 1_500);
    int other = streams(NAMED_PROXY, "X-Forwarded-For: 2001:db8:1:3::1\r\n", 10);
    expect("streams of one /64", "1500+500", first + "+" + second);
    expect("streams of the next /64", "10", "" + other);
    closeAll();
    int customer = 0;
    for (int subnet = 16; subnet < 19; subnet++) {
      customer += streams(NAMED_PROXY, "X-Forwarded-For: 2001:db8:2:" + subnet + "::1\r\n", 1_500);
    }
    expect("streams of one /56", "" + 2 * STREAMS_OF_A_NETWORK, "" + customer);
    // 4,000 of the first /56 are open already.
    int organization = customer;
    for (int block = 1; block < 6; block++) {
      organization += streams(NAMED_PROXY, "X-Forwarded-For: 2001:db8:2:" + block + "00::1\r\n", 1_000);
    }
    expect("streams of one /48", "" + 4 * STREAMS_OF_A_NETWORK, "" + organization);
    expect("a stream of the next /48", "1", "" + streams(NAMED_PROXY, "X-Forwarded-For: 2001:db8:3::1\r\n", 1));
  }

  private static void closeAll() throws IOException {
    for (Socket socket : OPEN) {
      socket.close();
    }
    OPEN.clear();
  }

  private static void offices() throws IOException {
    closeAll();
    for (int office = 1; office <= OFFICES; office++) {
      int taken = streams("127.0.1." + office, "", STREAMS_OF_AN_OFFICE);
      expect("streams of office " + office, "" + STREAMS_OF_AN_OFFICE, "" + taken);
    }
    expect("an event beside " + OPEN.size() + " streams", "202", event(OTHER));
  }

  private static int streams(String from, String headers, int count) throws IOException {
    int taken = 0;
    for (int i = 0; i < count; i++) {
      Socket stream = request(from, "GET", "/api/sites/demo/counters/live", headers);
      if (text(stream).startsWith("HTTP/1.1 200")) {
        taken++;
      } else {
        stream.close();
      }
    }
    return taken;
  }

  private static String event(String from) throws IOException {
    Socket socket = request(from, "POST", "/api/events", "Content-Length: 2\r\n");
    socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
    return text(socket).substring(9, 12);
  }

  private static String status(String from, String path, String headers) throws IOException {
    return text(request(from, "GET", path, headers)).substring(9, 12);
  }

  /** The forwarded headers as they come to the services, sorted. */
  private static String seen(String from, String headers) throws IOException {
    String text = text(request(from, "GET", "/echo", headers));
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }

  private static Socket request(String from, String method, String path, String headers)
      throws IOException {
    var socket = new Socket();
    socket.setSoTimeout(10_000);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
    OPEN.add(socket);
    String head = method + " " + path + " HTTP/1.1\r\nHost: portal.example\r\n" + headers + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String text(Socket socket) throws IOException {
    var bytes = new byte[8_192];
    int length = socket.getInputStream().read(bytes);
    return length < 0 ? "" : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static void expect(String what, String expected, String found) {
    if (!expected.equals(found)) {
      FAULTS.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private static Path configuration(Path folder, int upstream) throws IOException {
    Files.writeString(folder.resolve("proxies.conf"), "set_real_ip_from " + NAMED_PROXY + ";\n");
    String text =
        Files.readString(CONFIGURATION)
            .replace("server ingest:8081;", "server 127.0.0.1:" + upstream + ";")
            .replace("server dashboard-api:8082;", "server 127.0.0.1:" + upstream + ";")
            .replace("listen 8080 ", "listen 127.0.0.1:" + port + " ")
            .replace("/tmp/", folder + "/");
    return Files.writeString(folder.resolve("nginx.conf"), text);
  }

  private static String nginx() {
    for (String path : List.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")) {
      if (Files.isExecutable(Path.of(path))) {
        return path;
      }
    }
    return null;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      System.exit(1);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort() throws IOException, InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end) {
      try (var socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(20);
      }
    }
    throw new IOException("nginx does not answer");
  }

  /** Stands for ingest and dashboard-api: streams stay open, other requests are answered at once. */
  private static final class Upstream extends Thread {
    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();

    Upstream() throws IOException {
      setDaemon(true);
      server.bind(new InetSocketAddress("127.0.0.1", 0), 4_096);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      start();
    }

    int port() throws IOException {
      return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    void close() throws IOException, InterruptedException {
      selector.close();
      server.close();
      join();
    }

    @Override
    public void run() {
      while (selector.isOpen()) {
        try {
          selector.select(this::onKey);
        } catch (IOException | java.nio.channels.ClosedSelectorException closed) {
          return;
        }
      }
    }

    private void onKey(SelectionKey key) {
      try {
        if (key.isAcceptable()) {
          SocketChannel channel = server.accept();
          channel.configureBlocking(false);
          channel.register(selector, SelectionKey.OP_READ);
          return;
        }
        var channel = (SocketChannel) key.channel();
        ByteBuffer read = ByteBuffer.allocate(8_192);
        if (channel.read(read) < 0) {
          channel.close();
          return;
        }
        String request = new String(read.array(), 0, read.position(), StandardCharsets.ISO_8859_1);
        channel.write(ByteBuffer.wrap(response(request).getBytes(StandardCharsets.ISO_8859_1)));
      } catch (IOException gone) {
        key.cancel();
      }
    }

    private static String response(String request) {
      if (request.startsWith("POST /api/events ")) {
        return "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
      }
      if (request.contains("/live HTTP")) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "9\r\ndata: 1\n\n\r\n";
      }
      String body =
          String.join(
              "|",
              request
                  .lines()
                  .map(line -> line.toLowerCase(Locale.ROOT))
                  .filter(line -> line.startsWith("x-") || line.startsWith("forwarded"))
                  .sorted()
                  .toList());
      return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
  }
}
