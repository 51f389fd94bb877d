package dev.howdah.ui.settings.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.pg.settings.SettingsSnapshot;
import dev.howdah.profile.Profile;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A parameter is changed and all are compared, between two real servers. */
class ParameterActsTest {

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void changesOneAndComparesAll() throws Exception {
        SomeWorkbench workbench = new SomeWorkbench();
        try (Session newest = session(TestServer.newest(), "newest");
                Session old = session(TestServer.of(13), "old")) {
            ParameterActs acts =
                    new ParameterActs(newest, () -> List.of(newest, old), workbench, () -> {});
            assertEquals(List.of(old), acts.others());
            SettingsSnapshot here = newest.reader().ask(new SettingsQuery());

            acts.change(
                    here.settings().stream()
                            .filter(each -> each.name().equals("work_mem"))
                            .findFirst()
                            .orElseThrow());
            Fx.eventually("the form", () -> workbench.forms.size() == 1);
            Parent form = workbench.forms.getFirst();
            Fx.run(() -> {
                TextField value = (TextField) form.lookup("#value");
                Button set = (Button) form.lookup("#set");
                value.setText("64 XB");
                assertTrue(set.isDisabled());
                value.setText("64 MB");
                set.fire();
            });
            assertEquals(
                    "ALTER SYSTEM SET \"work_mem\" = '64MB';\nSELECT pg_reload_conf();",
                    workbench.changes.getFirst().preview());

            acts.compare(old, Optional.of(here));
            Fx.eventually("the differences", () -> workbench.forms.size() == 2);
            TableView<?> table = (TableView<?>) workbench.forms.getLast().lookup("#table");
            assertTrue(
                    table.getItems().stream()
                            .map(ParameterDifference.class::cast)
                            .anyMatch(each ->
                                    each.name().equals("vacuum_cleanup_index_scale_factor")
                                            && each.here().isEmpty()),
                    "13 has it, the newest has not");
        }
    }

    @Test
    void saysAlsoWhatToDoWhenTheServerCannotBeAsked() throws Exception {
        SomeWorkbench workbench = new SomeWorkbench();
        try (Session newest = session(TestServer.newest(), "newest");
                Session nowhere = SomeSessions.nowhere()) {
            SettingsSnapshot here = newest.reader().ask(new SettingsQuery());
            Problem problem =
                    assertThrows(
                                    ProblemException.class,
                                    () -> nowhere.reader().ask(new SettingsQuery()))
                            .problem();
            ParameterActs acts = new ParameterActs(nowhere, List::of, workbench, () -> {});

            acts.change(here.settings().getFirst());

            Fx.eventually("it is said", () -> !workbench.said.isEmpty());
            assertEquals(problem.sentence() + " " + problem.remedy(), workbench.said.getFirst());
        }
    }

    private static Session session(TestServer server, String name) throws Exception {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        return new Session(
                new Profile(UUID.randomUUID(), name, Environment.LAB, target, false),
                () -> Secret.of(server.password()),
                Platform::runLater,
                Clock.systemUTC());
    }
}
