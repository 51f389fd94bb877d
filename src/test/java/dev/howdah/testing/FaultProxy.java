package dev.howdah.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A network between a client and a server that can be broken on purpose: frozen, silent, slow, cut
 * or reset. It also counts, so that a test can say how many round trips something took.
 */
public final class FaultProxy implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger bursts = new AtomicInteger();
    private final AtomicLong bytesToClients = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean frozen;
    private boolean closed;
    private final StringBuilder sent = new StringBuilder();
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;
    private volatile long cutAfter = Long.MAX_VALUE;
    private volatile Set<String> loseReplyTo = Set.of();

    private FaultProxy(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Listens on a free port of 127.0.0.1 and forwards to the server. */
    public static FaultProxy to(TestServer server) {
        return to(server.host(), server.port(), "127.0.0.1");
    }

    /** Listens on a free port of an address of this machine. */
    public static FaultProxy to(String host, int port, String listenOn) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.ofLiteral(listenOn));
            FaultProxy proxy = new FaultProxy(new InetSocketAddress(host, port), listener);
            Thread.ofVirtual().name("proxy-accept").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections that clients have opened so far. */
    public int accepted() {
        return accepted.get();
    }

    /**
     * How often so far a client spoke after the server had: the number of round trips, each of
     * which may be many packets.
     */
    public int bursts() {
        return bursts.get();
    }

    /** Bytes that clients have received so far. */
    public long bytesToClients() {
        return bytesToClients.get();
    }

    /** All that clients have said so far, byte by byte as ISO 8859-1, up to a million of them. */
    public String sentByClients() {
        synchronized (sent) {
            return sent.toString();
        }
    }

    /** From now on nothing is forwarded in either direction; what is sent is kept for later. */
    public void freeze() {
        change(() -> frozen = true);
    }

    /** New connections are accepted and then nothing is ever said on them. */
    public void acceptSilently() {
        silent = true;
    }

    /** Each burst takes this much longer, in either direction. */
    public void delay(Duration perBurst) {
        delay = perBurst;
    }

    /** Each connection breaks after its client has sent this many bytes. */
    public void cutAfter(long bytesFromClient) {
        cutAfter = bytesFromClient;
    }

    /**
     * Forwards what holds one of these texts, waits for the server's reply, then breaks the
     * connection.
     */
    public void loseReplyTo(String... texts) {
        loseReplyTo = Set.of(texts);
    }

    /** Back to plain forwarding; connections that were accepted silently stay silent. */
    public void heal() {
        silent = false;
        delay = Duration.ZERO;
        cutAfter = Long.MAX_VALUE;
        loseReplyTo = Set.of();
        change(() -> frozen = false);
    }

    /** Ends every open connection with a TCP reset. */
    public void resetAll() {
        links.forEach(Link::reset);
    }

    /** Refuses new connections and ends the open ones. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        change(() -> closed = true);
        resetAll();
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                accepted.incrementAndGet();
                Link link = new Link(client, silent ? null : new Socket());
                links.add(link);
                Thread.ofVirtual().name("proxy-link").start(link::run);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Waits as long as the network is frozen, and for the delay. */
    private void pass() throws InterruptedException {
        lock.lock();
        try {
            long left = delay.toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            while (frozen && !closed) {
                changed.await(1, TimeUnit.MINUTES);
            }
        } finally {
            lock.unlock();
        }
    }

    /** One connection of one client. */
    private final class Link {
        private final Socket client;
        private final @Nullable Socket upstream;
        private volatile boolean serverSpoke = true;
        private volatile boolean losesNextReply;
        private long fromClient;

        Link(Socket client, @Nullable Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void run() {
            if (upstream == null) {
                return;
            }
            try {
                upstream.connect(server);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
            } catch (IOException e) {
                reset();
                return;
            }
            Thread.ofVirtual()
                    .name("proxy-reply")
                    .start(() -> pump(upstream, client, this::takesFromServer));
            pump(client, upstream, this::takesFromClient);
        }

        private boolean takesFromClient(byte[] bytes, int count) {
            if (serverSpoke) {
                serverSpoke = false;
                bursts.incrementAndGet();
            }
            fromClient += count;
            String said = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            keep(said);
            if (loseReplyTo.stream().anyMatch(said::contains)) {
                losesNextReply = true;
            }
            return fromClient <= cutAfter;
        }

        private void keep(String said) {
            synchronized (sent) {
                if (sent.length() < 1_000_000) {
                    sent.append(said);
                }
            }
        }

        private boolean takesFromServer(byte[] bytes, int count) {
            serverSpoke = true;
            bytesToClients.addAndGet(count);
            return !losesNextReply;
        }

        private void pump(Socket from, Socket to, Gate gate) {
            byte[] buffer = new byte[65_536];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (!gate.takes(buffer, count)) {
                        break;
                    }
                    pass();
                    out.write(buffer, 0, count);
                }
            } catch (IOException | InterruptedException e) {
                // either side went away, which ends the connection as a whole
                reset();
            } finally {
                reset();
            }
        }

        void reset() {
            links.remove(this);
            for (Socket socket : new @Nullable Socket[] {client, upstream}) {
                if (socket != null) {
                    reset(socket);
                }
            }
        }

        private static void reset(Socket socket) {
            try {
                if (!socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }
            } catch (IOException e) {
                // the other pump may have closed it in between
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Looks at what passes; false breaks the connection instead. */
    private interface Gate {
        boolean takes(byte[] bytes, int count);
    }
}
