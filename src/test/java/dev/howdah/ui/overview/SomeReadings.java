package dev.howdah.ui.overview;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.SomeArchive;
import dev.howdah.pg.server.ServerFacts;
import dev.howdah.pg.server.ServerFacts.DatabaseFacts;
import dev.howdah.pg.server.ServerFacts.SettingRow;
import dev.howdah.pg.server.ServerFacts.StatementsState;
import dev.howdah.pg.server.objects.VectorIndexesSnapshot;
import dev.howdah.pg.server.objects.VectorIndexesSnapshot.IndexRow;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.Receiver;
import dev.howdah.pg.server.replication.ReplicationSnapshot.SlotRow;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import dev.howdah.pg.server.sizes.SchemasSnapshot;
import dev.howdah.pg.server.sizes.SchemasSnapshot.SchemaRow;
import dev.howdah.pg.server.sizes.SizesSnapshot;
import dev.howdah.pg.server.sizes.SizesSnapshot.DatabaseSizeRow;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot.DatabaseAgeRow;
import dev.howdah.pg.server.vitals.VitalsInterval;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsSnapshot.Checkpoints;
import dev.howdah.pg.server.vitals.VitalsTrend;
import dev.howdah.session.VitalsSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Made-up answers of a server, as of noon. */
public final class SomeReadings {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final Problem AWAY =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "The connection to db.example.net broke.",
                    "The console tries again every few seconds.",
                    "08006 the database system is shutting down");
    public static final Problem FORBIDDEN =
            new Problem(
                    Problem.Kind.NOT_PERMITTED,
                    "The role app may not read this.",
                    "Ask for: GRANT pg_monitor TO app.",
                    "42501 permission denied");

    private SomeReadings() {}

    public static <T> Reading<T> fresh(T value) {
        return new Reading.Fresh<>(value, NOON);
    }

    public static <T> Reading<T> stale(T value) {
        return new Reading.Stale<>(value, NOON.minusSeconds(74), AWAY);
    }

    public static <T> Reading<T> unavailable(Problem reason) {
        return new Reading.Unavailable<>(reason);
    }

    /** 62 sessions of 100 that ordinary roles can have. */
    public static VitalsSnapshot vitals(
            Optional<Duration> longestTransaction, boolean seesEverySession) {
        return new VitalsSnapshot(
                NOON,
                NOON.minus(Duration.ofDays(42)),
                false,
                103,
                3,
                62,
                7,
                2,
                seesEverySession,
                longestTransaction.map(NOON::minus),
                OptionalLong.of(1L << 40),
                new Checkpoints(10, 2, 1_000, Optional.empty()),
                List.of());
    }

    /** A sample every two seconds for ten minutes up to noon, with a hole in the middle. */
    public static List<VitalsSample> samples() {
        List<VitalsSample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            samples.add(sample(NOON.minusSeconds(2L * (299 - i)), i));
        }
        return samples;
    }

    private static VitalsSample sample(Instant at, int i) {
        double no = i > 140 && i < 165 ? Double.NaN : 0;
        double wave = no + Math.sin(i / 17.0) + 0.4 * Math.sin(i / 3.1) + 0.2 * Math.sin(i * 1.7);
        return new VitalsSample(
                at,
                52 + 10 * wave,
                7 + 2 * wave,
                148 + 40 * wave,
                no + 0.3,
                12_000 + 3_000 * wave,
                420 + 100 * wave,
                Math.min(100, 99.2 + 0.4 * wave),
                310 + 90 * wave,
                no + (i % 40 == 0 ? 900_000 : 0),
                420_000 + 150_000 * wave,
                no + (i == 220 ? 1 : 0),
                i < 180 ? 2 + wave : (i - 180) * 7.0);
    }

    /** 99.2 % of the blocks found, one deadlock, in 35 minutes. */
    public static VitalsTrend trend() {
        VitalsInterval interval =
                new VitalsInterval(
                        Duration.ofMinutes(35),
                        310_000,
                        900,
                        8,
                        992,
                        1_000_000,
                        40_000,
                        12,
                        90_000_000,
                        1,
                        900_000_000,
                        7,
                        0);
        return new VitalsTrend(interval, interval);
    }

    public static SizesSnapshot sizes() {
        return new SizesSnapshot(
                List.of(
                        new DatabaseSizeRow(1, "shop", OptionalLong.of(2_040_109_465L)),
                        new DatabaseSizeRow(2, "postgres", OptionalLong.of(8_000_000L)),
                        new DatabaseSizeRow(3, "admin", OptionalLong.empty())));
    }

    public static ReplicationSnapshot primaryWithTwoStandbys() {
        return new ReplicationSnapshot(
                List.of(
                        standby("analytics", "async", Duration.ofMillis(1_100), 5_400_000),
                        standby("n2", "sync", Duration.ofMillis(300), 0)),
                List.of(
                        new SlotRow(
                                "warehouse",
                                true,
                                Optional.of("shop"),
                                false,
                                OptionalLong.of(3_400_000_000L),
                                Optional.of("extended"),
                                Optional.empty(),
                                Optional.of(NOON.minusSeconds(7_200))),
                        new SlotRow(
                                "n2_slot",
                                false,
                                Optional.empty(),
                                true,
                                OptionalLong.of(16_384),
                                Optional.of("reserved"),
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty());
    }

    public static StandbyRow standby(String name, String sync, Duration lag, long behind) {
        return new StandbyRow(
                4_711,
                name,
                Optional.of("10.0.0." + name.length()),
                Optional.of("streaming"),
                Optional.of(sync),
                Optional.of(lag.dividedBy(3)),
                Optional.of(lag.dividedBy(2)),
                Optional.of(lag),
                OptionalLong.of(behind));
    }

    /** What a role without pg_monitor sees of a standby. */
    public static StandbyRow hiddenStandby() {
        return new StandbyRow(
                4_712,
                "n3",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    public static ReplicationSnapshot standbyItself(boolean paused) {
        return new ReplicationSnapshot(
                List.of(),
                List.of(),
                Optional.of(
                        new Receiver(
                                true,
                                Optional.of("streaming"),
                                Optional.of("10.0.0.1:5432"),
                                Optional.of("n2_slot"),
                                Optional.of(Duration.ofMillis(300)),
                                OptionalLong.of(2_048),
                                Optional.of(NOON),
                                paused)));
    }

    /** The oldest row of the database shop is 8.4 % of the way to the limit. */
    public static WraparoundSnapshot wraparound() {
        return new WraparoundSnapshot(
                200_000_000, 400_000_000, List.of(new DatabaseAgeRow("shop", 180_400_000, 1_000)));
    }

    /** The last segment was archived 2 min 10 s before the reading. */
    public static ArchiveSnapshot archive(ArchiveSnapshot.Mode mode, boolean fails) {
        ArchiveSnapshot.Archiver archiver = SomeArchive.archived(Duration.ofSeconds(130));
        return SomeArchive.primary(
                SomeArchive.configuration(mode, ArchiveSnapshot.Destination.SET),
                fails ? SomeArchive.failing(archiver, 3, Duration.ofSeconds(10)) : archiver,
                4_400_000);
    }

    public static SchemasSnapshot schemas() {
        return new SchemasSnapshot(
                false,
                List.of(
                        schema(1, "orders", 14, 2_400_000, 1_100_000_000, 0),
                        schema(2, "payments", 9, 840_000, 420_000_000, 1),
                        schema(3, "inventory", 11, 310_000, 200_000_000, 0),
                        schema(4, "products", 7, 52_000, 88_000_000, 0),
                        schema(5, "users", 6, 120_000, 61_000_000, 0),
                        schema(6, "auth", 5, 98_000, 24_000_000, 0),
                        schema(7, "public", 0, 0, 0, 0)));
    }

    private static SchemaRow schema(
            long oid, String name, long tables, long rows, long bytes, long unknown) {
        return new SchemaRow(oid, name, name + "_service", tables, rows, bytes, unknown);
    }

    public static ServerFacts facts() {
        return new ServerFacts(
                180_006,
                "18.6",
                NOON.minus(Duration.ofDays(42)),
                false,
                "",
                Optional.of("10.0.0.1"),
                Optional.of(5432),
                true,
                true,
                true,
                8_192,
                new DatabaseFacts("shop", "app", "UTF8", "C.UTF-8", Optional.empty()),
                List.of(
                        setting("max_connections", "103", "configuration file"),
                        setting("shared_buffers", "2 GB", "configuration file"),
                        setting("effective_cache_size", "6 GB", "configuration file"),
                        setting("work_mem", "16 MB", "configuration file"),
                        setting("maintenance_work_mem", "512 MB", "default"),
                        setting("max_wal_size", "4 GB", "configuration file"),
                        setting("checkpoint_timeout", "15 min", "configuration file"),
                        setting("wal_level", "logical", "configuration file"),
                        setting("synchronous_commit", "on", "default"),
                        setting("random_page_cost", "1.1", "database"),
                        new SettingRow("max_worker_processes", "8", "8", "", "default", true),
                        setting("idle_in_transaction_session_timeout", "off", "default")),
                StatementsState.READY);
    }

    private static SettingRow setting(String name, String value, String source) {
        return new SettingRow(name, value, value, "", source, false);
    }

    public static VectorIndexesSnapshot vectors() {
        return new VectorIndexesSnapshot(
                Optional.of("0.8.1"),
                List.of(
                        new IndexRow(
                                "products",
                                "embedding",
                                "embedding_hnsw_idx",
                                "hnsw",
                                "vector_cosine_ops",
                                "m=16, ef_construction=64",
                                true,
                                340_000_000,
                                52_000),
                        new IndexRow(
                                "products",
                                "image",
                                "image_ivfflat_idx",
                                "ivfflat",
                                "vector_l2_ops",
                                "lists=100",
                                false,
                                21_000_000,
                                9_000)));
    }
}
