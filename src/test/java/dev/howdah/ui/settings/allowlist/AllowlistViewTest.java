package dev.howdah.ui.settings.allowlist;

import static dev.howdah.ui.settings.allowlist.SomeAllowlist.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.change.Change;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.service.Switch;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PaintedPanel;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.confirm.ConfirmChangeController;
import dev.howdah.ui.confirm.ConfirmChangeViewModel;
import dev.howdah.ui.panel.PanelsTab;
import dev.howdah.ui.settings.allowlist.typing.PasteRulesController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panel in all its faces: read, edited, on trial, going back, and where there is no list. */
class AllowlistViewTest {
    /** Longer than the fake needs to turn a switch. */
    private static final Duration TURNED = Duration.ofSeconds(50);

    private static final Duration SETTLED = Duration.ofSeconds(125);

    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private static Parent painted(SomeAllowlist some) {
        return Fx.call(() -> {
            PanelsTab frame =
                    new PanelsTab(
                            List.of(
                                    new PaintedPanel(
                                            Place.SETTINGS_ALLOWLIST, "Allowlist", some::view),
                                    new PaintedPanel(
                                            Place.SETTINGS_PARAMETERS,
                                            "Parameters",
                                            StackPane::new)));
            Parent view = frame.view();
            frame.shown();
            return view;
        });
    }

    private static void pictures(String name, Parent view) {
        for (Fx.Look look : Fx.Look.values()) {
            assertTrue(Files.exists(Fx.picture(view, name, look, 792, 590)));
        }
    }

    private void face(String name, Consumer<SomeAllowlist> make) throws Exception {
        try (SomeAllowlist some = new SomeAllowlist(folder.resolve(name), true)) {
            Parent view =
                    Fx.call(() -> {
                        make.accept(some);
                        return painted(some);
                    });
            pictures("allowlist-" + name, view);
        }
    }

    @Test
    void showsEveryFace() throws Exception {
        face("waiting", _ -> {});
        face("empty", some -> some.read(SomeAllowlist.list(), SomeAllowlist.clients()));
        face(
                "stale",
                some -> {
                    some.read(SomeAllowlist.shop(), SomeAllowlist.busy());
                    some.model.show(
                            new Reading.Stale<>(SomeAllowlist.shop(), NOW, SomeAllowlist.GONE));
                });
        face("unavailable", some -> some.model.show(new Reading.Unavailable<>(SomeAllowlist.GONE)));
        face(
                "open",
                some ->
                        some.read(
                                SomeAllowlist.list(SomeAllowlist.rule("0.0.0.0/0", "")),
                                SomeAllowlist.busy()));
    }

    @Test
    void saysWhyThereIsNoListAndWhatThereIsInstead() throws Exception {
        try (SomeAllowlist shared = new SomeAllowlist(folder, false)) {
            Reading<Allowlist> none =
                    new Reading.Unavailable<>(
                            assertThrows(ProblemException.class, shared.provider::allowlist)
                                    .problem());
            var facts = shared.provider.facts();
            Parent view =
                    Fx.call(() -> {
                        shared.model.show(none);
                        shared.model.showClients(new Reading.Fresh<>(SomeAllowlist.busy(), NOW));
                        shared.switches.showClients(new Reading.Fresh<>(SomeAllowlist.busy(), NOW));
                        shared.switches.show(new Reading.Fresh<>(facts, NOW));
                        return painted(shared);
                    });
            pictures("allowlist-shared", view);
            assertFalse(view.lookup(".allow-editing").isVisible());
            assertEquals(
                    List.of(
                            "PUBLIC_ACCESS Scalingo opens a database to the internet only when it"
                                    + " forces TLS. Force TLS first.",
                            "FORCE_TLS "),
                    shared.switches.lines().get().stream()
                            .map(line -> line.what() + " " + line.whyNot().orElse(""))
                            .toList());

            Fx.run(() ->
                    view.lookupAll(".switch-line .button").stream()
                            .map(Button.class::cast)
                            .filter(each -> !each.isDisabled())
                            .findFirst()
                            .orElseThrow()
                            .fire());
            Change turned = shared.workbench.changes.getFirst();
            assertTrue(turned.preview().contains("features"), turned.preview());
            assertEquals(0, shared.scalingo.writes(), "nothing is sent before consent");
        }
    }

    @Test
    void saysOnceWhatPublicAccessBringsAbout() throws Exception {
        try (SomeAllowlist shared = new SomeAllowlist(folder, false)) {
            shared.runner.run(shared.provider.turn(SomeAllowlist.TARGET, Switch.FORCE_TLS, true));
            shared.scalingo.pass(TURNED);
            shared.operations.look();
            var facts = shared.provider.facts();
            Fx.run(() -> shared.switches.show(new Reading.Fresh<>(facts, NOW)));

            Change on = shared.switches.turn(shared.switches.lines().get().getFirst());

            assertEquals(
                    1,
                    on.warnings().stream()
                            .filter(each -> each.contains("Everybody on the internet"))
                            .count(),
                    on.warnings().toString());
        }
    }

    @Test
    void leadsFromASwitchThatShutsOutOverTheTrialBackAgain() throws Exception {
        try (SomeAllowlist shared = new SomeAllowlist(folder, false)) {
            for (Switch what : List.of(Switch.FORCE_TLS, Switch.PUBLIC_ACCESS)) {
                shared.runner.run(shared.provider.turn(SomeAllowlist.TARGET, what, true));
                shared.scalingo.pass(TURNED);
                shared.operations.look();
            }
            var facts = shared.provider.facts();
            Parent view =
                    Fx.call(() -> {
                        shared.read(SomeAllowlist.shop(), SomeAllowlist.busy());
                        shared.switches.show(new Reading.Fresh<>(facts, NOW));
                        return painted(shared);
                    });
            Fx.run(() -> ((Button) view.lookup(".switch-line .button")).fire());
            Change off = shared.workbench.changes.getFirst();
            pictures("switch-confirm", confirm(shared, off));
            shared.letIn = false;
            shared.runner.run(off);
            Fx.run(() -> tick(shared));
            shared.scalingo.pass(TURNED);
            var turned = shared.provider.facts();
            Fx.run(() -> {
                tick(shared);
                shared.switches.show(new Reading.Fresh<>(turned, NOW));
                tick(shared);
            });
            pictures("switch-on-trial", view);
            assertTrue(button(view, "Keep").isDisabled());
            assertTrue(
                    shared.switches.lines().get().stream()
                            .allMatch(line -> line.whyNot().isPresent()),
                    "no other switch while one is on trial");
        }
    }

    @Test
    void leadsFromAnEditOverTheTrialBackAgain() throws Exception {
        try (SomeAllowlist some = new SomeAllowlist(folder, true)) {
            Allowlist seen = some.provider.allowlist();
            var facts = some.provider.facts();
            Parent view =
                    Fx.call(() -> {
                        some.read(SomeAllowlist.shop(), SomeAllowlist.busy());
                        some.switches.show(new Reading.Fresh<>(facts, NOW));
                        return painted(some);
                    });
            pictures("allowlist-fresh", view);
            Fx.picture(view, "allowlist-fresh", Fx.Look.LIGHT, 1_392, 890);
            Fx.run(() -> {
                some.draft.addAll(List.of(SomeAllowlist.rule("203.0.113.128/25", "VPN")));
                some.model.lines().stream()
                        .map(row -> row.get())
                        .filter(line -> line.rule().label().startsWith("Ann"))
                        .toList()
                        .forEach(some.draft::toggle);
                some.model.lines().stream()
                        .map(row -> row.get())
                        .filter(line -> line.rule().label().startsWith("old"))
                        .toList()
                        .forEach(some.draft::toggle);
                some.draft.typed().range().set("10.1.2.3/8");
            });
            pictures("allowlist-edited", view);
            Fx.picture(view, "allowlist-edited", Fx.Look.LIGHT, 1_392, 890);
            assertTrue(button(view, "Review and apply…").isDisabled(), "it shuts us out");
            Fx.run(() -> ((TextField) view.lookup("#word")).setText("orders-prod"));
            assertFalse(button(view, "Review and apply…").isDisabled());
            pictures("allowlist-confirm", confirm(some, some.draft.change().orElseThrow()));

            Fx.run(() -> {
                some.draft.discard();
                some.draft.typed().range().set("");
                some.read(seen, SomeAllowlist.busy());
                some.draft.addAll(List.of(SomeAllowlist.rule("203.0.113.0/24", "Office")));
                button(view, "Review and apply…").fire();
            });
            Change change = some.workbench.changes.getFirst();
            assertEquals("1 rule is added: 203.0.113.0/24 (Office).", change.warnings().getFirst());
            some.runner.run(change);
            some.scalingo.pass(SETTLED);
            Fx.run(() -> tick(some));
            pictures("allowlist-on-trial", view);
            Fx.picture(view, "allowlist-on-trial", Fx.Look.LIGHT, 1_392, 890);
            assertFalse(button(view, "Keep").isDisabled());

            some.letIn = false;
            some.scalingo.pass(Duration.ofSeconds(10));
            Fx.run(() -> tick(some));
            pictures("allowlist-unproven", view);
            assertTrue(button(view, "Keep").isDisabled());

            some.scalingo.weather().cutOffAfterWrites(0);
            Fx.run(() -> {
                button(view, "Take back now").fire();
                tick(some);
            });
            pictures("allowlist-going-back", view);
            some.scalingo.calm();
            Fx.run(() -> {
                button(view, "Try again now").fire();
                tick(some);
            });
            pictures("allowlist-went-back", view);
            assertEquals(List.of("192.0.2.0/24"), some.scalingo.allowed());
        }
    }

    private static Parent confirm(SomeAllowlist some, Change change) {
        return Fx.call(() ->
                new StackPane(
                        FxmlViews.load(
                                new ConfirmChangeController(
                                        new ConfirmChangeViewModel(
                                                change,
                                                some.runner,
                                                Runnable::run,
                                                Runnable::run,
                                                _ -> {}),
                                        () -> {}))));
    }

    private static void tick(SomeAllowlist some) {
        try {
            some.guard.tick();
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    private static Button button(Parent view, String text) {
        return Fx.call(() ->
                view.lookupAll(".button").stream()
                        .map(Button.class::cast)
                        .filter(button -> text.equals(button.getText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + text)));
    }

    @Test
    void takesGoodLinesOfAPasteAndSaysWhatIsWrongWithTheOthers() {
        List<Integer> added = new ArrayList<>();
        Parent form =
                Fx.call(() ->
                        FxmlViews.load(
                                new PasteRulesController(
                                        SomeAllowlist.shop(),
                                        rules -> added.add(rules.size()),
                                        () -> {})));
        Fx.run(() ->
                ((TextArea) form.lookup("#text"))
                        .setText(
                                """
                                # the partners
                                203.0.113.5   # Partner A
                                10.1.2.3/8
                                office.example.com
                                2001:db8::/32
                                192.0.2.1 192.0.2.2
                                """));
        for (Fx.Look look : Fx.Look.values()) {
            Fx.picture(new StackPane(form), "allowlist-paste", look, 792, 590);
        }
        Fx.run(() -> button(form, "Add 2 rules").fire());
        assertEquals(List.of(2), added);
    }
}
