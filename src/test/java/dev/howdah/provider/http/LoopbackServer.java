package dev.howdah.provider.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Real HTTP on the loopback, answered by a script, with every way an answer can go wrong. */
public final class LoopbackServer implements AutoCloseable {

    /** What came in. */
    public record Asked(String method, URI uri, String body, Map<String, List<String>> headers) {

        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? "" : values.getFirst();
        }
    }

    /** What goes back. */
    public record Reply(
            int status, Map<String, String> headers, ByteBuffer body, Delivery delivery) {

        public static Reply json(int status, String json) {
            return text(status, json, Map.of("Content-Type", "application/json"));
        }

        public static Reply text(int status, String text, Map<String, String> headers) {
            return bytes(status, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), headers);
        }

        public static Reply bytes(int status, ByteBuffer body, Map<String, String> headers) {
            return new Reply(status, headers, body.asReadOnlyBuffer(), Delivery.WHOLE);
        }

        public Reply by(Delivery how) {
            return new Reply(status, headers, body, how);
        }
    }

    /** How much of a reply arrives. */
    public enum Delivery {
        WHOLE,
        /** The connection is closed before a byte of it. */
        NOTHING,
        /** The connection is closed in the middle of the body. */
        CUT,
        /** Half of the body, then silence for longer than anybody waits. */
        STALLED,
        /** Silence from the beginning. */
        SILENT
    }

    /** Answers one request; called by many threads. */
    @FunctionalInterface
    public interface Script {
        Reply reply(Asked asked);
    }

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Script script;

    public LoopbackServer(Script script) throws IOException {
        this.script = script;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public void play(Script newScript) {
        script = newScript;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Everything that came in so far, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Only for tests that reuse one server. */
    public void forget() {
        asked.clear();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            body,
                            Map.copyOf(exchange.getRequestHeaders()));
            asked.add(request);
            deliver(exchange, script.reply(request));
        }
    }

    private void deliver(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.delivery() == Delivery.NOTHING) {
            return;
        }
        if (reply.delivery() == Delivery.SILENT) {
            keepSilent();
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = new byte[reply.body().remaining()];
        reply.body().duplicate().get(body);
        boolean empty = body.length == 0 || reply.status() == 204;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
        if (empty) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        int part = reply.delivery() == Delivery.WHOLE ? body.length : body.length / 2;
        out.write(body, 0, part);
        out.flush();
        if (reply.delivery() == Delivery.STALLED) {
            keepSilent();
        }
    }

    private void keepSilent() {
        try {
            boolean _ = closing.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
