package dev.howdah.ui.overview.connection;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.server.ServerFacts;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import dev.howdah.profile.text.ConnectionTexts;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How to connect to the server from elsewhere: what one types, and what one pastes. */
public final class ConnectionViewModel {
    private static final Texts TEXTS = Texts.of(ConnectionViewModel.class);

    private final List<ConnectionLine> lines;
    private final ObservableList<ConnectionLine> standbys = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper encryption = new ReadOnlyStringWrapper("");

    /**
     * One line.
     *
     * @param shown what one reads
     * @param copied what Copy puts on the clipboard
     */
    record ConnectionLine(String name, String shown, String copied) {
        static ConnectionLine of(String name, String value) {
            return new ConnectionLine(name, value.replace("\n", "  "), value);
        }
    }

    public ConnectionViewModel(PgTarget target) {
        ConnectionTexts paste = new ConnectionTexts(target);
        lines =
                List.of(
                        line("uri", paste.uri()),
                        line("host", target.host()),
                        line("port", Integer.toString(target.port())),
                        line("database", target.database()),
                        line("user", target.user()),
                        line("tls", target.tls().sslMode()),
                        line("psql", paste.psql()),
                        line("jdbc", paste.jdbcUrl()),
                        line("environment", paste.environment()),
                        line("databaseUrl", paste.databaseUrl()));
    }

    private static ConnectionLine line(String key, String value) {
        return ConnectionLine.of(TEXTS.text("connection." + key), value);
    }

    /** Says whether our own connection is encrypted, once the server has told. */
    public void showFacts(Reading<ServerFacts> reading) {
        encryption.set(
                reading.content()
                        .map(facts ->
                                facts.encrypted()
                                        ? "connection.encrypted"
                                        : facts.tlsOffered()
                                                ? "connection.notEncrypted"
                                                : "connection.noTls")
                        .map(TEXTS::text)
                        .orElse(""));
    }

    /** Lists where the standbys stream from: endpoints for reading, as far as SQL can tell. */
    public void showReplication(Reading<ReplicationSnapshot> reading) {
        List<ConnectionLine> next =
                reading.content().stream()
                        .flatMap(known -> known.standbys().stream())
                        .filter(standby -> standby.address().isPresent())
                        .filter(ConnectionViewModel::canBeRead)
                        .map(standby ->
                                ConnectionLine.of(standby.name(), standby.address().orElseThrow()))
                        .distinct()
                        .limit(20)
                        .toList();
        if (!standbys.equals(next)) {
            standbys.setAll(next);
        }
    }

    /** A base backup and an archiver stream, too, and answer no query. */
    private static boolean canBeRead(StandbyRow standby) {
        return standby.state().map(state -> !state.equals("backup")).orElse(false);
    }

    List<ConnectionLine> lines() {
        return lines;
    }

    ObservableList<ConnectionLine> standbys() {
        return standbys;
    }

    ReadOnlyStringProperty encryption() {
        return encryption.getReadOnlyProperty();
    }
}
