package dev.howdah.ui.backups;

import dev.howdah.core.Reading;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Notices that the provider has come to an end with something that makes other backups or another
 * window: what was read before is then no longer true.
 */
final class EndedWork {
    private static final Set<Act> ACTS =
            EnumSet.of(Act.BACKUP, Act.BACKUP_SCHEDULE, Act.RECOVERY, Act.COPY, Act.PLAN_CHANGE);

    private final Set<UUID> underWay = new HashSet<>();

    /** Whether something has ended that was under way at an earlier look. */
    boolean sees(Reading<List<Operation>> reading) {
        List<Operation> ours =
                reading.content().orElse(List.of()).stream()
                        .filter(each -> ACTS.contains(each.act()))
                        .toList();
        Set<UUID> ended =
                ours.stream()
                        .filter(each -> each.state().ended())
                        .map(Operation::id)
                        .collect(Collectors.toSet());
        boolean any = underWay.removeAll(ended);
        ours.stream()
                .filter(each -> !each.state().ended())
                .map(Operation::id)
                .forEach(underWay::add);
        return any;
    }
}
