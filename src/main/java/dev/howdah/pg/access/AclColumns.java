package dev.howdah.pg.access;

import dev.howdah.pg.Privilege;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ACLs on their way from the server: taken apart there by aclexplode, so that nobody parses names,
 * and put together here, each distinct one once.
 */
final class AclColumns {
    private static final String SQL =
            """
            SELECT array_agg(e.grantee::bigint) AS grantees,
                   array_agg(e.grantor::bigint) AS grantors,
                   array_agg(e.privilege_type)  AS privileges,
                   array_agg(e.is_grantable)    AS grantables
              FROM aclexplode({acl}) e\
            """;

    private final Map<Acl, Acl> known = new HashMap<>();

    /** The columns that {@link #read} wants, for an ACL; to be joined laterally. */
    static String exploded(String acl) {
        return SQL.replace("{acl}", acl);
    }

    /** Equal ACLs come back as the same object. A row without entries has an empty ACL. */
    Acl read(ResultSet rows) throws SQLException {
        Object[] grantees = array(rows, "grantees");
        Object[] grantors = array(rows, "grantors");
        Object[] privileges = array(rows, "privileges");
        Object[] grantables = array(rows, "grantables");
        Map<Parties, Acl.Grant> grants = new LinkedHashMap<>();
        for (int i = 0; i < grantees.length; i++) {
            Optional<Privilege> privilege = Privilege.named((String) privileges[i]);
            if (privilege.isPresent()) {
                Parties parties = new Parties((Long) grantees[i], (Long) grantors[i]);
                Privileges given = Privileges.of(privilege.get());
                boolean grantable = (Boolean) grantables[i];
                grants.merge(
                        parties,
                        new Acl.Grant(
                                parties.grantee,
                                parties.grantor,
                                given,
                                grantable ? given : Privileges.NONE),
                        AclColumns::together);
            }
        }
        Acl acl = new Acl(List.copyOf(grants.values()));
        Acl same = known.putIfAbsent(acl, acl);
        return same == null ? acl : same;
    }

    private static Acl.Grant together(Acl.Grant one, Acl.Grant other) {
        return new Acl.Grant(
                one.grantee(),
                one.grantor(),
                one.privileges().and(other.privileges()),
                one.grantable().and(other.grantable()));
    }

    /** Empty for NULL. */
    static Object[] array(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? new Object[0] : (Object[]) array.getArray();
    }

    private record Parties(long grantee, long grantor) {}
}
