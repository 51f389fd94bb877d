package dev.howdah.ui.overview.tiles;

import dev.howdah.core.Reading;
import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.HealthReport;
import dev.howdah.health.session.SessionFacts;
import dev.howdah.health.session.SessionFacts.OpenSession;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.sizes.SizesSnapshot;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot;
import dev.howdah.pg.server.vitals.VitalsTrend;
import dev.howdah.ui.Names;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The numbers of the Overview. Each tile stands for itself: what one lacks costs no other. */
public final class TilesViewModel {
    private final Clock clock;
    private final StandingTiles standing = new StandingTiles();
    private final Map<Tile, ReadOnlyObjectWrapper<TileContent>> tiles = new EnumMap<>(Tile.class);
    private final Map<Tile, Severity> judgements = new EnumMap<>(Tile.class);
    private String oldestTransactionOf = "";

    public TilesViewModel(Clock clock) {
        this.clock = clock;
        for (Tile tile : Tile.values()) {
            tiles.put(tile, new ReadOnlyObjectWrapper<>(TileContent.waiting()));
            judgements.put(tile, Severity.OK);
        }
    }

    ReadOnlyObjectProperty<TileContent> content(Tile tile) {
        return wrapper(tile).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<TileContent> wrapper(Tile tile) {
        return java.util.Objects.requireNonNull(tiles.get(tile));
    }

    private void put(Tile tile, TileContent content) {
        wrapper(tile).set(content.judged(judgements.getOrDefault(tile, Severity.OK)));
    }

    public void showVitals(VitalsTiles vitals, Reading<VitalsTrend> trend) {
        put(Tile.CONNECTIONS, vitals.connections());
        put(Tile.TRANSACTIONS, vitals.transactions());
        put(Tile.CACHE_HIT, vitals.cacheHit(trend));
        put(Tile.LONGEST_TRANSACTION, vitals.longestTransaction(oldestTransactionOf));
        put(Tile.WAL, vitals.wal());
        put(Tile.DEADLOCKS, vitals.deadlocks(trend));
    }

    /** Names the one whose transaction is the longest, from the next vitals on. */
    public void showSessions(Reading<SessionFacts> reading) {
        oldestTransactionOf =
                reading.content()
                        .flatMap(facts -> facts.inTransaction().stream().findFirst())
                        .map(OpenSession::who)
                        .map(Names::visible)
                        .orElse("");
    }

    public void showSizes(Reading<SizesSnapshot> reading) {
        put(Tile.SIZE, standing.size(reading, ZonedDateTime.now(clock)));
    }

    public void showReplication(Reading<ReplicationSnapshot> reading) {
        put(Tile.REPLICA_LAG, standing.replicaLag(reading, ZonedDateTime.now(clock)));
    }

    public void showWraparound(Reading<WraparoundSnapshot> reading) {
        put(Tile.WRAPAROUND, standing.wraparound(reading, ZonedDateTime.now(clock)));
    }

    public void showArchive(Reading<ArchiveSnapshot> reading) {
        put(Tile.ARCHIVE, standing.archive(reading, ZonedDateTime.now(clock)));
    }

    /** Colours each tile by the worst that the rules about it say. */
    public void judge(HealthReport report) {
        for (Tile tile : Tile.values()) {
            Severity worst =
                    report.needingSomebody().stream()
                            .filter(finding -> tile.isJudgedBy(finding.rule()))
                            .map(Finding::severity)
                            .findFirst()
                            .orElse(Severity.OK);
            judgements.put(tile, worst);
            wrapper(tile).set(wrapper(tile).get().judged(worst));
        }
    }
}
