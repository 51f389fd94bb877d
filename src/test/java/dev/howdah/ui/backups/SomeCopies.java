package dev.howdah.ui.backups;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Environment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A lab's side of one server that shows what a test puts there, and keeps what it is asked. */
public final class SomeCopies implements CopiesInLab {
    final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);
    final Map<UUID, End> ends = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    private final boolean ofTheLab;

    /** Of a server that is not the lab, of which there are no copies. */
    public SomeCopies() {
        this(false);
    }

    SomeCopies(boolean ofTheLab) {
        this.ofTheLab = ofTheLab;
    }

    @Override
    public boolean isOfTheLab() {
        return ofTheLab;
    }

    @Override
    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    @Override
    public Optional<End> endOf(UUID copy) {
        return Optional.ofNullable(ends.get(copy));
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
