package dev.howdah.app.rail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.app.SomeProfiles;
import dev.howdah.app.rail.RailViewModel.Line;
import dev.howdah.core.change.Environment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RailViewModelTest {
    private final RailEntry lab = RailEntry.ofLab(new UUID(0, 1), "Lab");
    private final RailViewModel rail = new RailViewModel(lab);

    @Test
    void groupsServersByEnvironmentWithProductionFirstAndTheLabLast() {
        rail.put(SomeProfiles.named("orders-test", Environment.STAGING));
        rail.put(SomeProfiles.named("payments", Environment.PRODUCTION));
        rail.put(SomeProfiles.named("Orders", Environment.PRODUCTION));

        assertEquals(
                List.of("PRODUCTION", "Orders", "payments", "STAGING", "orders-test", "LAB", "Lab"),
                names());
    }

    @Test
    void theSearchNarrowsTheRailAndItsGroups() {
        rail.put(SomeProfiles.named("orders-test", Environment.STAGING));
        rail.put(SomeProfiles.named("payments", Environment.PRODUCTION));

        rail.search().set(" ORD ");

        assertEquals(List.of("STAGING", "orders-test"), names());
    }

    @Test
    void anEditedProfileKeepsItsEntry() {
        RailEntry entry = rail.put(SomeProfiles.named("payments", Environment.STAGING));
        var renamed = SomeProfiles.named("payments", Environment.PRODUCTION);

        assertEquals(entry, rail.put(renamed));
        assertEquals(List.of("PRODUCTION", "payments", "LAB", "Lab"), names());
    }

    @Test
    void removingTheChosenServerLeavesNoneChosen() {
        RailEntry entry = rail.put(SomeProfiles.named("payments", Environment.STAGING));
        rail.select(entry);

        rail.remove(entry);

        assertEquals(Optional.empty(), rail.selected().get());
        assertEquals(List.of("LAB", "Lab"), names());
    }

    private List<String> names() {
        return rail.lines().stream()
                .map(line ->
                        switch (line) {
                            case Line.Group(Environment environment) -> environment.name();
                            case Line.Server(RailEntry entry) -> entry.name();
                        })
                .toList();
    }
}
