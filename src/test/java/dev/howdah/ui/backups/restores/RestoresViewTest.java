package dev.howdah.ui.backups.restores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.restore.RestoreProof.Check;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.pg.restore.RestoreProof.Subject;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.copies.RestoredCopy;
import dev.howdah.ui.backups.copies.SomeCopies;
import dev.howdah.ui.table.LiveRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From choosing a restored copy to its proof, on a real server that is its own copy. */
class RestoresViewTest {
    @TempDir Path folder;

    private final TestServer server = TestServer.newest();
    private final SomeWorkbench workbench = new SomeWorkbench();
    private final Session session = SomeSessions.with(server);

    @BeforeEach
    void startToolkit() throws Exception {
        Fx.start();
        server.run(
                "CREATE SCHEMA restored_view",
                "CREATE TABLE restored_view.orders AS SELECT generate_series(1, 40) AS id",
                """
                CREATE TABLE restored_view.never_analysed WITH (autovacuum_enabled = false)
                AS SELECT generate_series(1, 7) AS id\
                """);
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        server.run("DROP SCHEMA restored_view CASCADE");
    }

    @Test
    void comparesCountsCopiesAndProves() throws Exception {
        RestoreProofHistory proofs = new RestoreProofHistory(folder);
        RestoredCopy held = copy();
        SomeCopies lab = new SomeCopies();
        RestoresPanel panel =
                Fx.call(() ->
                        new RestoresPanel(session, workbench, proofs, () -> List.of(held), lab));
        Parent view = Fx.call(panel::view);
        picture(view, "restores-begin", Fx.Look.LIGHT);
        Fx.run(panel::shown);
        showMakingAndACopy(lab, held, view);

        press(view, "#compare");
        TableView<?> tables = (TableView<?>) Fx.call(() -> view.lookup("#tables"));
        Fx.eventually("the tables", () -> !tables.getItems().isEmpty());
        Fx.run(() -> select(tables));
        press(view, "#count");
        Fx.eventually("the count", () -> lines(tables).contains("orders, here=40, there=40"));
        assertTrue(
                Fx.call(() -> lines(tables))
                        .contains("never_analysed, here=unknown, there=unknown"));
        TextField name = (TextField) Fx.call(() -> view.lookup("#newTable"));
        Fx.run(() -> name.setText("restored_view.back"));
        press(view, "#bringBack");
        Fx.eventually("the change", () -> workbench.changes.size() == 1);
        assertEquals(
                "Copy restored_view.orders into restored_view.back",
                workbench.changes.getFirst().title());
        press(view, "#prove");
        Fx.eventually("the proof", () -> view.lookup("#proofBox").isVisible());
        Fx.eventually(
                "every table is counted",
                () -> lines(tables).contains("never_analysed, here=7, there=7"));

        Await.until("the proof is kept", () -> !proofs.of(session.profile().id()).isEmpty());
        RestoreProof proof = proofs.of(session.profile().id()).getFirst();
        assertTrue(proof.passed(), proof.toString());
        assertEquals(Optional.of(Duration.ofMinutes(14)), proof.took());
        for (Fx.Look look : Fx.Look.values()) {
            picture(view, "restores", look);
        }
        Fx.run(() -> {
            panel.hidden();
            panel.close();
        });
    }

    @Test
    void keepsProofsOfEachServerApart() throws Exception {
        RestoreProofHistory proofs = new RestoreProofHistory(folder);
        RestoreProof failed =
                new RestoreProof(
                        session.profile().id(),
                        "shop",
                        "shop-restored",
                        "shop",
                        Instant.parse("2026-11-18T12:00:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofMinutes(5)),
                        List.of(
                                new Check(Subject.CATALOG, Result.PASSED, "Same."),
                                new Check(Subject.ROW_COUNTS, Result.FAILED, "Fewer.")));
        proofs.add(failed);
        Files.writeString(
                folder.resolve("restores.jsonl"), "torn", java.nio.file.StandardOpenOption.APPEND);

        assertEquals(List.of(failed), proofs.of(session.profile().id()));
        assertEquals(List.of(), proofs.of(UUID.randomUUID()));
    }

    /** What the lab tells is shown as it changes, and can be cancelled, opened and removed. */
    private void showMakingAndACopy(SomeCopies lab, RestoredCopy held, Parent view)
            throws Exception {
        UUID making = UUID.randomUUID();
        CopiesInLab.Making half =
                new CopiesInLab.Making(
                        making, "Restore into Lab copy of shop, 14:05", "Copy the backup", 0.4);
        Fx.run(() -> lab.seen.set(new CopiesInLab.Seen(List.of(held), Optional.of(half))));
        assertEquals(
                "Restore into Lab copy of shop, 14:05: Copy the backup",
                ((Label) view.lookup("#step")).getText());
        for (Fx.Look look : Fx.Look.values()) {
            picture(view, "restores-making", look);
        }
        press(view.lookup("#making"), ".button");
        Fx.run(() -> lab.seen.set(new CopiesInLab.Seen(List.of(held), Optional.empty())));
        Fx.run(() ->
                view.lookup("#held").lookupAll(".button").forEach(each -> ((Button) each).fire()));
        UUID copy = held.inLab().orElseThrow().id();
        assertEquals(List.of("cancel " + making, "open " + copy), lab.asked);
        assertEquals("Remove " + copy, workbench.changes.removeFirst().title());
    }

    private PgVisits visits(PgTarget target) {
        Supplier<Secret> password = () -> Secret.of(server.password());
        try {
            return new PgVisits(new PgPool(target, password), password, Clock.systemUTC());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    private RestoredCopy copy() {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        PgVisits visits = visits(target);
        return new RestoredCopy(
                "orders-restored",
                () -> visits,
                Optional.of(Instant.parse("2026-11-21T09:00:00Z")),
                Optional.of(Duration.ofMinutes(14)),
                Optional.of(
                        new RestoredCopy.InLab(
                                UUID.randomUUID(), "postgres", Instant.now(), 230 << 20)));
    }

    private static void select(TableView<?> tables) {
        for (int i = 0; i < tables.getItems().size(); i++) {
            if (line(tables, i).contains("restored_view")) {
                tables.getSelectionModel().select(i);
            }
        }
    }

    private static String line(TableView<?> tables, int i) {
        return ((LiveRow<?>) tables.getItems().get(i)).get().toString();
    }

    private static String lines(TableView<?> tables) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < tables.getItems().size(); i++) {
            all.append(line(tables, i));
        }
        return all.toString();
    }

    /** As soon as what was begun before has ended. */
    private static void press(Node view, String id) throws Exception {
        Button button = (Button) Fx.call(() -> view.lookup(id));
        Fx.eventually(id + " to be offered", () -> !button.isDisabled());
        Fx.run(button::fire);
    }

    private static void picture(Parent view, String name, Fx.Look look) {
        assertTrue(Files.exists(Fx.picture(view, name, look, 792, 590)));
    }
}
