package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.howdah.app.window.OpenServer;
import dev.howdah.backup.Fetched;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.dump.ClientTool;
import dev.howdah.dump.ClientTools;
import dev.howdah.dump.LocalDump;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.lab.LabCopying;
import dev.howdah.testing.Fx;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.backups.copies.CopiesInLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of any server becomes a copy in the lab, and is proven there. */
class DumpIntoLabJourneyTest {
    @TempDir private Path data;

    /** The dump and its restore are made by the tools of this desktop. */
    @Test
    void restoresADumpOfAnotherServerAndProvesIt() throws Exception {
        LabOnDisk disk = new LabOnDisk(data);
        List<ClientTool> tools = ClientTools.usual().all();
        assumeTrue(!tools.isEmpty(), "no client tools on this desktop");
        disk.prepare();
        try (TestServer server = TestServer.start(13, Map.of());
                Screen screen = new Screen(data)) {
            server.run("CREATE DATABASE shop");
            server.runIn(
                    "shop",
                    "CREATE TABLE orders (id int PRIMARY KEY)",
                    "INSERT INTO orders SELECT generate_series(1, 1500)");
            Path dump = dump(tools.getFirst(), server);
            screen.openServer(profile(server), server.password());
            screen.awaitText("shop: connected");
            screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            screen.clickText("Restores");
            OpenServer shop = Fx.call(() -> screen.made().desk.front().orElseThrow());
            CopiesInLab lab = Fx.call(() -> screen.made().copies.of(shop.entry(), shop.session()));

            Change change = lab.restoreFile(dump, "Lab copy of shop, 14:05");
            assertEquals("Restore into Lab copy of shop, 14:05", change.title());
            assertTrue(change.preview().contains("createdb"), change.preview());
            screen.made().changes.run(change);

            screen.awaitText("Restored from a file");
            assertEquals(true, Fx.call(() -> lab.endOf(change.id()).orElseThrow().whole()));
            screen.clickText("Prove");
            assertTrue(screen.awaitText("Proven at").contains("the database shop on Lab copy"));
            screen.awaitText("1,500 rows in the copy, 1,500 in the original");
            assertTrue(
                    Files.exists(
                            Fx.picture(
                                    screen.root(),
                                    "copy-journey-dump",
                                    Fx.Look.LIGHT,
                                    1_000,
                                    700)));
            Fx.run(lab::close);
            keepsWhatCameOfACancelledOne(screen, disk);
        }
    }

    /** Also when nobody has the lab's own server open. */
    private static void keepsWhatCameOfACancelledOne(Screen screen, LabOnDisk disk)
            throws Exception {
        UUID id = UUID.randomUUID();
        LabCluster lab = screen.made().lab.cluster().orElseThrow();
        FileOperationLog log = disk.operations();
        new LabCopying(lab, log, Clock.systemUTC())
                .make(
                        new Submissions.Draft(
                                Operation.Act.COPY,
                                "Restore into Too large",
                                new ChangeTarget("Lab", Environment.LAB, false),
                                "",
                                List.of(),
                                Map.of()),
                        EndlessFilling.order(id));
        assertEquals(Operation.State.RUNNING, log.find(id).orElseThrow().state());

        lab.keeping().copies().cancel(id);

        disk.awaitEnd(id);
        assertEquals(
                "Making the copy was cancelled. Nothing is left of it.",
                log.find(id).orElseThrow().sentence());
        assertEquals(Operation.State.FAILED, log.find(id).orElseThrow().state());
    }

    private Path dump(ClientTool tool, TestServer server) throws Exception {
        Fetched dumped =
                new LocalDump(
                                tool,
                                target(server),
                                Secret.of(server.password()),
                                "shop",
                                data,
                                Instant.now())
                        .run(_ -> {});
        return ((Fetched.Arrived) dumped).file();
    }

    private static PgTarget target(TestServer server) {
        return PgTarget.of(server.host(), server.port(), "shop", server.user(), TlsMode.DISABLE);
    }

    private static Profile profile(TestServer server) {
        return new Profile(UUID.randomUUID(), "shop", Environment.STAGING, target(server), false);
    }
}
