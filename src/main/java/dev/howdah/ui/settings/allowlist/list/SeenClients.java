package dev.howdah.ui.settings.allowlist.list;

import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.provider.allowlist.Cidr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * From where sessions came since the server was opened, as far as any panel looked: jobs that run
 * now and then are connected only now and then. Bounded; whom nobody saw for longest is forgotten.
 */
final class SeenClients {
    static final int MAX = 2_000;

    private final SequencedMap<String, String> applications = new LinkedHashMap<>();

    void take(ClientsSnapshot snapshot) {
        snapshot.clients().forEach(client -> saw(client.address(), client.application()));
    }

    void take(ActivitySnapshot snapshot) {
        snapshot.sessions().forEach(row -> saw(row.client().address(), row.client().application()));
    }

    private void saw(String address, String application) {
        if (Cidr.parse(address).isEmpty()) {
            return;
        }
        String before = applications.remove(address);
        applications.put(address, application.isEmpty() && before != null ? before : application);
        if (applications.size() > MAX) {
            applications.pollFirstEntry();
        }
    }

    /** Addresses with the application that was last seen there, in order of the addresses. */
    Map<String, String> all() {
        return new TreeMap<>(applications);
    }
}
