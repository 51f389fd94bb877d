package dev.howdah.ui.users.list;

import dev.howdah.pg.roles.RolesSnapshot.Hash;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.role.Expiry;
import dev.howdah.ui.users.role.RoleWords;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the person looks for among the roles. */
public final class RoleFilter {
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty connected = new SimpleBooleanProperty();
    private final BooleanProperty expiring = new SimpleBooleanProperty();
    private final BooleanProperty powerful = new SimpleBooleanProperty();
    private final BooleanProperty weak = new SimpleBooleanProperty();
    private final BooleanProperty unused = new SimpleBooleanProperty();
    private Optional<Set<Long>> unusedRoles = Optional.empty();
    private String wanted = "";

    /**
     * @param changed called when something else is looked for
     */
    RoleFilter(Runnable changed) {
        text.subscribe((_, now) -> {
            wanted = now.strip().toLowerCase(Locale.ROOT);
            changed.run();
        });
        connected.subscribe(changed);
        expiring.subscribe(changed);
        powerful.subscribe(changed);
        weak.subscribe(changed);
        unused.subscribe(changed);
    }

    boolean matches(Entry entry) {
        return (!connected.get() || entry.role().sessions() > 0)
                && (!expiring.get()
                        || entry.expiry() == Expiry.SOON
                        || entry.expiry() == Expiry.PASSED)
                && (!powerful.get() || !RoleWords.rights(entry.role().attributes()).isEmpty())
                && (!weak.get() || isWeak(entry.role()))
                && (!narrowsToUnused() || isUnused(entry.role()))
                && matches(entry.role(), wanted);
    }

    /** Who came since the statistics were read is no longer unused. */
    private boolean isUnused(Role role) {
        return role.sessions() == 0
                && unusedRoles.filter(some -> some.contains(role.oid())).isPresent();
    }

    /** A hidden hash is unknown, and so neither weak nor strong. */
    static boolean isWeak(Role role) {
        return role.attributes().login() && (role.hash() == Hash.MD5 || role.hash() == Hash.NONE);
    }

    private static boolean matches(Role role, String wanted) {
        return wanted.isEmpty()
                || contains(role.name(), wanted)
                || contains(role.comment(), wanted)
                || role.memberOf().stream().anyMatch(to -> contains(to.group(), wanted));
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part);
    }

    /** Whether anything at all is looked for. */
    boolean isNarrowing() {
        return !wanted.isEmpty()
                || connected.get()
                || expiring.get()
                || powerful.get()
                || weak.get()
                || narrowsToUnused();
    }

    void clear() {
        text.set("");
        connected.set(false);
        expiring.set(false);
        powerful.set(false);
        weak.set(false);
        unused.set(false);
    }

    /** Where nothing is known about use, nothing is hidden for it. */
    private boolean narrowsToUnused() {
        return unused.get() && unusedRoles.isPresent();
    }

    /** What is known of the use of roles; the caller lists them anew. */
    void know(Optional<Set<Long>> unusedOids) {
        unusedRoles = unusedOids;
    }

    /** Only roles that nobody has worked as, as far as that is known. */
    public BooleanProperty unused() {
        return unused;
    }

    /** Part of a name, of a comment, or of the name of a group it is in. */
    public StringProperty text() {
        return text;
    }

    /** Only roles with sessions. */
    public BooleanProperty connected() {
        return connected;
    }

    /** Only roles whose password has expired or soon will. */
    public BooleanProperty expiring() {
        return expiring;
    }

    /** Only logins with a password as MD5 or without one. */
    public BooleanProperty weak() {
        return weak;
    }

    /** Only roles with an attribute that sets them apart. */
    public BooleanProperty powerful() {
        return powerful;
    }
}
