package dev.howdah.ui.backups.recovery;

import dev.howdah.core.Texts;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.asking.ChangeAsker;
import dev.howdah.ui.backups.copies.CopiesInLab;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Goes back to a moment when a person asks for that, after showing what it does. JavaFX thread. */
public final class RecoveryRequests {
    private static final Texts TEXTS = Texts.of(RecoveryRequests.class);

    private final RecoveryActs acts;
    private final PickViewModel pick;
    private final CopiesInLab lab;
    private final Supplier<Optional<Integer>> sessions;
    private final Workbench workbench;
    private final Runnable afterwards;

    /**
     * @param sessions connected now; empty when not known
     * @param afterwards called when a restore was asked for
     */
    public RecoveryRequests(
            RecoveryActs acts,
            PickViewModel pick,
            CopiesInLab lab,
            Supplier<Optional<Integer>> sessions,
            Workbench workbench,
            Runnable afterwards) {
        this.acts = acts;
        this.pick = pick;
        this.lab = lab;
        this.sessions = sessions;
        this.workbench = workbench;
        this.afterwards = afterwards;
    }

    /** Why the provider does not offer it; empty when it does. */
    public Optional<String> whyNot(Capability capability) {
        return acts.whyNot(capability);
    }

    /** Whether a new service is a copy in the lab. */
    public boolean newOnesAreInTheLab() {
        return lab.isOfTheLab();
    }

    /** To the picked moment. */
    public void inPlace() {
        pick.picked().get().moment().ifPresent(moment -> recover(moment, Optional.empty()));
    }

    /** To the picked moment, after asking for the name of the new service. */
    public void intoNew() {
        pick.picked().get().moment().ifPresent(this::intoNew);
    }

    /** To this moment, after asking for the name of the new service. */
    public void intoNew(Instant moment) {
        String server = acts.serverName();
        NewServiceNameController.Words words =
                new NewServiceNameController.Words(
                        TEXTS.text(
                                lab.isOfTheLab() ? "newService.titleInLab" : "newService.title",
                                server),
                        lab.isOfTheLab()
                                ? lab.proposedName(Optional.of(moment))
                                : server + "-restored",
                        pick.window().map(RecoveryWindow::newService).orElse(""));
        workbench.open(close ->
                FxmlViews.load(
                        new NewServiceNameController(
                                words, name -> recover(moment, Optional.of(name)), close)));
    }

    private void recover(Instant moment, Optional<String> newService) {
        Optional<RecoveryWindow> window = pick.window();
        if (window.isEmpty()) {
            return;
        }
        Optional<Integer> connected = sessions.get();
        Instant now = workbench.clock().instant();
        new ChangeAsker(workbench)
                .ask(
                        () -> acts.recover(window.get(), moment, newService, connected, now),
                        afterwards);
    }
}
