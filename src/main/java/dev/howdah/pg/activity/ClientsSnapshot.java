package dev.howdah.pg.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From where the sessions of a server come.
 *
 * @param clients the largest groups first, at most {@link ClientsQuery#MAX_GROUPS}
 * @param groups all of them, those beyond the limit included
 * @param hidden sessions of others whose address our role may not see
 * @param ownAddress from where the server sees the connection that asked; empty over a Unix socket
 */
public record ClientsSnapshot(
        List<ClientRow> clients, int groups, int hidden, Optional<String> ownAddress) {

    public ClientsSnapshot {
        clients = List.copyOf(clients);
    }

    /**
     * The sessions of one address that are alike.
     *
     * @param address as the server sees it; behind a pooler or proxy, that one's
     * @param application as the client calls itself; may be empty
     * @param user empty for a replica without one
     * @param replica receives WAL: a standby, a logical subscriber, or a backup under way
     * @param sessions 1 or more
     * @param withoutTls of these, those that the server sees unencrypted
     * @param ours of these, those of a Howdah
     * @param since the start of the oldest
     */
    public record ClientRow(
            String address,
            String application,
            String user,
            boolean replica,
            int sessions,
            int withoutTls,
            int ours,
            Optional<Instant> since) {}

    /** Sessions that the server sees come over the network without TLS. */
    public int withoutTls() {
        return clients.stream().mapToInt(ClientRow::withoutTls).sum();
    }
}
