package dev.howdah.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.ParameterMove;
import dev.howdah.core.change.SqlScript;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
    private static Change change(String title, Optional<ParameterMove> moves) {
        return Change.of(
                        title,
                        new ChangeTarget("orders", Environment.LAB, false),
                        "",
                        List.of(),
                        () -> ChangeOutcome.done("Done."))
                .noting(notes ->
                        notes.sending(
                                new SqlScript("shop", List.of("SELECT 1"), false, "Done.", moves)))
                .withWayBack(() -> change("Back", Optional.empty()));
    }

    @Test
    void looksAtAParameterOnceMoreBeforeItIsTakenBack() {
        StatusViewModel status = new StatusViewModel(Clock.systemUTC());
        List<String> asked = new ArrayList<>();
        Change plain = change("Grant", Optional.empty());
        Change parameter =
                change(
                        "Set work_mem",
                        Optional.of(
                                new ParameterMove(
                                        "work_mem",
                                        "ROLE",
                                        "ann",
                                        Optional.empty(),
                                        Optional.of("8MB"))));
        for (Change each : List.of(plain, parameter)) {
            status.ran(
                    each,
                    ChangeOutcome.done("Done."),
                    undo -> asked.add(undo.title()),
                    id -> asked.add(id.toString()));
            status.undo().get().orElseThrow().run();
        }

        assertEquals(List.of("Back", parameter.id().toString()), asked);
    }
}
