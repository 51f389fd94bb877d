package dev.howdah.ui.backups;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** A provider that offers everything, and whose changes do nothing. */
final class SomeProvider implements Provider {
    @Override
    public String id() {
        return "some";
    }

    @Override
    public String providerName() {
        return "Some provider";
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("", EnumSet.allOf(Capability.class));
    }

    @Override
    public Change backUpNow(ChangeTarget target, BackupList seen) {
        return change("Back up " + target.server(), target);
    }

    @Override
    public Change recover(
            ChangeTarget target,
            RecoveryWindow window,
            Instant moment,
            Optional<String> newService) {
        String into = newService.map(name -> " into " + name).orElse("");
        return change("Restore " + target.server() + into, target);
    }

    private static Change change(String title, ChangeTarget target) {
        return Change.of(title, target, "", List.of(), () -> ChangeOutcome.done("Done."));
    }
}
