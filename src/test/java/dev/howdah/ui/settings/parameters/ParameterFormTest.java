package dev.howdah.ui.settings.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.settings.ParameterChanges;
import dev.howdah.pg.settings.ParameterFacts;
import dev.howdah.pg.settings.ParameterPlace;
import dev.howdah.pg.settings.SettingsSnapshot.Origin;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.pg.settings.SomeSettings;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.notice.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be typed where, and what the two servers of a comparison have differently. */
class ParameterFormTest {
    private static final ChangeTarget TARGET =
            new ChangeTarget("orders-prod", Environment.PRODUCTION, false);
    private static final Setting WORK_MEM =
            SomeSettings.number("work_mem", "4096", "kB", "Resource Usage / Memory");
    private static final Setting CONNECTIONS =
            SomeSettings.configured(
                    SomeSettings.number("max_connections", "100", "", "Connections"), "200");

    private final ParameterChanges changes =
            new ParameterChanges(
                    new PgWriter(
                            new PgPool(
                                    PgTarget.of("127.0.0.1", 1, "shop", "app", TlsMode.DISABLE),
                                    () -> Secret.of("none"))),
                    TARGET);

    ParameterFormTest() throws Exception {}

    @Test
    void offersEveryPlaceToASuperuser() {
        ParameterForm form = form(WORK_MEM, facts(true, Optional.of("8MB")), "");

        assertEquals("4MB", form.typed().get());
        assertEquals(ParameterPlace.SYSTEM, form.place().get());
        assertFalse(form.mayReset(), "nothing is set for the whole server");
        form.place().set(ParameterPlace.DATABASE);
        assertTrue(form.mayReset());
        assertEquals("now 8MB", form.now(ParameterPlace.DATABASE));
        assertEquals("nothing is set there", form.now(ParameterPlace.ROLE));

        form.typed().set("16 MB");
        assertEquals(
                "ALTER DATABASE \"shop\" SET \"work_mem\" = '16MB';",
                form.set().orElseThrow().preview());
        assertEquals(
                "ALTER DATABASE \"shop\" RESET \"work_mem\";",
                form.reset().orElseThrow().preview());

        form.typed().set("much");
        assertEquals(Optional.empty(), form.set());
        assertEquals(Notice.Level.WARNING, form.notices().getFirst().level());
    }

    @Test
    void saysWhyAPlaceIsClosed() {
        ParameterFacts plain = facts(false, Optional.empty());
        ParameterForm form = form(WORK_MEM, plain, "");

        assertEquals(ParameterPlace.ROLE, form.place().get(), "the only one that is open");
        assertEquals(
                Optional.of(
                        "Only superusers may, or roles with the right ALTER SYSTEM on it (from 15"
                                + " on)."),
                form.whyNot(ParameterPlace.SYSTEM));
        assertEquals(
                Optional.of("Only the owner of the database may."),
                form.whyNot(ParameterPlace.DATABASE));
        assertEquals(Optional.empty(), form.whyNot(ParameterPlace.ROLE));
        assertEquals("what is set there only superusers may see", form.now(ParameterPlace.SYSTEM));
        assertEquals(
                Optional.of(
                        "Only superusers may, and this role is none. Scalingo keeps the server's"
                                + " configuration to itself, or changes it through its own"
                                + " console."),
                form(WORK_MEM, plain, "Scalingo").whyNot(ParameterPlace.SYSTEM));

        ParameterForm restart = form(CONNECTIONS, plain, "Amazon RDS");
        assertEquals(
                Optional.of(
                        "Amazon RDS keeps the server's configuration in a parameter group; change"
                                + " it there."),
                restart.whyNot(ParameterPlace.SYSTEM));
        assertEquals(
                Optional.of("It can only be set for the whole server."),
                restart.whyNot(ParameterPlace.ROLE));
        assertFalse(restart.maySet());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void paintsTheForms(Fx.Look look) throws Exception {
        Parent whole =
                dialog(() ->
                        new ParameterFormController(
                                form(WORK_MEM, facts(true, Optional.of("8MB")), ""),
                                _ -> {},
                                () -> {}));
        Parent closed =
                dialog(() ->
                        new ParameterFormController(
                                form(
                                        SomeSettings.choice(
                                                "wal_level",
                                                "replica",
                                                "minimal",
                                                "replica",
                                                "logical"),
                                        facts(false, Optional.empty()),
                                        "Scalingo"),
                                _ -> {},
                                () -> {}));
        Parent differences =
                dialog(() ->
                        new ParameterComparisonController(
                                "orders-prod",
                                "orders-staging",
                                ParameterDifference.between(
                                        SomeSettings.snapshot(WORK_MEM, CONNECTIONS),
                                        SomeSettings.snapshot(
                                                SomeSettings.setIn(
                                                        WORK_MEM, Origin.DATABASE, "65536"))),
                                false,
                                new SomeWorkbench(),
                                () -> {}));

        for (Path picture :
                List.of(
                        Fx.picture(whole, "parameter-form", look, 640, 560),
                        Fx.picture(closed, "parameter-closed", look, 640, 560),
                        Fx.picture(differences, "parameter-compare", look, 900, 600))) {
            assertTrue(Files.size(picture) > 1_000);
        }
    }

    @Test
    void namesWhatTwoServersHaveDifferently() {
        assertEquals(
                List.of(
                        new ParameterDifference(
                                "max_connections", Optional.of("200"), Optional.empty()),
                        new ParameterDifference(
                                "work_mem", Optional.of("4 MB"), Optional.of("64 MB"))),
                ParameterDifference.between(
                        SomeSettings.snapshot(WORK_MEM, CONNECTIONS),
                        SomeSettings.snapshot(
                                SomeSettings.setIn(WORK_MEM, Origin.DATABASE, "65536"))));
    }

    private static Parent dialog(Supplier<Object> controller) {
        return Fx.call(() -> new StackPane(FxmlViews.load(controller.get())));
    }

    private ParameterForm form(Setting setting, ParameterFacts facts, String hostedBy) {
        return new ParameterForm(setting, facts, changes, TARGET, hostedBy);
    }

    private static ParameterFacts facts(boolean superuser, Optional<String> inDatabase) {
        return new ParameterFacts(
                "work_mem",
                "shop",
                "app",
                superuser,
                superuser,
                superuser,
                superuser,
                superuser,
                false,
                superuser,
                Optional.empty(),
                Optional.empty(),
                inDatabase,
                Optional.empty(),
                Optional.empty());
    }
}
