package dev.howdah.pg.roles.change;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.RoleAttribute;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes what a role's attributes become, with what follows from each. */
public final class AttributeChanges {
    private static final Texts TEXTS = Texts.of(AttributeChanges.class);

    private final StepChanges changes;
    private final Asker asker;

    public AttributeChanges(Reach reach, ChangeTarget target, Asker asker) {
        this.changes = new StepChanges(reach, target, TEXTS);
        this.asker = asker;
    }

    /** What follows from giving or taking an attribute on this server, as sentences. */
    public String consequence(RoleAttribute attribute, boolean given) {
        String key = "attribute." + attribute + (given ? ".given" : ".taken");
        boolean differs =
                attribute == RoleAttribute.INHERIT || attribute == RoleAttribute.CREATEROLE;
        return TEXTS.text(asker.major() < 16 && differs ? key + ".before16" : key);
    }

    /**
     * One change for all of them. Does not block.
     *
     * @param wanted those that the role shall have; the others are taken
     * @throws ProblemException when that is what it has already, or one can't be given or taken
     */
    public Change become(Role role, Set<RoleAttribute> wanted) throws ProblemException {
        RoleRights rights = RoleRights.of(asker, role);
        Map<RoleAttribute, Boolean> different = new TreeMap<>();
        for (RoleAttribute attribute : RoleAttribute.values()) {
            boolean given = wanted.contains(attribute);
            if (given != attribute.isIn(role.attributes())) {
                Optional<RoleRights.Obstacle> obstacle = rights.obstacleTo(attribute);
                if (obstacle.isPresent()) {
                    throw rights.refusal(obstacle.get());
                }
                different.put(attribute, given);
            }
        }
        if (different.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("attribute.same", DatabaseSteps.oneLine(role.name())),
                            TEXTS.text("role.nothingSent")));
        }
        return changed(role, different);
    }

    private Change changed(Role role, Map<RoleAttribute, Boolean> different) {
        List<String> warnings = new ArrayList<>();
        different.forEach((attribute, given) -> warnings.add(consequence(attribute, given)));
        Map<RoleAttribute, Boolean> back = new TreeMap<>(different);
        back.replaceAll((_, given) -> !given);
        return changes.about(role.name(), role.oid())
                .of(
                        "role.attributes",
                        changes.atHome(
                                "ALTER ROLE %s %s"
                                        .formatted(SqlNames.quoted(role.name()), words(different))),
                        warnings,
                        () -> changed(role, back),
                        DatabaseSteps.oneLine(role.name()),
                        words(different));
    }

    private static String words(Map<RoleAttribute, Boolean> different) {
        return different.entrySet().stream()
                .map(each -> (each.getValue() ? "" : "NO") + each.getKey())
                .collect(Collectors.joining(" "));
    }
}
