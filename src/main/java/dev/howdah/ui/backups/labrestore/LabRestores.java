package dev.howdah.ui.backups.labrestore;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.asking.ChangeAsker;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.copies.RestoredCopy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Restores one server into the lab, and goes on to the proof when that is wanted. What was begun
 * here goes on while something else is in front. JavaFX thread.
 */
public final class LabRestores {
    private static final Texts TEXTS = Texts.of(LabRestores.class);

    private final Session session;
    private final Workbench workbench;
    private final CopiesInLab lab;
    private final LabRestoreViewModel model;
    private final Prover prover;
    private Optional<Awaited> awaited = Optional.empty();

    /** Proves a copy, and then does what comes next. */
    @FunctionalInterface
    public interface Prover {
        void prove(RestoredCopy copy, Runnable then);
    }

    /** A copy that was ordered here. */
    private record Awaited(UUID id, boolean toProve) {}

    public LabRestores(
            Session session,
            Workbench workbench,
            CopiesInLab lab,
            LabRestoreViewModel model,
            Prover prover) {
        this.session = session;
        this.workbench = workbench;
        this.lab = lab;
        this.model = model;
        this.prover = prover;
    }

    /** Whether the newest moment can be restored without a file. */
    boolean needsNoFile() {
        return lab.isOfTheLab();
    }

    /** Why the newest moment can't be restored; empty when it can. */
    Optional<String> whyNotNewest() {
        return session.hosting().provider().capabilities().whyNot(Capability.RECOVERY_INTO_NEW);
    }

    /** The newest moment of the lab's own archive. */
    void newest(boolean toProve) {
        describe(
                toProve,
                () -> {
                    Provider provider = session.hosting().provider();
                    RecoveryWindow window = provider.recoveryWindow();
                    Instant moment = window.latest().orElseThrow(() -> refusal("lab.nothing"));
                    String name = lab.proposedName(Optional.of(moment));
                    return provider.recover(session.target(), window, moment, Optional.of(name));
                });
    }

    /** A dump, or what was downloaded of another provider. */
    void file(Path file, boolean toProve) {
        String name = lab.proposedName(Optional.empty());
        workbench.say(TEXTS.text("lab.reading", String.valueOf(file.getFileName())));
        describe(toProve, () -> lab.restoreFile(file, name));
    }

    private static ProblemException refusal(String key) {
        return new ProblemException(
                Problem.of(Problem.Kind.BAD_INPUT, TEXTS.text(key), TEXTS.text(key + ".remedy")));
    }

    private void describe(boolean toProve, ChangeAsker.Describe describe) {
        model.forgetNews();
        new ChangeAsker(workbench)
                .describe(
                        describe,
                        change -> ask(change, toProve),
                        why -> model.showFailed(why.whole()));
    }

    private void ask(Change change, boolean toProve) {
        workbench.confirm(
                change,
                outcome -> {
                    if (outcome.status() == ChangeOutcome.Status.DONE) {
                        awaited = Optional.of(new Awaited(change.id(), toProve));
                        show(lab.seen().get());
                    }
                });
    }

    /** Something of the lab's copies looks otherwise. */
    public void show(CopiesInLab.Seen now) {
        model.showMaking(now.making());
        Optional<Awaited> waiting = awaited;
        waiting.flatMap(each -> lab.endOf(each.id()))
                .ifPresent(end -> ended(waiting.orElseThrow(), end, now));
    }

    private void ended(Awaited each, CopiesInLab.End end, CopiesInLab.Seen now) {
        if (!end.whole()) {
            awaited = Optional.empty();
            model.showFailed(end.sentence());
            return;
        }
        now.copies().stream()
                .filter(copy -> copy.inLab().filter(in -> in.id().equals(each.id())).isPresent())
                .findFirst()
                .ifPresent(copy -> {
                    awaited = Optional.empty();
                    if (each.toProve()) {
                        prover.prove(copy, () -> model.showProven(copy));
                    } else {
                        model.showReady(copy);
                    }
                });
    }

    void cancel() {
        model.making().get().ifPresent(making -> lab.cancel(making.id()));
    }

    private void onChosen(Consumer<UUID> act) {
        model.chosen()
                .get()
                .flatMap(RestoredCopy::inLab)
                .map(RestoredCopy.InLab::id)
                .ifPresent(act);
    }

    /** Opens the chosen copy as a server. */
    void open() {
        onChosen(lab::open);
    }

    /** Shows what would be done to remove the chosen copy. */
    void remove() {
        onChosen(id -> workbench.confirm(lab.remove(id), _ -> model.forgetNews()));
    }
}
