package dev.howdah.build;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for the distribution archive, on the loopback, and remembers what it was asked for. */
final class DistributionServer implements AutoCloseable {

    /** How much of the file arrives. */
    enum Delivery {
        WHOLE,
        /** All of it, but the second half not before two have asked. */
        TO_TWO_AT_ONCE,
        /** The connection breaks in the middle. */
        HALF,
        /** The first half, then silence until {@link #breakOff}. */
        HALF_THEN_SILENCE
    }

    /** Open when as many have asked as the delivery is for. */
    final CountDownLatch asked;

    final List<String> paths = new CopyOnWriteArrayList<>();
    private final CountDownLatch brokenOff = new CountDownLatch(1);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] file;
    private final Delivery delivery;

    DistributionServer(byte[] file, Delivery delivery) throws IOException {
        this.file = file;
        this.delivery = delivery;
        asked = new CountDownLatch(delivery == Delivery.TO_TWO_AT_ONCE ? 2 : 1);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void breakOff() {
        brokenOff.countDown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(200, file.length);
        int half = file.length / 2;
        exchange.getResponseBody().write(file, 0, half);
        exchange.getResponseBody().flush();
        asked.countDown();
        try {
            switch (delivery) {
                case HALF -> {}
                case HALF_THEN_SILENCE -> brokenOff.await();
                case WHOLE, TO_TWO_AT_ONCE -> {
                    asked.await();
                    exchange.getResponseBody().write(file, half, file.length - half);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Override
    public void close() {
        breakOff();
        server.stop(0);
        threads.close();
    }
}
