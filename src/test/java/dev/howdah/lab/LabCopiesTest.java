package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.lab.copies.Filling;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.copies.LabCopy;
import dev.howdah.lab.node.Folders;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Copies beside a lab that goes on, from the mistake they are made for to their removal. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabCopiesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** SQLSTATE invalid_password. */
    private static final String WRONG_PASSWORD = "28P01";

    @TempDir private static Path folder;
    private static LabCluster lab;
    private static Instant beforeTheDrop;
    private static UUID copy = UUID.randomUUID();

    @BeforeAll
    static void makeTheMistake() throws Exception {
        lab = SomeLab.openSmall(folder);
        UUID backup = UUID.randomUUID();
        lab.keeping().backUp(backup, BackupFacts.Kind.ON_DEMAND);
        await(lab, backup);
        run(lab.access(), "CREATE TABLE orders AS SELECT generate_series(1, 1500) AS id");
        beforeTheDrop =
                OffsetDateTime.parse(
                                SomeLab.ask(
                                                lab,
                                                """
                                                SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC',
                                                               'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                                                """)
                                        .getFirst())
                        .toInstant();
        run(lab.access(), "DROP TABLE orders", "CREATE TABLE notes (said text)");
    }

    @AfterAll
    static void close() throws Exception {
        lab.close();
        SomeLab.assertNothingRunsIn(folder);
    }

    private static void run(LabAccess access, String... statements) throws SQLException {
        try (Connection connection = access.connect("howdah test");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static LabOperation await(LabCluster lab, UUID id) {
        Await.until(
                "its end", LIMIT, () -> lab.operations().find(id).orElseThrow().state().ended());
        return lab.operations().find(id).orElseThrow();
    }

    private static LabCopies copies() {
        return lab.keeping().copies();
    }

    static CopyOrder order(UUID id, String name, CopyOrder.Content content) {
        return new CopyOrder(id, name, "Lab", Optional.empty(), "techcorp", content);
    }

    private static CopyOrder back(UUID id, String name) {
        return order(id, name, new CopyOrder.Archived(beforeTheDrop));
    }

    @Test
    @Order(1)
    void aDroppedTableIsThereInACopyAndTheOriginalGoesOnUntouched() throws Exception {
        Set<Path> archived;
        try (SteadyWriter writer = new SteadyWriter(lab.access())) {
            copies().make(back(copy, "before the drop"));
            assertEquals(State.DONE, await(lab, copy).state());
            archived = archived();
            assertTrue(writer.count() > 0);
            assertEquals(0, writer.breaks());
        }

        LabAccess access = copies().start(copy);

        assertEquals(List.of("1500 | 1 | 1500"), SomeLab.ask(access, COUNT));
        assertEquals(List.of("f"), SomeLab.ask(lab, "SELECT to_regclass('orders') IS NOT NULL"));
        assertEquals(List.of("t"), SomeLab.ask(lab, "SELECT to_regclass('notes') IS NOT NULL"));
        assertEquals(
                List.of("off | 2 | f"),
                SomeLab.ask(
                        access,
                        """
                        SELECT current_setting('archive_mode'), timeline_id, pg_is_in_recovery()
                          FROM pg_control_checkpoint()
                        """));
        assertTrue(archived.stream().noneMatch(file -> name(file).startsWith("00000002")));
        LabCopy made = copies().find(copy).orElseThrow();
        assertEquals(Optional.of(beforeTheDrop), made.restoredTo());
        assertTrue(made.bytes() > 10 << 20, made.toString());
        assertTrue(made.took().compareTo(LIMIT) < 0, made.toString());
        assertNotEquals(lab.access().port(), access.port());
        assertNotEquals(lab.access().password().reveal(), access.password().reveal());
        LabAccess original = access.withUser("postgres", lab.access().password());
        assertEquals(
                WRONG_PASSWORD,
                assertThrows(SQLException.class, () -> SomeLab.ask(original, "SELECT 1"))
                        .getSQLState());
        assertTrue(lab.facts().settled());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Set<Path> archived() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("cluster/archive"))) {
            return Set.copyOf(files.toList());
        }
    }

    private static String refusal(Problem.Kind kind, CopyOrder order) {
        ProblemException refused = assertThrows(ProblemException.class, () -> copies().make(order));
        assertEquals(kind, refused.problem().kind());
        return refused.problem().sentence();
    }

    @Test
    @Order(2)
    void survivesReopeningAndIsStartedAgainWhenWanted() throws Exception {
        LabCopy before = copies().find(copy).orElseThrow();
        lab.close();
        assertEquals(List.of(before), LabCopies.known(folder));
        Path damaged = Files.createDirectories(LabCopies.under(folder).resolve("damaged"));
        Files.writeString(damaged.resolve("facts"), "id=\\uBAD");
        Path half = Files.createDirectories(LabCopies.under(folder).resolve("half"));

        lab = SomeLab.openSmall(folder);

        assertEquals(List.of(before), copies().all());
        assertTrue(Files.exists(damaged), "what can't be read may be whole");
        assertFalse(Files.exists(half));
        Folders.delete(damaged);
        assertFalse(copies().runs(copy));
        assertEquals(List.of("1500 | 1 | 1500"), SomeLab.ask(copies().start(copy), COUNT));
        assertTrue(copies().runs(copy));
    }

    @Test
    @Order(3)
    void whatCanNotBeMadeIsRefusedBeforeAnythingIsDone() throws Exception {
        UUID id = UUID.randomUUID();
        assertEquals(
                "There is a copy named before the drop already.",
                refusal(Problem.Kind.BAD_INPUT, back(id, "before the drop")));
        assertEquals(
                "A copy needs a name of at most 60 characters.",
                refusal(Problem.Kind.BAD_INPUT, back(id, " ")));
        assertEquals(
                "The archive does not reach to this moment.",
                refusal(
                        Problem.Kind.BAD_INPUT,
                        order(id, "old", new CopyOrder.Archived(Instant.EPOCH))));
        long tooMuch = Files.getFileStore(folder).getTotalSpace();
        assertTrue(
                refusal(
                                Problem.Kind.LOCAL,
                                order(id, "big", new CopyOrder.Filled(new Endless(), tooMuch)))
                        .contains(LabCopies.under(folder).toString()));
        assertEquals(Optional.empty(), lab.operations().find(id));
    }

    @Test
    @Order(4)
    void aCancelledOrFailedOneLeavesNothingAndDoesNotHoldUpTheService() throws Exception {
        UUID cancelled = UUID.randomUUID();
        Endless endless = new Endless();
        copies().make(order(cancelled, "endless", new CopyOrder.Filled(endless, 0)));
        endless.begun.await();
        assertEquals(
                "The lab is busy: \"Restore into endless\" is under way.",
                refusal(Problem.Kind.LOCKED, back(UUID.randomUUID(), "second")));
        UUID backup = UUID.randomUUID();
        lab.keeping().backUp(backup, BackupFacts.Kind.ON_DEMAND);
        assertEquals(State.DONE, await(lab, backup).state());
        lab.killNode(1);
        Await.until(
                "the service is repaired meanwhile",
                LIMIT,
                () ->
                        lab.operations().all().stream()
                                .anyMatch(each ->
                                        each.act() == LabOperation.Act.REPAIR
                                                && each.state() == State.DONE));
        assertEquals(
                "table 7", lab.operations().find(cancelled).map(LabOperation::sentence).orElse(""));
        copies().cancel(cancelled);
        assertEquals(
                "Making the copy was cancelled. Nothing is left of it.",
                await(lab, cancelled).sentence());

        UUID failed = UUID.randomUUID();
        copies().make(order(failed, "failed", new CopyOrder.Filled(new Failing(), 0)));
        assertEquals(
                "No copy was made: The file is damaged. Nothing is left of it.",
                await(lab, failed).sentence());
        Await.until("nothing is left", LIMIT, () -> folders().equals(List.of(copy.toString())));
        assertEquals(1, copies().all().size());
    }

    private static List<String> folders() throws Exception {
        try (Stream<Path> children = Files.list(LabCopies.under(folder))) {
            return children.map(LabCopiesTest::name).toList();
        }
    }

    @Test
    @Order(5)
    void anEmptyOneIsFilledAndBothAreRemoved() throws Exception {
        UUID filled = UUID.randomUUID();
        copies().make(order(filled, "filled", new CopyOrder.Filled(new Shop(), 0)));
        assertEquals(State.DONE, await(lab, filled).state());
        assertEquals(List.of("42"), SomeLab.ask(copies().start(filled), "SELECT id FROM orders"));

        for (UUID id : List.of(filled, copy)) {
            UUID removal = UUID.randomUUID();
            copies().remove(removal, id);
            assertTrue(await(lab, removal).sentence().endsWith("is removed."));
        }

        assertEquals(List.of(), copies().all());
        assertEquals(List.of(), folders());
        assertEquals(
                Problem.Kind.BAD_INPUT,
                assertThrows(ProblemException.class, () -> copies().start(copy)).problem().kind());
    }

    /** Makes a database as a restore of a dump does. */
    private static class Shop implements Filling {
        @Override
        public void fill(LabAccess access, Consumer<String> tell)
                throws ProblemException, InterruptedException {
            assertEquals(LabNode.MAINTENANCE_DATABASE, access.database());
            try {
                run(access, "CREATE DATABASE techcorp");
                run(access.withDatabase("techcorp"), "CREATE TABLE orders AS SELECT 42 AS id");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {}
    }

    private static final class Failing extends Shop {
        @Override
        public void fill(LabAccess access, Consumer<String> tell) throws ProblemException {
            throw new ProblemException(
                    Problem.of(Problem.Kind.FAILED, "The file is damaged.", "Take another."));
        }
    }

    private static final class Endless extends Shop {
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public void fill(LabAccess access, Consumer<String> tell) throws InterruptedException {
            tell.accept("table 7");
            begun.countDown();
            new CountDownLatch(1).await();
        }
    }

    private static final String COUNT = "SELECT count(*), min(id), max(id) FROM orders";
}
