package dev.howdah.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.operation.Course;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Act;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends a node as a power cut would, so that one can watch how the service takes it. */
record NodeFailure(LabCluster lab, LabOperations book, Clock clock) {
    private static final Texts TEXTS = Texts.of(NodeFailure.class);

    /** BAD_INPUT when no node of this name runs. */
    void cause(UUID id, String name) throws ProblemException {
        LabFacts.Node node =
                lab.facts().nodes().stream()
                        .filter(each -> each.name().equals(name) && each.port() > 0)
                        .findFirst()
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.of(
                                                Problem.Kind.BAD_INPUT,
                                                TEXTS.text("fail.gone"),
                                                TEXTS.text("fail.gone.remedy"))));
        String title = TEXTS.text("fail.title", name);
        LabOperation planned =
                LabOperation.planned(
                        id,
                        Act.NODE_FAILURE,
                        title,
                        List.of(),
                        TEXTS.text("running", title),
                        Map.of(),
                        clock.instant());
        // before, so that a start after a kill does not say that it never began
        book.note(planned);
        Course course = new Course(book, clock, planned);
        try {
            lab.killNode(node.number());
        } catch (ProblemException e) {
            course.end(State.FAILED, e.problem().sentence());
            throw e;
        }
        course.end(State.DONE, TEXTS.text("fail.done", name));
    }
}
