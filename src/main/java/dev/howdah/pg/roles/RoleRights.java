package dev.howdah.pg.roles;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What we may do to one role, known before anything is sent: so that a button that can't work is
 * disabled and says why.
 *
 * @param asker who we are
 * @param role the role, by name
 * @param obstacles why an act can't work; an act that is not in here may
 */
public record RoleRights(Asker asker, String role, Map<RoleAct, Obstacle> obstacles) {
    private static final Texts TEXTS = Texts.of(RoleRights.class);

    /** Nobody can be made a member of it. Source: GRANT, from 14 on. */
    private static final String NO_MEMBERS = "pg_database_owner";

    private static final Set<RoleAct> COULD_LOCK_OUT =
            EnumSet.of(RoleAct.PASSWORD, RoleAct.LIMITS, RoleAct.RENAME, RoleAct.DROP);

    private static final Set<RoleAct> LEAVES_IT_AS_IT_IS =
            EnumSet.of(RoleAct.SETTINGS, RoleAct.COMMENT, RoleAct.PRIVILEGES);

    public RoleRights {
        obstacles = Map.copyOf(obstacles);
    }

    /** Why something can't be done. */
    public enum Obstacle {
        STANDBY,
        /** We are logged in as it, and would lock ourselves out. */
        OURSELVES,
        PREDEFINED,
        PROVIDER,
        BOOTSTRAP,
        NO_MEMBERS,
        NEEDS_SUPERUSER,
        NEEDS_CREATEROLE,
        NEEDS_ADMIN_OPTION,
        /** From 16 on one can only give the attributes that one has. */
        NEEDS_ATTRIBUTE
    }

    public static RoleRights of(Asker asker, Role role) {
        Map<RoleAct, Obstacle> obstacles = new EnumMap<>(RoleAct.class);
        for (RoleAct act : RoleAct.values()) {
            obstacle(asker, role, act).ifPresent(obstacle -> obstacles.put(act, obstacle));
        }
        return new RoleRights(asker, role.name(), obstacles);
    }

    /** Why not, as a sentence; empty when it may work. */
    public String reason(RoleAct act) {
        Obstacle obstacle = obstacles.get(act);
        return obstacle == null ? "" : sentence(obstacle);
    }

    /**
     * @throws ProblemException of kind NOT_PERMITTED when it can't work
     */
    public void require(RoleAct act) throws ProblemException {
        Obstacle obstacle = obstacles.get(act);
        if (obstacle != null) {
            throw refusal(obstacle);
        }
    }

    /** Why this attribute can't be given or taken; empty when it can. */
    public Optional<Obstacle> obstacleTo(RoleAttribute attribute) {
        Obstacle general = obstacles.get(RoleAct.LIMITS);
        if (general != null || asker.attributes().superuser()) {
            return Optional.ofNullable(general);
        }
        boolean own = asker.major() >= 16;
        return switch (attribute) {
            case SUPERUSER -> Optional.of(Obstacle.NEEDS_SUPERUSER);
            case CREATEROLE, INHERIT -> Optional.empty();
            case CREATEDB ->
                    own && !asker.attributes().createDatabase()
                            ? Optional.of(Obstacle.NEEDS_ATTRIBUTE)
                            : Optional.empty();
            case REPLICATION -> special(own, asker.attributes().replication());
            case BYPASSRLS -> special(own, asker.attributes().bypassRls());
        };
    }

    private static Optional<Obstacle> special(boolean ownSuffices, boolean weHaveIt) {
        if (!ownSuffices) {
            return Optional.of(Obstacle.NEEDS_SUPERUSER);
        }
        return weHaveIt ? Optional.empty() : Optional.of(Obstacle.NEEDS_ATTRIBUTE);
    }

    /** The obstacle in words, with what would help. */
    public String sentence(Obstacle obstacle) {
        return TEXTS.text("obstacle." + obstacle.name(), role, asker.name());
    }

    public ProblemException refusal(Obstacle obstacle) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.NOT_PERMITTED,
                        sentence(obstacle),
                        TEXTS.text("role.nothingSent")));
    }

    private static Optional<Obstacle> obstacle(Asker asker, Role role, RoleAct act) {
        if (asker.inRecovery()) {
            return Optional.of(Obstacle.STANDBY);
        }
        Optional<Obstacle> protection = protection(asker, role, act);
        if (protection.isPresent() || asker.attributes().superuser() || act == RoleAct.PRIVILEGES) {
            return protection;
        }
        return asker.major() >= 16 ? since16(asker, role, act) : before16(asker, role, act);
    }

    /** What even a superuser should leave alone. */
    private static Optional<Obstacle> protection(Asker asker, Role role, RoleAct act) {
        if (act == RoleAct.MEMBERS && role.name().equals(NO_MEMBERS)) {
            return Optional.of(Obstacle.NO_MEMBERS);
        }
        // rights that are lent by such roles are there to be granted
        if (role.kind() == Kind.PREDEFINED && act != RoleAct.MEMBERS) {
            return Optional.of(Obstacle.PREDEFINED);
        }
        if (role.kind() == Kind.PROVIDER && act != RoleAct.MEMBERS) {
            return Optional.of(Obstacle.PROVIDER);
        }
        if (role.name().equals(asker.name()) && COULD_LOCK_OUT.contains(act)) {
            return Optional.of(Obstacle.OURSELVES);
        }
        return role.bootstrap() && !LEAVES_IT_AS_IT_IS.contains(act)
                ? Optional.of(Obstacle.BOOTSTRAP)
                : Optional.empty();
    }

    /** Source: CREATE ROLE, ALTER ROLE and GRANT of 13 to 15; tried on each of them. */
    private static Optional<Obstacle> before16(Asker asker, Role role, RoleAct act) {
        boolean replicates =
                role.attributes().replication()
                        && (act == RoleAct.PASSWORD || act == RoleAct.LIMITS);
        if (role.attributes().superuser() || replicates) {
            return Optional.of(Obstacle.NEEDS_SUPERUSER);
        }
        if (asker.attributes().createRole() || isOwnSetting(asker, role, act)) {
            return Optional.empty();
        }
        if (act == RoleAct.MEMBERS) {
            return role.administered()
                    ? Optional.empty()
                    : Optional.of(Obstacle.NEEDS_ADMIN_OPTION);
        }
        return Optional.of(Obstacle.NEEDS_CREATEROLE);
    }

    /** Source: the same pages of 16 to 18; tried on each of them. */
    private static Optional<Obstacle> since16(Asker asker, Role role, RoleAct act) {
        if (role.attributes().superuser()) {
            return Optional.of(Obstacle.NEEDS_SUPERUSER);
        }
        if (isOwnSetting(asker, role, act)) {
            return Optional.empty();
        }
        if (act != RoleAct.MEMBERS && !asker.attributes().createRole()) {
            return Optional.of(Obstacle.NEEDS_CREATEROLE);
        }
        return role.administered() ? Optional.empty() : Optional.of(Obstacle.NEEDS_ADMIN_OPTION);
    }

    private static boolean isOwnSetting(Asker asker, Role role, RoleAct act) {
        return act == RoleAct.SETTINGS && role.name().equals(asker.name());
    }
}
