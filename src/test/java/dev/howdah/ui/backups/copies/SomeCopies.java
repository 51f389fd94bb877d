package dev.howdah.ui.backups.copies;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The lab's side of a server that is not the lab: it shows what a test puts there, and keeps what
 * it is asked.
 */
public final class SomeCopies implements CopiesInLab {
    /** What is told of the lab. */
    public final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);

    /** What was asked of the lab. */
    public final List<String> asked = new ArrayList<>();

    @Override
    public boolean isOfTheLab() {
        return false;
    }

    @Override
    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    @Override
    public Optional<End> endOf(UUID copy) {
        return Optional.empty();
    }

    @Override
    public String proposedName(Optional<Instant> moment) {
        return "Lab copy of shop, 14:05";
    }

    @Override
    public Change restoreFile(Path file, String name) {
        return change("Restore into " + name);
    }

    @Override
    public void cancel(UUID making) {
        asked.add("cancel " + making);
    }

    @Override
    public Change remove(UUID copy) {
        return change("Remove " + copy);
    }

    private static Change change(String title) {
        return Change.of(
                title,
                new ChangeTarget("Lab", Environment.LAB, false),
                "",
                List.of(),
                () -> ChangeOutcome.done("Done."));
    }

    @Override
    public void open(UUID copy) {
        asked.add("open " + copy);
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
