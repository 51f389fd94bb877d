package dev.howdah.pg.proof.fix;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.catalog.RoleAccessQuery;
import dev.howdah.pg.proof.fix.FixGroundSnapshot.Hold;
import dev.howdah.pg.proof.fix.FixGroundSnapshot.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Closes one gap, as far as we may: what only somebody else may do is said beforehand, with who
 * that is, and what came of it is read back.
 */
public final class GapFix {
    private static final Texts TEXTS = Texts.of(GapFix.class);
    private static final int NAMED = 10;

    private final Gap gap;
    private final String database;
    private final String role;

    private GapFix(Gap gap, String database, String role) {
        this.gap = gap;
        this.database = database;
        this.role = role;
    }

    /**
     * The fix of one gap, ready to be shown and run. Blocks: it asks the gap's database what we may
     * do there.
     *
     * @throws ProblemException NOT_SUPPORTED when no SQL closes this gap, NOT_PERMITTED when we may
     *     do nothing of it
     */
    public static Change change(
            Gap gap, String database, String role, ChangeTarget target, PgVisits visits)
            throws ProblemException {
        if (Fixes.of(gap, database, role).isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_SUPPORTED,
                            TEXTS.text("fix.none"),
                            TEXTS.text("fix.none.remedy")));
        }
        List<Hold> holds;
        try (PgVisit visit = visits.in(database)) {
            holds = visit.reader().ask(new FixGroundQuery(gap, role)).holds();
        }
        return new GapFix(gap, database, role).change(holds, target, visits);
    }

    private Change change(List<Hold> holds, ChangeTarget target, PgVisits visits)
            throws ProblemException {
        List<Hold> foreign = of(holds, way -> way == Way.FOREIGN);
        List<Hold> ours = of(holds, way -> way != Way.FOREIGN);
        if (ours.isEmpty() && !foreign.isEmpty()) {
            throw refusal(foreign);
        }
        List<Sql> statements = statements(holds);
        List<String> warnings = new ArrayList<>();
        if (gap.via().equals(Gap.PUBLIC)) {
            warnings.add(TEXTS.text("fix.everybody"));
        }
        if (!foreign.isEmpty()) {
            warnings.add(TEXTS.text("fix.partly", objects(foreign).size(), told(foreign)));
        }
        String preview =
                TEXTS.text("fix.database", database)
                        + statements.stream()
                                .map(sql -> "\n" + sql.text() + ";")
                                .collect(Collectors.joining());
        return Change.of(
                        TEXTS.text("fix.title", role),
                        target,
                        preview,
                        warnings,
                        () -> run(statements, ours, visits))
                .noting(notes -> notes.oneWay(TEXTS.text("fix.oneWay")));
    }

    private ProblemException refusal(List<Hold> foreign) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.NOT_PERMITTED,
                        TEXTS.text("fix.foreign", told(foreign)),
                        TEXTS.text(
                                "fix.foreign.remedy",
                                Fixes.of(gap, database, role).stream()
                                        .map(sql -> sql.text() + ";")
                                        .collect(Collectors.joining(" ")))));
    }

    /** Who may do it, each with the objects it has a say over. */
    private static String told(List<Hold> foreign) {
        return foreign.stream().collect(Collectors.groupingBy(Hold::who)).entrySet().stream()
                .map(who -> who(who.getKey(), objects(who.getValue())))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String who(String name, List<String> objects) {
        String who = name.isEmpty() ? TEXTS.text("fix.superuser") : name;
        List<String> named = objects.stream().filter(each -> !each.isEmpty()).toList();
        return named.isEmpty()
                ? who
                : TEXTS.text(
                        "fix.who",
                        who,
                        named.stream().limit(NAMED).collect(Collectors.joining(", ")),
                        Math.max(0, named.size() - NAMED));
    }

    private static List<Hold> of(List<Hold> holds, Predicate<Way> which) {
        return holds.stream().filter(hold -> which.test(hold.way())).toList();
    }

    private static List<String> objects(List<Hold> holds) {
        return holds.stream().map(Hold::object).distinct().toList();
    }

    /** With our own rights, and then in the name of everybody whom we may act for. */
    private List<Sql> statements(List<Hold> holds) {
        List<Sql> statements = new ArrayList<>();
        List<Hold> own = of(holds, way -> way == Way.OURS);
        if (gap.kind() == Gap.Kind.WRITER_MEMBERSHIP
                && own.stream().anyMatch(membership -> !membership.who().isEmpty())) {
            for (Hold membership : own) {
                statements.add(
                        Sql.of(
                                "REVOKE %s FROM %s GRANTED BY %s"
                                        .formatted(
                                                SqlNames.quoted(gap.via()),
                                                SqlNames.quoted(role),
                                                SqlNames.quoted(membership.who()))));
            }
            return statements;
        }
        if (!own.isEmpty() || holds.isEmpty()) {
            statements.addAll(Fixes.of(only(own), database, role));
        }
        List<Hold> asOthers = of(holds, way -> way == Way.AS_GRANTOR);
        for (String grantor : asOthers.stream().map(Hold::who).distinct().toList()) {
            List<Hold> its = asOthers.stream().filter(h -> h.who().equals(grantor)).toList();
            statements.add(Sql.of("SET LOCAL ROLE " + SqlNames.quoted(grantor)));
            statements.addAll(Fixes.of(only(its), database, role));
            statements.add(Sql.of("RESET ROLE"));
        }
        return statements;
    }

    /** The gap with these of its objects; as it is when it names none. */
    private Gap only(List<Hold> holds) {
        if (gap.objects().isEmpty() || holds.stream().allMatch(hold -> hold.object().isEmpty())) {
            return gap;
        }
        Set<String> names = holds.stream().map(Hold::object).collect(Collectors.toSet());
        List<String> kept = gap.objects().stream().filter(names::contains).toList();
        return new Gap(gap.kind(), gap.schema(), gap.owner(), gap.via(), kept, kept.size());
    }

    private ChangeOutcome run(List<Sql> statements, List<Hold> ours, PgVisits visits)
            throws ProblemException {
        try (PgVisit visit = visits.in(database)) {
            if (visit.writer().run(statements) != PgWriter.Commit.DONE) {
                return new ChangeOutcome(
                        ChangeOutcome.Status.UNKNOWN, TEXTS.text("fix.unknown"), List.of());
            }
            return outcome(visit, objects(ours));
        }
    }

    private ChangeOutcome outcome(PgVisit visit, List<String> objects) {
        try {
            return remains(visit, objects)
                    ? new ChangeOutcome(
                            ChangeOutcome.Status.PARTLY, TEXTS.text("fix.remains"), List.of())
                    : ChangeOutcome.done(TEXTS.text("fix.done"));
        } catch (ProblemException _) {
            return new ChangeOutcome(
                    ChangeOutcome.Status.UNKNOWN, TEXTS.text("fix.unread"), List.of());
        }
    }

    /** Whether the catalog still shows what was to be closed. */
    private boolean remains(PgVisit visit, List<String> objects) throws ProblemException {
        return visit
                .reader()
                .ask(new RoleAccessQuery(List.of(new ExpectedAccess(role, expected()))))
                .of(role)
                .stream()
                .flatMap(access -> access.gaps().stream())
                .filter(now ->
                        now.kind() == gap.kind()
                                && now.schema().equals(gap.schema())
                                && now.owner().equals(gap.owner())
                                && now.via().equals(gap.via()))
                .anyMatch(now ->
                        now.objects().isEmpty()
                                || objects.stream()
                                        .anyMatch(name ->
                                                name.isEmpty() || now.objects().contains(name)));
    }

    private AccessKind expected() {
        return switch (gap.kind()) {
            case NOT_WRITABLE, SEQUENCE_NOT_WRITABLE, LATER_NOT_WRITABLE -> AccessKind.READ_WRITE;
            default -> AccessKind.READ_ONLY;
        };
    }
}
