package dev.howdah.backup.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves one file over real HTTP, whole or from a byte on, as object stores do. */
final class FileServer implements AutoCloseable {
    private static final String ETAG = "\"v1\"";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final byte[] content;
    private final LongConsumer sent;
    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /**
     * @param sent is told how many bytes of the file an answer has reached, before it sends more
     */
    FileServer(byte[] content, LongConsumer sent) throws IOException {
        this.content = content;
        this.sent = sent;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI link() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/?token=x");
    }

    /** The first byte of each answer so far. */
    List<Long> asked() {
        return List.copyOf(asked);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher range =
                    RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            boolean rest =
                    range.matches()
                            && ETAG.equals(exchange.getRequestHeaders().getFirst("If-Range"));
            int from = rest ? Integer.parseInt(range.group(1)) : 0;
            asked.add((long) from);
            exchange.getResponseHeaders().set("ETag", ETAG);
            if (rest) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Range",
                                "bytes "
                                        + from
                                        + "-"
                                        + (content.length - 1)
                                        + "/"
                                        + content.length);
            }
            exchange.sendResponseHeaders(rest ? 206 : 200, content.length - from);
            OutputStream out = exchange.getResponseBody();
            for (int at = from; at < content.length; ) {
                sent.accept(at);
                int some = Math.min(1 << 16, content.length - at);
                out.write(content, at, some);
                at += some;
            }
            sent.accept(content.length);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
