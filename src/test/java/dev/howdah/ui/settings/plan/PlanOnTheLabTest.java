package dev.howdah.ui.settings.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Change;
import dev.howdah.core.Environment;
import dev.howdah.core.Secret;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.ui.LiveRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of the lab, whose limits are those of a real server. */
@Tag("long")
class PlanOnTheLabTest {
    private static final int TOO_MANY = 30;

    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void goesDownOnlyWhenSessionsWereClosed() throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            SomeLab.settle(lab);
            LabAccess access = lab.access();
            FileOperationLog log = new FileOperationLog(folder);
            try (Session session = session(lab, access, log)) {
                goDown(lab, access, session);
            }
        }
    }

    private void goDown(LabCluster lab, LabAccess access, Session session) throws Exception {
        PanelStage<PlanPanel> shown =
                PanelStage.of(
                        session,
                        (here, bench) ->
                                new PlanPanel(here, bench, SomeSessions.peaks(here, folder)));
        Parent view = shown.view;
        Fx.eventually("the plans", () -> plans(view).getItems().size() == 6);
        List<Connection> clients = new ArrayList<>();
        for (int i = 0; i < TOO_MANY; i++) {
            clients.add(access.connect("howdah test"));
        }
        Fx.run(() -> plans(view).getSelectionModel().selectFirst());
        Button change = (Button) view.lookup("#change");

        Fx.eventually("it does not fit", () -> whyNot(view).startsWith("It does not fit now"));
        assertTrue(Fx.call(change::isDisabled));
        Fx.picture(view, "plan-lab-blocked", Fx.Look.LIGHT, 744, 540);
        for (Connection client : clients) {
            client.close();
        }

        Fx.eventually("it fits", () -> !change.isDisabled());
        Fx.run(change::fire);
        Change asked = shown.workbench.changes.getFirst();
        assertEquals(
                1,
                asked.warnings().stream().filter(each -> each.contains("back in time")).count(),
                asked.warnings().toString());
        asked.action().run();
        shown.askAgain();
        Fx.eventually("it is followed", () -> view.lookup("#work").isVisible());
        Fx.picture(view, "plan-lab-working", Fx.Look.LIGHT, 744, 540);
        SomeLab.settle(lab);
        shown.askAgain();
        Fx.eventually(
                "the small plan is the present one",
                () -> plans(view).getItems().getFirst().get().offer().current());
        Fx.picture(view, "plan-lab-done", Fx.Look.LIGHT, 744, 540);
        assertEquals(List.of("25"), SomeLab.ask(lab, "SHOW max_connections"));
        assertFalse(Fx.call(change::isVisible), "it is on this plan");
        Fx.run(shown.panel::close);
    }

    private static Session session(LabCluster lab, LabAccess access, FileOperationLog log)
            throws Exception {
        PgTarget target =
                PgTarget.of(
                        access.host(),
                        access.port(),
                        access.database(),
                        access.user(),
                        TlsMode.DISABLE);
        Profile profile = new Profile(UUID.randomUUID(), "Lab", Environment.LAB, target, false);
        Clock clock = Clock.systemUTC();
        return new Session(
                profile,
                () -> Secret.of(access.password().reveal()),
                new Hosting(new LabProvider(lab, log, clock), log, Platform::runLater, clock),
                Platform::runLater,
                clock);
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<PlanLine>> plans(Parent view) {
        return (TableView<LiveRow<PlanLine>>) view.lookup("#plans");
    }

    private static String whyNot(Parent view) {
        return ((Label) view.lookup("#whyNot")).getText();
    }
}
