package dev.howdah.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeOutcome.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One consent for the same change on several servers. */
class JointChangeTest {
    private final List<String> ran = new ArrayList<>();

    @Test
    void oneChangeStaysWhatItIs() {
        Change only = on("orders", Environment.STAGING);

        assertSame(only, JointChange.of("Create", List.of(only)));
    }

    @Test
    void showsEveryServerAndTakesTheStrictestEnvironment() {
        Change joint =
                JointChange.of(
                        "Create user ann on 2 servers",
                        List.of(
                                on("orders\nst", Environment.STAGING),
                                on("orders", Environment.PRODUCTION)));

        assertEquals(
                "-- === orders st ===\nSELECT 1;\n\n-- === orders ===\nSELECT 1;", joint.preview());
        assertEquals(
                new ChangeTarget("orders\nst, orders", Environment.PRODUCTION, false),
                joint.target());
        assertEquals(List.of("It costs."), joint.warnings());
    }

    @Test
    void goesOnAfterAFailureAndSaysWhatHappenedWhere() throws Exception {
        Change joint =
                JointChange.of(
                        "Create",
                        List.of(failing("one"), on("two", Environment.LAB), failing("three")));

        ChangeOutcome outcome = joint.action().run();

        assertEquals(
                new ChangeOutcome(
                        Status.PARTLY,
                        "Done on 1 of 3 servers.",
                        List.of("one: It broke.", "two: Done.", "three: It broke.")),
                outcome);
        assertEquals(List.of("two"), ran);
    }

    @Test
    void undoesOnlyWhereSomethingWasDone() throws Exception {
        Change joint =
                JointChange.of(
                        "Create",
                        Stream.of(failing("one"), on("two", Environment.LAB))
                                .map(each -> each.withWayBack(() -> undo(each)))
                                .toList());
        joint.action().run();

        Change undo = joint.wayBack().orElseThrow().get();

        assertEquals("Undo two", undo.title());
        assertTrue(undo.action().run().rows().isEmpty());
    }

    /** So that each can be taken back by itself, on its own server and in a later start. */
    @Test
    void journalsEachServerByItself() throws Exception {
        List<ChangeLog.Entry> lines = new ArrayList<>();
        Change one = on("one", Environment.LAB).withWayBack(() -> on("Undo", "one"));
        Change two = failing("two").withWayBack(() -> on("Undo", "two"));
        Change joint = JointChange.of("Create", List.of(one, two));
        ChangeRunner runner = new ChangeRunner(lines::add, Clock.systemUTC());

        assertEquals(Status.PARTLY, runner.run(joint).status());
        runner.run(joint.wayBack().orElseThrow().get());

        assertEquals(
                List.of(
                        "one STARTED",
                        "one DONE",
                        "two STARTED",
                        "two FAILED",
                        "one STARTED",
                        "one DONE"),
                lines.stream().map(line -> line.server() + " " + line.status()).toList());
        assertEquals(one.id(), JointChange.journaledAs(joint));
        assertEquals(Optional.of(one.id()), lines.getLast().particulars().notes().undoes());
        ProblemException twice = assertThrows(ProblemException.class, () -> runner.run(joint));
        assertEquals(Problem.Kind.BAD_INPUT, twice.problem().kind());
    }

    private Change undo(Change change) {
        return on("Undo " + change.target().server(), change.target().server());
    }

    private Change on(String server, Environment environment) {
        return Change.of(
                "Create",
                new ChangeTarget(server, environment, false),
                "SELECT 1;",
                List.of("It costs."),
                () -> {
                    ran.add(server);
                    return ChangeOutcome.done("Done.");
                });
    }

    private Change on(String title, String server) {
        return Change.of(
                title,
                new ChangeTarget(server, Environment.LAB, false),
                "",
                List.of(),
                () -> ChangeOutcome.done("Undone."));
    }

    private static Change failing(String server) {
        return Change.of(
                "Create",
                new ChangeTarget(server, Environment.LAB, false),
                "SELECT 1;",
                List.of(),
                () -> {
                    throw new ProblemException(
                            Problem.of(Problem.Kind.UNREACHABLE, "It broke.", ""));
                });
    }
}
