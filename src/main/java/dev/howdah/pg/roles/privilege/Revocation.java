package dev.howdah.pg.roles.privilege;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.privilege.GrantedQuery.Granted;
import dev.howdah.pg.roles.privilege.GrantedQuery.Revoked;
import dev.howdah.pg.roles.privilege.GrantedQuery.Way;
import dev.howdah.pg.roles.privilege.PrivilegeChanges.Grant;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.StepChanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes privileges away from somebody, grantor by grantor: a REVOKE only takes what the one it acts
 * for has granted, and leaves the rest without a word.
 */
final class Revocation {
    private static final Texts TEXTS = Texts.of(Revocation.class);
    private static final int NAMED = 5;

    private final StepChanges changes;
    private final Grant grant;
    private final List<Granted> granted;

    /**
     * @param granted all that was found about the grant
     */
    Revocation(StepChanges changes, Grant grant, List<Granted> granted) {
        this.changes = changes;
        this.grant = grant;
        this.granted = granted;
    }

    /**
     * A privilege that was given by the same one in the same manner. Never several at once: the
     * server looks for one who may grant all of them.
     *
     * @param grantor empty when we can do it as ourselves
     */
    private record Part(Optional<String> grantor, String privilege, boolean grantable) {}

    /**
     * @throws ProblemException when nothing was granted to the grantee itself, when it passed the
     *     privilege on, or when nothing of it is ours to revoke
     */
    Change change() throws ProblemException {
        List<Granted> direct = of(Way.DIRECT);
        if (direct.isEmpty()) {
            throw refused(
                    Problem.Kind.BAD_INPUT,
                    of(Way.THROUGH).isEmpty()
                            ? text("revoke.nothing")
                            : text("revoke.onlyThrough", through()));
        }
        if (!of(Way.PASSED_ON).isEmpty()) {
            throw refused(
                    Problem.Kind.BAD_INPUT, text("revoke.passedOn", others(of(Way.PASSED_ON))));
        }
        List<Granted> stuck =
                direct.stream().filter(each -> each.revoked() == Revoked.BY_OTHERS).toList();
        if (stuck.size() == direct.size()) {
            throw refused(Problem.Kind.NOT_PERMITTED, stays(stuck));
        }
        Map<Part, List<String>> parts = new LinkedHashMap<>();
        for (Granted each : direct) {
            if (each.revoked() != Revoked.BY_OTHERS) {
                Optional<String> as =
                        Optional.of(each.other()).filter(_ -> each.revoked() == Revoked.AS_GRANTOR);
                parts.computeIfAbsent(
                                new Part(as, each.privilege(), each.grantable()),
                                _ -> new ArrayList<>())
                        .add(each.object());
            }
        }
        List<String> warnings = new ArrayList<>();
        if (!stuck.isEmpty()) {
            warnings.add(stays(stuck));
        }
        if (!of(Way.THROUGH).isEmpty()) {
            warnings.add(text("revoke.still", through()));
        }
        return change(parts, warnings, false);
    }

    private Change change(Map<Part, List<String>> parts, List<String> warnings, boolean back) {
        List<String> statements = new ArrayList<>();
        parts.forEach((part, objects) -> {
            part.grantor()
                    .ifPresent(name -> statements.add("SET LOCAL ROLE " + SqlNames.quoted(name)));
            String on = on(objects.stream().distinct().toList()).sql();
            statements.add(
                    back
                            ? "GRANT %s ON %s TO %s%s"
                                    .formatted(
                                            part.privilege(),
                                            on,
                                            grant.to(),
                                            part.grantable() ? " WITH GRANT OPTION" : "")
                            : "REVOKE %s ON %s FROM %s"
                                    .formatted(part.privilege(), on, grant.to()));
            part.grantor().ifPresent(_ -> statements.add("RESET ROLE"));
        });
        return changes.of(
                back ? "privilege.grant" : "privilege.revoke",
                DatabaseSteps.of(grant.database(), statements),
                warnings,
                () -> change(parts, List.of(), !back),
                grant.words(),
                DatabaseSteps.oneLine(grant.on().sql()),
                grant.toWords());
    }

    /** All of a schema become those that it was granted on. */
    private Securable on(List<String> objects) {
        return switch (grant.on()) {
            case Securable.AllIn all -> new Securable.Objects(all.kind(), all.schema(), objects);
            case Securable.Objects some ->
                    new Securable.Objects(some.kind(), some.schema(), objects);
            case Securable.Schema schema -> schema;
            case Securable.Database database -> database;
        };
    }

    private List<Granted> of(Way way) {
        return granted.stream().filter(each -> each.way() == way).toList();
    }

    private String through() {
        return others(of(Way.THROUGH));
    }

    private String stays(List<Granted> stuck) {
        return text(
                "revoke.stays",
                others(stuck),
                stuck.stream().map(Granted::object).distinct().count(),
                stuck.stream()
                        .map(Granted::object)
                        .distinct()
                        .limit(NAMED)
                        .map(DatabaseSteps::oneLine)
                        .collect(Collectors.joining(", ")));
    }

    private static String others(List<Granted> some) {
        return some.stream()
                .map(Granted::other)
                .distinct()
                .limit(NAMED)
                .map(name -> name.isEmpty() ? "PUBLIC" : DatabaseSteps.oneLine(name))
                .collect(Collectors.joining(", "));
    }

    /** {0} are the privileges, {1} who has them. */
    private String text(String key, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(grant.words(), grant.toWords()));
        arguments.addAll(List.of(more));
        return TEXTS.text(key, arguments.toArray());
    }

    private static ProblemException refused(Problem.Kind kind, String sentence) {
        return new ProblemException(Problem.of(kind, sentence, TEXTS.text("role.nothingSent")));
    }
}
