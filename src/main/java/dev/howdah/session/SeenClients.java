package dev.howdah.session;

import dev.howdah.core.ProblemException;
import dev.howdah.history.ClientHistory;
import dev.howdah.history.ClientSighting;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.provider.allowlist.Cidr;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From where sessions came as far as any panel looked, in this start and in earlier ones: jobs that
 * run now and then are connected only now and then. Bounded; whom nobody saw for longest is
 * forgotten. UI thread.
 */
public final class SeenClients {
    private static final Logger LOG = LoggerFactory.getLogger(SeenClients.class);

    /** Between two writes; who is new after the last one before the end is lost. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Who stays is not written down at every look. */
    private static final Duration PRECISION = Duration.ofHours(1);

    private final UUID server;
    private final ClientHistory store;
    private final Executor background;
    private final Executor uiThread;
    private final Clock clock;
    private final SequencedMap<String, ClientSighting> clients = new LinkedHashMap<>();
    private final Map<String, ClientSighting> unwritten = new LinkedHashMap<>();
    private Instant writtenAt = Instant.EPOCH;

    /**
     * Of one server; reads at once who was seen in earlier starts.
     *
     * @param server the id of its profile
     * @param background for the disk
     */
    public SeenClients(
            UUID server, ClientHistory store, Executor background, Executor uiThread, Clock clock) {
        this.server = server;
        this.store = store;
        this.background = background;
        this.uiThread = uiThread;
        this.clock = clock;
        background.execute(this::load);
    }

    public void take(ClientsSnapshot snapshot) {
        snapshot.clients().forEach(client -> saw(client.address(), client.application()));
        write();
    }

    public void take(ActivitySnapshot snapshot) {
        snapshot.sessions().forEach(row -> saw(row.client().address(), row.client().application()));
        write();
    }

    private void saw(String address, String application) {
        if (Cidr.parse(address).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        ClientSighting before = clients.remove(address);
        // several applications of one host take turns here, which is no news
        boolean isNews = before == null || !now.isBefore(before.at().plus(PRECISION));
        String name = application.isEmpty() && before != null ? before.application() : application;
        Instant at = isNews || before == null ? now : before.at();
        ClientSighting seen = new ClientSighting(address, name, at);
        clients.put(address, seen);
        if (isNews) {
            unwritten.put(address, seen);
        }
        forget();
    }

    private void forget() {
        while (clients.size() > ClientHistory.MAX) {
            unwritten.remove(clients.pollFirstEntry().getKey());
        }
    }

    private void write() {
        Instant now = clock.instant();
        if (unwritten.isEmpty() || now.isBefore(writtenAt.plus(PAUSE))) {
            return;
        }
        List<ClientSighting> news = List.copyOf(unwritten.values());
        unwritten.clear();
        writtenAt = now;
        background.execute(() -> {
            try {
                store.add(server, news, now);
            } catch (ProblemException e) {
                LOG.warn("From where clients came can't be kept", e);
            }
        });
    }

    private void load() {
        try {
            List<ClientSighting> found = store.of(server, clock.instant());
            uiThread.execute(() -> remember(found));
        } catch (ProblemException e) {
            LOG.warn("From where clients came earlier can't be read", e);
        }
    }

    /** Somebody may have been seen before the disk has answered. */
    private void remember(List<ClientSighting> found) {
        for (ClientSighting each : found.reversed()) {
            if (!clients.containsKey(each.address())) {
                clients.putFirst(each.address(), each);
            }
        }
        forget();
    }

    /** Addresses with the application that was last seen there, in order of the addresses. */
    public Map<String, String> all() {
        Instant oldest = clock.instant().minus(ClientHistory.KEPT);
        Map<String, String> applications = new TreeMap<>();
        for (ClientSighting each : clients.values()) {
            if (each.at().isAfter(oldest)) {
                applications.put(each.address(), each.application());
            }
        }
        return applications;
    }
}
